/* Calls every method of a timer in another process, without its library, and checks each reply. */
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
    printf("[c] %-27s = %s\n", name, actual);
    if (strcmp(actual, expected) == 0)
        return;
    fprintf(stderr, "[c] mismatch: %s is \"%s\", expected \"%s\"\n", name, actual, expected);
    mismatches++;
}

static bool value_of(timer_client *client, const char *key, my_timer_cbor_reader *value)
{
    my_timer_cbor_reader reply = timer_client_reply(client);
    *value = reply;
    return key == NULL || my_timer_cbor_find(&reply, key, value);
}

/* Shows a value of the last reply: that of `key`, or without one the reply itself. */
static bool show_text(timer_client *client, const char *name, const char *key, const char *expected)
{
    my_timer_cbor_reader value;
    char text[256];
    if (!value_of(client, key, &value) || !my_timer_cbor_copy_text(&value, text, sizeof text, NULL))
        return timer_client_fail(client, "%s: %s", name, value.error);
    show(name, text, expected);
    return true;
}

static bool show_int(timer_client *client, const char *name, const char *key, const char *expected)
{
    my_timer_cbor_reader value;
    int64_t number;
    char text[32];
    if (!value_of(client, key, &value) || !my_timer_cbor_read_int64(&value, &number))
        return timer_client_fail(client, "%s: %s", name, value.error);
    snprintf(text, sizeof text, "%lld", (long long)number);
    show(name, text, expected);
    return true;
}

static bool show_bool(timer_client *client, const char *name, const char *key, const char *expected)
{
    my_timer_cbor_reader value;
    bool flag;
    if (!value_of(client, key, &value) || !my_timer_cbor_read_bool(&value, &flag))
        return timer_client_fail(client, "%s: %s", name, value.error);
    show(name, flag ? "true" : "false", expected);
    return true;
}

static bool call_version(timer_client *client, const char *method, const char *expected)
{
    my_timer_cbor_write_map(timer_client_begin(client, method), 0);
    return timer_client_finish_ok(client) && show_text(client, method, NULL, expected);
}

/* Keeps the message of our own echo; other clients of the server may be echoing too. */
static void on_event(const my_timer_cbor_reader *event, void *user_data)
{
    my_timer_cbor_reader reader = *event, payload, message;
    char text[sizeof fired];
    (void)user_data;
    if (my_timer_cbor_find(&reader, "payload", &payload) &&
        my_timer_cbor_find(&payload, "message", &message) &&
        my_timer_cbor_copy_text(&message, text, sizeof text, NULL) && strcmp(text, MESSAGE) == 0)
        memcpy(fired, text, sizeof fired);
}

static bool call_event(timer_client *client, const char *method)
{
    my_timer_cbor_writer *request = timer_client_begin(client, method);
    client->on_event = on_event;
    my_timer_cbor_write_map(request, 1);
    my_timer_cbor_write_text(request, "event");
    my_timer_cbor_write_text(request, "on_echo_fired");
    return timer_client_finish_ok(client);
}

static void write_echo_request(my_timer_cbor_writer *writer, const char *message, int64_t delay_ms)
{
    my_timer_cbor_write_map(writer, 2);
    my_timer_cbor_write_text(writer, "message");
    my_timer_cbor_write_text(writer, message);
    my_timer_cbor_write_text(writer, "delayMs");
    my_timer_cbor_write_int(writer, delay_ms);
}

static void begin_echo(timer_client *client, int64_t delay_ms)
{
    my_timer_cbor_writer *request = timer_client_begin(client, "echo");
    my_timer_cbor_write_map(request, 1);
    my_timer_cbor_write_text(request, "req");
    write_echo_request(request, MESSAGE, delay_ms);
}

static bool call_echo(timer_client *client)
{
    int64_t deadline = thread_now_ms() + TIMER_CLIENT_TIMEOUT_MS;
    begin_echo(client, 10);
    if (!timer_client_finish_ok(client) || !show_text(client, "echo.echoed", "echoed", MESSAGE) ||
        !show_text(client, "echo.timerName", "timerName", "ipc-server"))
        return false;
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
    my_timer_cbor_writer *request = timer_client_begin(client, "complex");
    my_timer_cbor_write_map(request, 1);
    my_timer_cbor_write_text(request, "req");
    my_timer_cbor_write_map(request, 4);
    my_timer_cbor_write_text(request, "messages");
    my_timer_cbor_write_array(request, 2);
    write_echo_request(request, "one", 0);
    write_echo_request(request, "two", 0);
    my_timer_cbor_write_text(request, "tags");
    my_timer_cbor_write_array(request, 2);
    my_timer_cbor_write_text(request, "a");
    my_timer_cbor_write_text(request, "b");
    my_timer_cbor_write_text(request, "note");
    my_timer_cbor_write_null(request);
    my_timer_cbor_write_text(request, "retries");
    my_timer_cbor_write_int(request, 3);
    return timer_client_finish_ok(client) &&
           show_text(client, "complex.summary", "summary", "received 2 messages, note=<none>, retries=3") &&
           show_int(client, "complex.itemCount", "itemCount", "2") &&
           show_bool(client, "complex.hasNote", "hasNote", "false");
}

