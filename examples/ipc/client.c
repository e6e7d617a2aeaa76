/* Calls every method of a timer in another process, without its library, and checks each reply. */
#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "thread.h"
#include "timer_client.h"

static const char MESSAGE[] = "hello over the wire";

static int mismatches;
static char fired[64]; /* message of the event that was waited for */

static void show(const char *name, const char *actual, const char *expected)
{
    char text[TIMER_CLIENT_SHOWN_SIZE];
    printf("[c] %-27s = %s\n", name, timer_client_shown(text, actual, strlen(actual)));
    if (strcmp(actual, expected) == 0)
        return;
    fprintf(stderr, "[c] mismatch: %s is \"%s\", expected \"%s\"\n", name, text, expected);
    mismatches++;
}

static void show_int(const char *name, int64_t actual, const char *expected)
{
    char text[32];
    snprintf(text, sizeof text, "%lld", (long long)actual);
    show(name, text, expected);
}

static bool call_version(timer_client *client)
{
    const char *reply;
    my_timer_version_cbor_frame(timer_client_begin(client));
    if (!timer_client_finish_ok(client) || !my_timer_version_cbor_reply(&client->reply, &reply))
        return timer_client_fail_reply(client, "version");
    show("version", reply, MY_TIMER_TIMER_VERSION);
    return true;
}

static bool call_lib_version(timer_client *client)
{
    const char *reply;
    my_timer_lib_version_cbor_frame(timer_client_begin(client));
    if (!timer_client_finish_ok(client) || !my_timer_lib_version_cbor_reply(&client->reply, &reply))
        return timer_client_fail_reply(client, "lib_version");
    show("lib_version", reply, "my_timer 0.1.0");
    return true;
}

/* Keeps the message of our own echo; other clients of the server may be echoing too. */
static void on_event(my_timer_frame_event *event, void *user_data)
{
    my_timer_echo_event echo;
    (void)user_data;
    if (strcmp(event->name, "on_echo_fired") == 0 &&
        my_timer_on_echo_fired_cbor_event(&event->payload, &echo) && strcmp(echo.message, MESSAGE) == 0)
        snprintf(fired, sizeof fired, "%s", echo.message);
}

static bool subscribe(timer_client *client)
{
    client->on_event = on_event;
    my_timer_frame_subscribe(timer_client_begin(client), "on_echo_fired");
    return timer_client_finish_ok(client);
}

static bool unsubscribe(timer_client *client)
{
    my_timer_frame_unsubscribe(timer_client_begin(client), "on_echo_fired");
    return timer_client_finish_ok(client);
}

static bool call_echo(timer_client *client)
{
    const int64_t deadline = thread_now_ms() + TIMER_CLIENT_TIMEOUT_MS;
    const my_timer_echo_request req = {.message = MESSAGE, .delay_ms = 10};
    my_timer_echo_response reply;

    my_timer_echo_cbor_frame(timer_client_begin(client), &req);
    if (!timer_client_finish_ok(client) || !my_timer_echo_cbor_reply(&client->reply, &reply))
        return timer_client_fail_reply(client, "echo");
    show("echo.echoed", reply.echoed, MESSAGE);
    show("echo.timerName", reply.timer_name, "ipc-server");

    while (fired[0] == '\0') {
        if (thread_now_ms() > deadline)
            return timer_client_fail(client, "no event within %d seconds", TIMER_CLIENT_TIMEOUT_MS / 1000);
        if (!timer_client_wait_for_event(client))
            return false;
    }
    show("on_echo_fired.message", fired, MESSAGE);
    return true;
}

