/* Invalid arguments, also of functions other than methods, give a status and a message that names the
 * parameter. */
#include <fixtures.h>
#include <fixtures_cbor.h>
#include <my_timer.h>
#include <my_timer_cbor.h>
#include <stddef.h>
#include <string.h>

#include "check.h"

/* A name of 80 bytes, and how error messages quote it. */
#define TEN "0123456789"
#define QUOTED TEN TEN TEN TEN TEN TEN "0123..."
#define LONG TEN TEN TEN TEN TEN TEN TEN TEN

#define CHECK_REFUSED(message, call)                                                                         \
    CHECK(message, (call) == MY_TIMER_INVALID_ARGUMENT && same_text(my_timer_last_error(), (message)))

static void never(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    (void)status, (void)body, (void)size, (void)user_data;
    CHECK("a rejected call does not run its callback", false);
}

static void ignore(const uint8_t *payload, size_t size, void *user_data)
{
    (void)payload, (void)size, (void)user_data;
}

static void check_bytes(my_timer *timer)
{
    static const uint8_t request[] = {0xa0};
    CHECK_REFUSED("method: NULL, though its size is 3",
                  my_timer_call_cbor(timer, NULL, 3, request, 1, never, NULL));
    CHECK_REFUSED("request: NULL, though its size is 1",
                  my_timer_call_cbor(timer, "echo", 4, NULL, 1, never, NULL));
    CHECK("a method's name of SIZE_MAX bytes",
          my_timer_call_cbor(timer, "echo", SIZE_MAX, request, 1, never, NULL) == MY_TIMER_INVALID_ARGUMENT &&
              strncmp(my_timer_last_error(), "method: a size of ", 18) == 0);
    CHECK("a request of SIZE_MAX - 1 bytes",
          my_timer_echo_cbor(timer, request, SIZE_MAX - 1, never, NULL) == MY_TIMER_INVALID_ARGUMENT &&
              strncmp(my_timer_last_error(), "request: a size of ", 19) == 0);
    CHECK("a method without a name",
          my_timer_call_cbor(timer, NULL, 0, request, 1, never, NULL) == MY_TIMER_UNKNOWN_METHOD);
    CHECK("a method's name that is not UTF-8",
          my_timer_call_cbor(timer, "\xff", 1, request, 1, never, NULL) == MY_TIMER_UNKNOWN_METHOD &&
              same_text(my_timer_last_error(), "unknown method \"\xef\xbf\xbd\""));
    CHECK("a method's name that is long",
          my_timer_call_cbor(timer, LONG, strlen(LONG), request, 1, never, NULL) == MY_TIMER_UNKNOWN_METHOD &&
              same_text(my_timer_last_error(), "unknown method \"" QUOTED "\""));
}

static void check_listeners(my_timer *timer)
{
    uint64_t lost = 0;
    CHECK_REFUSED("event: expected text, found NULL",
                  my_timer_add_listener_cbor(timer, NULL, ignore, NULL, NULL));
    CHECK_REFUSED("event: invalid UTF-8", my_timer_add_listener_cbor(timer, "\xc0\x80", ignore, NULL, NULL));
    CHECK_REFUSED("unknown event \"nope\"; the events are on_echo_fired, on_job_scheduled",
                  my_timer_add_listener_cbor(timer, "nope", ignore, NULL, NULL));
    CHECK_REFUSED("unknown event \"" QUOTED "\"; the events are on_echo_fired, on_job_scheduled",
                  my_timer_add_listener_cbor(timer, LONG, ignore, NULL, NULL));
    CHECK_REFUSED("listener_id: no listener has the id 7", my_timer_remove_listener(timer, 7));
    CHECK_REFUSED("listener_id: no listener has the id 0", my_timer_remove_listener(timer, 0));
    CHECK_REFUSED("listener_id: no listener has the id 18446744073709551615",
                  my_timer_listener_lost(timer, UINT64_MAX, &lost));
    CHECK_REFUSED("lost: expected a place for the count, found NULL", my_timer_listener_lost(timer, 1, NULL));
    CHECK("a listener that is NULL",
          my_timer_add_on_echo_fired_listener(timer, NULL, NULL, NULL) == MY_TIMER_MISSING_CALLBACK &&
              my_timer_add_listener_cbor(timer, "on_echo_fired", NULL, NULL, NULL) ==
                  MY_TIMER_MISSING_CALLBACK);
}

static my_timer_status start(my_timer *timer, size_t size, const char *address)
{
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer_server *server = NULL;
    my_timer_status status;
    options.size = size;
    options.address = address;
    status = my_timer_server_start(timer, &options, &server);
    if (server != NULL)
        my_timer_server_stop(server);
    return status;
}