static bool call_schedule(timer_client *client)
{
    my_timer_cbor_writer *request = timer_client_begin(client, "schedule");
    my_timer_cbor_write_map(request, 3);
    my_timer_cbor_write_text(request, "job");
    my_timer_cbor_write_map(request, 3);
    my_timer_cbor_write_text(request, "name");
    my_timer_cbor_write_text(request, "nightly");
    my_timer_cbor_write_text(request, "payload");
    my_timer_cbor_write_array(request, 2);
    my_timer_cbor_write_text(request, "dump");
    my_timer_cbor_write_text(request, "upload");
    my_timer_cbor_write_text(request, "priority");
    my_timer_cbor_write_text(request, "high");
    my_timer_cbor_write_text(request, "retry");
    my_timer_cbor_write_map(request, 3);
    my_timer_cbor_write_text(request, "maxAttempts");
    my_timer_cbor_write_int(request, 3);
    my_timer_cbor_write_text(request, "backoffMs");
    my_timer_cbor_write_int(request, 500);
    my_timer_cbor_write_text(request, "retryOn");
    my_timer_cbor_write_array(request, 1);
    my_timer_cbor_write_text(request, "timeout");
    my_timer_cbor_write_text(request, "schedule");
    my_timer_cbor_write_map(request, 3);
    my_timer_cbor_write_text(request, "startAtMs");
    my_timer_cbor_write_int(request, 1000);
    my_timer_cbor_write_text(request, "intervalMs");
    my_timer_cbor_write_int(request, 5000);
    my_timer_cbor_write_text(request, "jitter");
    my_timer_cbor_write_int(request, 15);
    return timer_client_finish_ok(client) &&
           show_text(client, "schedule.jobId", "jobId", "ipc-server:nightly") &&
           show_int(client, "schedule.willRunCount", "willRunCount", "12") &&
           show_int(client, "schedule.firstRunAtMs", "firstRunAtMs", "1015") &&
           show_int(client, "schedule.effectiveBackoffMs", "effectiveBackoffMs", "250") &&
           show_text(client, "schedule.priority", "priority", "high");
}

static bool call_refused(timer_client *client)
{
    char text[256];
    begin_echo(client, MY_TIMER_MAX_DELAY_MS + 1);
    if (!timer_client_finish(client))
        return false;
    snprintf(text, sizeof text, "%d (%s)", (int)client->status, my_timer_frame_status_name(client->status));
    show("refused.status", text, "1 (ERROR)");
    snprintf(text, sizeof text, "%.*s", (int)client->body_size, (const char *)client->body);
    show("refused.message", text, "delayMs must be between 0 and 5000, got 5001");
    return true;
}

int main(int argc, char **argv)
{
    const char *address = argc > 1 ? argv[1] : getenv("MY_TIMER_ADDRESS");
    timer_client client = {0};
    bool done;

    if (argc > 2 || address == NULL || address[0] == '\0') {
        fprintf(stderr, "usage: client ADDRESS (unix:PATH or tcp:HOST:PORT; or set MY_TIMER_ADDRESS)\n");
        return 2;
    }
    done = timer_client_connect(&client, address) &&
           call_version(&client, "version", MY_TIMER_TIMER_VERSION) &&
           call_version(&client, "lib_version", "my_timer 0.1.0") && call_event(&client, "$subscribe") &&
           call_echo(&client) && call_complex(&client) && call_schedule(&client) && call_refused(&client) &&
           call_event(&client, "$unsubscribe");
    if (done) {
        printf("[c] %-27s = %d calls, %d mismatches\n", "ok", client.calls, mismatches);
    } else {
        fprintf(stderr, "[c] error: %s\n", client.error);
    }
    timer_client_close(&client);
    return done && mismatches == 0 ? 0 : 1;
}
