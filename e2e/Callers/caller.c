/* Calls `version` twice with the C client to copy, and says how each call ended: caller ADDRESS [leave].
 * With "leave" an event ends the first call by longjmp. */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "timer_client.h"

static jmp_buf outside;
static bool leaves;

static void on_event(my_timer_frame_event *event, void *user_data)
{
    my_timer_echo_event echo;
    (void)user_data;
    if (leaves)
        longjmp(outside, 1);
    if (my_timer_on_echo_fired_cbor_event(&event->payload, &echo))
        printf("event: %s\n", echo.message);
}

static void call(timer_client *client, const char *name)
{
    const char *reply;
    my_timer_version_cbor_frame(timer_client_begin(client));
    if (timer_client_finish_ok(client) && my_timer_version_cbor_reply(&client->reply, &reply)) {
        printf("%s: %s\n", name, reply);
    } else {
        timer_client_fail_reply(client, "version");
        printf("%s: %s\n", name, client->error);
    }
}

int main(int argc, char **argv)
{
    static timer_client client;
    leaves = argc == 3 && strcmp(argv[2], "leave") == 0;
    if (argc < 2 || !timer_client_connect(&client, argv[1])) {
        fprintf(stderr, "%s\n", client.error);
        return 2;
    }
    client.on_event = on_event;
    if (setjmp(outside) == 0)
        call(&client, "first");
    else
        printf("first: left\n");
    leaves = false;
    call(&client, "second");
    timer_client_close(&client);
    return 0;
}