static void check_options(my_timer *timer)
{
    /* A caller that was compiled with a newer, longer struct. This library does not know its last fields. */
    struct {
        my_timer_server_options known;
        uint64_t later[4];
    } newer = {.known = MY_TIMER_SERVER_OPTIONS_INIT, .later = {1, 2, 3, 4}};
    my_timer_server *server = NULL;

    CHECK_REFUSED("options: expected a struct, found NULL", my_timer_server_start(timer, NULL, &server));
    CHECK_REFUSED("server: expected a place for the handle, found NULL",
                  my_timer_server_start(timer, &newer.known, NULL));
    CHECK_REFUSED("options.size: too small; initialize the struct with its _INIT macro",
                  start(timer, 0, "unix:unused"));
    CHECK_REFUSED("options.address: expected text, found NULL", start(timer, sizeof newer.known, NULL));
    CHECK_REFUSED("options.address: invalid UTF-8", start(timer, sizeof newer.known, "unix:\xff"));
    CHECK("an invalid address", start(timer, sizeof newer.known, "nowhere") == MY_TIMER_UNAVAILABLE &&
                                    my_timer_last_error()[0] != '\0');
    CHECK("options of an older caller that only has the address",
          start(timer, offsetof(my_timer_server_options, allow_remote), "tcp:127.0.0.1:0") == MY_TIMER_OK);
    newer.known.size = sizeof newer;
    newer.known.address = "tcp:127.0.0.1:0";
    CHECK("options of a newer caller", my_timer_server_start(timer, &newer.known, &server) == MY_TIMER_OK &&
                                           my_timer_server_stop(server) == MY_TIMER_OK);
    newer.known.size = SIZE_MAX;
    CHECK("options of SIZE_MAX bytes", my_timer_server_start(timer, &newer.known, &server) == MY_TIMER_OK &&
                                           my_timer_server_stop(server) == MY_TIMER_OK);
}

static void check_structs(my_timer *timer)
{
    const my_timer_echo_request no_text = {NULL, 0}, bad_text = {"\xed\xa0\x80", 0};
    const my_timer_job_spec bad_priority = {"job", NULL, 0, 3},
                            no_list = {"job", NULL, 2, MY_TIMER_PRIORITY_LOW},
                            job = {"job", NULL, 0, MY_TIMER_PRIORITY_LOW};
    const my_timer_retry_policy retry = {1, 0, NULL, 0};
    const my_timer_schedule_config schedule = {0, 0, false, 0};
    const my_timer_complex_request many = {&no_text, SIZE_MAX, NULL, 0, NULL, false, 0},
                                   inner = {&no_text, 1, NULL, 0, NULL, false, 0};
    my_timer_schedule_result plan = {0};
    my_timer_complex_response summary = {0};
    my_timer_echo_response reply = {0};

    CHECK_REFUSED("req.message: expected text, found NULL", my_timer_echo_sync(timer, &no_text, &reply));
    CHECK_REFUSED("req.message: invalid UTF-8", my_timer_echo_sync(timer, &bad_text, &reply));
    CHECK_REFUSED("job.priority: expected 0 (LOW), 1 (NORMAL), 2 (HIGH), found 3",
                  my_timer_schedule_sync(timer, &bad_priority, &retry, &schedule, &plan));
    CHECK_REFUSED("job.payload: NULL, though its count is 2",
                  my_timer_schedule_sync(timer, &no_list, &retry, &schedule, &plan));
    CHECK_REFUSED("retry: expected a struct, found NULL",
                  my_timer_schedule_sync(timer, &job, NULL, &schedule, &plan));
    CHECK_REFUSED("schedule: expected a struct, found NULL",
                  my_timer_schedule_sync(timer, &job, &retry, NULL, &plan));
    CHECK_REFUSED("req.messages[0].message: expected text, found NULL",
                  my_timer_complex_sync(timer, &inner, &summary));
    CHECK("a list of SIZE_MAX items",
          my_timer_complex_sync(timer, &many, &summary) == MY_TIMER_INVALID_ARGUMENT &&
              strncmp(my_timer_last_error(), "req.messages: ", 14) == 0);
}

int main(void)
{
    const my_timer_config config = {"bad arguments"};
    my_timer *timer = NULL;
    if (!CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK))
        return check_summary();
    check_bytes(timer);
    check_listeners(timer);
    check_options(timer);
    check_structs(timer);
    CHECK("the timer can be destroyed afterwards", my_timer_destroy(timer) == MY_TIMER_OK);
    return check_summary();
}
