/* Calls every method of a timer in this process: structs in, structs out, nothing is serialized. */
#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include <my_timer.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../ipc/thread.h"

static const char MESSAGE[] = "hello in process";

/* What the library's threads hand over to this one. */
typedef struct inbox {
    thread_mutex mutex;
    thread_condition changed;
    char version[64];
    char fired[64];
} inbox;

static int calls, mismatches;

static void show(const char *name, const char *expected, const char *format, ...)
{
    char actual[256];
    va_list values;
    va_start(values, format);
    vsnprintf(actual, sizeof actual, format, values);
    va_end(values);
    printf("[c in process] %-27s = %s\n", name, actual);
    if (strcmp(actual, expected) == 0)
        return;
    fprintf(stderr, "[c in process] mismatch: %s is \"%s\", expected \"%s\"\n", name, actual, expected);
    mismatches++;
}

/* True if the call went well; the library's error of this thread is the reason if it did not. */
static bool succeeded(const char *name, my_timer_status status)
{
    calls++;
    if (status != MY_TIMER_OK)
        fprintf(stderr, "[c in process] error: %s: %s\n", name, my_timer_last_error());
    return status == MY_TIMER_OK;
}

static void deliver(inbox *in, char slot[64], const char *text)
{
    thread_mutex_lock(&in->mutex);
    snprintf(slot, 64, "%s", text);
    thread_condition_signal(&in->changed);
    thread_mutex_unlock(&in->mutex);
}

static bool wait_for(inbox *in, const char *slot)
{
    int64_t deadline = thread_now_ms() + 10000;
    bool arrived;
    thread_mutex_lock(&in->mutex);
    while (slot[0] == '\0' && thread_condition_wait(&in->changed, &in->mutex, deadline))
        continue;
    arrived = slot[0] != '\0';
    thread_mutex_unlock(&in->mutex);
    if (!arrived)
        fprintf(stderr, "[c in process] error: nothing came within 10 seconds\n");
    return arrived;
}

/* Runs exactly once, on the calling thread before my_timer_version returns or later on a thread of the
   library's. What it gets is only lent: it copies, hands over and returns. */
static void on_version(my_timer_status status, const char *reply, const char *error, void *user_data)
{
    inbox *in = user_data;
    deliver(in, in->version, status == MY_TIMER_OK ? reply : error);
}

/* Runs for each event, likewise on any thread; the events of one listener come one at a time and in order. */
static void on_echo_fired(const my_timer_echo_event *event, void *user_data)
{
    inbox *in = user_data;
    deliver(in, in->fired, event->message);
}

int main(void)
{
    const my_timer_config config = {.name = "c-demo"};
    const my_timer_echo_request hello = {.message = MESSAGE, .delay_ms = 10};
    const my_timer_echo_request too_slow = {.message = MESSAGE, .delay_ms = MY_TIMER_MAX_DELAY_MS + 1};
    const my_timer_echo_request messages[] = {{.message = "one"}, {.message = "two"}};
    const char *const tags[] = {"a", "b"}, *const payload[] = {"dump", "upload"},
                      *const retry_on[] = {"timeout"};
    const my_timer_complex_request request = {.messages = messages,
                                              .messages_count = 2,
                                              .tags = tags,
                                              .tags_count = 2,
                                              .has_retries = true,
                                              .retries = 3};
    const my_timer_job_spec job = {"nightly", payload, 2, MY_TIMER_PRIORITY_HIGH};
    const my_timer_retry_policy retry = {
        .max_attempts = 3, .backoff_ms = 500, .retry_on = retry_on, .retry_on_count = 1};
    const my_timer_schedule_config schedule = {
        .start_at_ms = 1000, .interval_ms = 5000, .has_jitter = true, .jitter = 15};
    my_timer *timer = NULL;
    my_timer_echo_response echo = {0}, refused = {0};
    my_timer_complex_response complex = {0};
    my_timer_schedule_result result = {0};
    my_timer_status status;
    char *lib_version = NULL, error[256];
    uint64_t listener = 0;
    inbox in = {.version = "", .fired = ""};
    bool done = false;

    thread_mutex_init(&in.mutex);
    thread_condition_init(&in.changed);
    if (!succeeded("create", my_timer_create_sync(&config, &timer)))
        goto cleanup;
    calls = 0;

    /* Every method has this callback form, and the _sync form that the calls after it use. */
    if (!succeeded("version", my_timer_version(timer, on_version, &in)) || !wait_for(&in, in.version))
        goto cleanup;
    show("version", MY_TIMER_TIMER_VERSION, "%s", in.version);

    if (!succeeded("lib_version", my_timer_lib_version_sync(&lib_version)))
        goto cleanup;
    show("lib_version", "my_timer 0.1.0", "%s", lib_version);

    if (!succeeded("listener", my_timer_add_on_echo_fired_listener(timer, on_echo_fired, &in, &listener)) ||
        !succeeded("echo", my_timer_echo_sync(timer, &hello, &echo)) || !wait_for(&in, in.fired))
        goto cleanup;
    show("echo.echoed", MESSAGE, "%s", echo.echoed);
    show("echo.timerName", "c-demo", "%s", echo.timer_name);
    show("on_echo_fired.message", MESSAGE, "%s", in.fired);

    if (!succeeded("complex", my_timer_complex_sync(timer, &request, &complex)))
        goto cleanup;
    show("complex.summary", "received 2 messages, note=<none>, retries=3", "%s", complex.summary);
    show("complex.itemCount", "2", "%d", (int)complex.item_count);
    show("complex.hasNote", "false", "%s", complex.has_note ? "true" : "false");

    if (!succeeded("schedule", my_timer_schedule_sync(timer, &job, &retry, &schedule, &result)))
        goto cleanup;
    show("schedule.jobId", "c-demo:nightly", "%s", result.job_id);
    show("schedule.willRunCount", "12", "%lld", (long long)result.will_run_count);
    show("schedule.firstRunAtMs", "1015", "%lld", (long long)result.first_run_at_ms);
    show("schedule.effectiveBackoffMs", "250", "%lld", (long long)result.effective_backoff_ms);
    show("schedule.priority", "high", "%s", result.priority == MY_TIMER_PRIORITY_HIGH ? "high" : "another");

    status = my_timer_echo_sync(timer, &too_slow, &refused);
    snprintf(error, sizeof error, "%s", my_timer_last_error()); /* only good until the next call */
    calls++;
    show("refused.status", "1 (ERROR)", "%d (%s)", (int)status, my_timer_status_name(status));
    show("refused.message", "delayMs must be between 0 and 5000, got 5001", "%s", error);

    done = succeeded("remove listener", my_timer_remove_listener(timer, listener));
    printf("[c in process] %-27s = %d calls, %d mismatches\n", "ok", calls, mismatches);

cleanup:
    if (timer != NULL)
        my_timer_destroy(timer);
    my_timer_string_free(lib_version);
    my_timer_echo_response_free(&echo);
    my_timer_echo_response_free(&refused);
    my_timer_complex_response_free(&complex);
    my_timer_schedule_result_free(&result);
    thread_condition_destroy(&in.changed);
    thread_mutex_destroy(&in.mutex);
    return done && mismatches == 0 ? 0 : 1;
}