static bool call_complex(timer_client *client)
{
    const my_timer_echo_request messages[] = {{.message = "one"}, {.message = "two"}};
    const char *const tags[] = {"a", "b"};
    const my_timer_complex_request req = {
        .messages = messages,
        .messages_count = 2,
        .tags = tags,
        .tags_count = 2,
        .note = NULL,
        .has_retries = true,
        .retries = 3,
    };
    my_timer_complex_response reply;

    my_timer_complex_cbor_frame(timer_client_begin(client), &req);
    if (!timer_client_finish_ok(client) || !my_timer_complex_cbor_reply(&client->reply, &reply))
        return timer_client_fail_reply(client, "complex");
    show("complex.summary", reply.summary, "received 2 messages, note=<none>, retries=3");
    show_int("complex.itemCount", reply.item_count, "2");
    show("complex.hasNote", reply.has_note ? "true" : "false", "false");
    return true;
}

static bool call_schedule(timer_client *client)
{
    const char *const payload[] = {"dump", "upload"};
    const char *const retry_on[] = {"timeout"};
    const my_timer_job_spec job = {
        .name = "nightly",
        .payload = payload,
        .payload_count = 2,
        .priority = MY_TIMER_PRIORITY_HIGH,
    };
    const my_timer_retry_policy retry = {
        .max_attempts = 3,
        .backoff_ms = 500,
        .retry_on = retry_on,
        .retry_on_count = 1,
    };
    const my_timer_schedule_config schedule = {
        .start_at_ms = 1000,
        .interval_ms = 5000,
        .has_jitter = true,
        .jitter = 15,
    };
    my_timer_schedule_result reply;

    my_timer_schedule_cbor_frame(timer_client_begin(client), &job, &retry, &schedule);
    if (!timer_client_finish_ok(client) || !my_timer_schedule_cbor_reply(&client->reply, &reply))
        return timer_client_fail_reply(client, "schedule");
    show("schedule.jobId", reply.job_id, "ipc-server:nightly");
    show_int("schedule.willRunCount", reply.will_run_count, "12");
    show_int("schedule.firstRunAtMs", reply.first_run_at_ms, "1015");
    show_int("schedule.effectiveBackoffMs", reply.effective_backoff_ms, "250");
    show("schedule.priority", reply.priority == MY_TIMER_PRIORITY_HIGH ? "high" : "another", "high");
    return true;
}

static bool call_refused(timer_client *client)
{
    const my_timer_echo_request too_late = {.message = MESSAGE, .delay_ms = MY_TIMER_MAX_DELAY_MS + 1};
    char text[TIMER_CLIENT_SHOWN_SIZE];

    my_timer_echo_cbor_frame(timer_client_begin(client), &too_late);
    if (!timer_client_finish(client))
        return false;
    snprintf(text, sizeof text, "%d (%s)", (int)client->status, my_timer_frame_status_name(client->status));
    show("refused.status", text, "1 (ERROR)");
    show("refused.message", timer_client_shown(text, client->body, client->body_size),
         "delayMs must be between 0 and 5000, got 5001");
    return true;
}

int main(int argc, char **argv)
{
    const char *address = argc > 1 ? argv[1] : getenv("MY_TIMER_ADDRESS");
    const char *token = getenv("MY_TIMER_TOKEN");
    timer_client client = {0};
    bool done;

    if (argc > 2 || address == NULL || address[0] == '\0') {
        fprintf(stderr, "usage: client ADDRESS (unix:PATH or tcp:HOST:PORT; or set MY_TIMER_ADDRESS)\n");
        return 2;
    }
    done = timer_client_connect(&client, address) &&
           (token == NULL || token[0] == '\0' || timer_client_hello(&client, token)) &&
           call_version(&client) && call_lib_version(&client) && subscribe(&client) && call_echo(&client) &&
           call_complex(&client) && call_schedule(&client) && call_refused(&client) && unsubscribe(&client);
    if (done) {
        printf("[c] %-27s = %d calls, %d mismatches\n", "ok", client.calls, mismatches);
    } else {
        fprintf(stderr, "[c] error: %s\n", client.error);
    }
    timer_client_close(&client);
    return done && mismatches == 0 ? 0 : 1;
}
