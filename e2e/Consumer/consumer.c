/* The smallest user of an installed library. */
#include <my_timer.h>
#include <my_timer_cbor.h>
#include <stdio.h>

int main(void)
{
    const my_timer_config config = {.name = "consumer"};
    const my_timer_echo_request hello = {.message = "hello"};
    my_timer_echo_response reply = {0};
    my_timer *timer = NULL;
    if (my_timer_create_sync(&config, &timer) == MY_TIMER_OK &&
        my_timer_echo_sync(timer, &hello, &reply) == MY_TIMER_OK)
        printf("%s from %s\n", reply.echoed, reply.timer_name);
    else
        fprintf(stderr, "error: %s\n", my_timer_last_error());
    my_timer_echo_response_free(&reply);
    return my_timer_destroy(timer) == MY_TIMER_OK ? 0 : 1;
}
