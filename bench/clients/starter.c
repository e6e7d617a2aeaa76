/* The examples' C client, one echo at a time. Usage: starter ADDRESS MILLISECONDS; prints a line of JSON. */
#include "timer_client.h"

#include <stdio.h>
#include <stdlib.h>

#include "clock.h"

static bool echo(timer_client *client)
{
    const my_timer_echo_request req = {.message = "hello"};
    my_timer_echo_response reply;
    my_timer_echo_cbor_frame(timer_client_begin(client), &req);
    if (!timer_client_finish_ok(client) || !my_timer_echo_cbor_reply(&client->reply, &reply))
        return timer_client_fail_reply(client, "echo");
    return strcmp(reply.echoed, "hello") == 0 || timer_client_fail(client, "echo answered another message");
}

int main(int argc, char **argv)
{
    timer_client client = {0};
    uint64_t began, elapsed = 0, duration, calls = 0;
    bool is_right;

    if (argc != 3) {
        fprintf(stderr, "usage: %s ADDRESS MILLISECONDS\n", argv[0]);
        return 2;
    }
    duration = strtoull(argv[2], NULL, 10) * 1000000u;
    is_right = timer_client_connect(&client, argv[1]);
    for (int i = 0; is_right && i < 100; i++)
        is_right = echo(&client);

    began = clock_now();
    while (is_right && (elapsed < duration || calls == 0)) {
        is_right = echo(&client);
        calls++;
        elapsed = clock_now() - began;
    }
    if (is_right)
        printf("{\"requests\": %llu, \"elapsed\": %llu}\n", (unsigned long long)calls,
               (unsigned long long)elapsed);
    else
        fprintf(stderr, "%s\n", client.error);
    timer_client_close(&client);
    return is_right ? 0 : 1;
}
