/* The tables of docs/c-abi.md, row by row: ownership, lifetimes, threads and statuses. */
#include <fixtures.h>
#include <fixtures_cbor.h>
#include <my_timer.h>
#include <my_timer_cbor.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "latch.h"

/* What a callback received. */
typedef struct seen {
    latch done;
    my_timer *timer;
    pthread_t thread;
    my_timer_status status;
    char text[64];
    int calls;
} seen;

static void see(seen *seen, my_timer_status status, const char *text)
{
    seen->thread = pthread_self();
    seen->status = status;
    seen->text[0] = '\0';
    strncat(seen->text, text, sizeof seen->text - 1);
    seen->calls++;
    latch_signal(&seen->done);
}

static void on_version(my_timer_status status, const char *reply, const char *error, void *user_data)
{
    see(user_data, status, status == MY_TIMER_OK ? reply : error);
}

static void on_echo(my_timer_status status, const my_timer_echo_response *reply, const char *error,
                    void *user_data)
{
    see(user_data, status, status == MY_TIMER_OK ? reply->echoed : error);
}

static void on_event(const my_timer_echo_event *event, void *user_data)
{
    see(user_data, MY_TIMER_OK, event->message);
}

static void on_number(fixtures_status status, int32_t reply, const char *error, void *user_data)
{
    (void)reply;
    see(user_data, status, error == NULL ? "" : error);
}

static void on_cbor(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    (void)body, (void)size;
    see(user_data, status, "");
}

static void on_version_destroy(my_timer_status status, const char *reply, const char *error, void *user_data)
{
    seen *seen = user_data;
    (void)error;
    see(seen, my_timer_destroy(seen->timer) == MY_TIMER_OK ? status : MY_TIMER_INTERNAL, reply);
}

static char *copy(const char *text)
{
    char *copied = malloc(strlen(text) + 1);
    return copied == NULL ? NULL : strcpy(copied, text);
}

static void check_ownership(my_timer *timer)
{
    my_timer_echo_request request = {copy("text"), 20};
    my_timer_echo_response reply = {0};
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer_server *server = NULL;
    char *address = copy("tcp:127.0.0.1:0"), *version = NULL, *lasting = NULL;
    const char *error;
    seen seen = {0};

    latch_init(&seen.done);
    CHECK("arguments are borrowed for the call",
          my_timer_echo(timer, &request, on_echo, &seen) == MY_TIMER_OK &&
              memset((char *)request.message, '!', 4) != NULL);
    free((char *)request.message);
    memset(&request, 0xff, sizeof request);
    CHECK("and are not read later", latch_wait(&seen.done, 1) && same_text(seen.text, "text"));

    request.message = "mine", request.delay_ms = 0;
    CHECK("the caller owns the result of a _sync call",
          my_timer_echo_sync(timer, &request, &reply) == MY_TIMER_OK &&
              my_timer_version_sync(timer, &version) == MY_TIMER_OK);
    my_timer_echo_response_free(&reply);
    CHECK("_free sets it to zero", reply.echoed == NULL && reply.timer_name == NULL);
    my_timer_echo_response_free(&reply);
    my_timer_echo_response_free(NULL);
    my_timer_string_free(version);
    my_timer_string_free(NULL);
    memset(&reply, 0xff, sizeof reply);
    request.delay_ms = -1;
    CHECK("a _sync call that fails also sets it to zero",
          my_timer_echo_sync(timer, &request, &reply) == MY_TIMER_ERROR && reply.echoed == NULL &&
              reply.timer_name == NULL);

    error = my_timer_last_error();
    lasting = copy(error);
    CHECK("the last error is valid until the next call",
          same_text(error, "delayMs must be between 0 and 5000, got -1") &&
              same_text(my_timer_last_error(), lasting));
    free(lasting);

    options.address = address;
    CHECK("a server", my_timer_server_start(timer, &options, &server) == MY_TIMER_OK);
    free(address);
    CHECK("its address is valid until it stops",
          strncmp(my_timer_server_address(server), "tcp:127.0.0.1:", 14) == 0 &&
              my_timer_server_stop(server) == MY_TIMER_OK && my_timer_server_address(server) == NULL);
    CHECK("a server can be stopped only once", my_timer_server_stop(server) == MY_TIMER_INVALID_HANDLE);
}

static void *fail_on_a_thread(void *outcome)
{
    my_timer_version_sync(NULL, NULL);
    *(bool *)outcome = strstr(my_timer_last_error(), "NULL") != NULL;
    return NULL;
}

static void check_threads(my_timer *timer)
{
    const my_timer_echo_request late = {"late", 20}, soon = {"soon", 0}, refused = {"", -1};
    my_timer_echo_response reply = {0};
    const pthread_t self = pthread_self();
    uint64_t listener = 0, lost = 1;
    pthread_t other;
    bool has_own = false;
    seen reply_seen = {0}, event_seen = {0}, ended = {0};

    latch_init(&reply_seen.done);
    latch_init(&event_seen.done);
    latch_init(&ended.done);
    CHECK("a call that ends at once runs its callback on the caller's thread, before it returns",
          my_timer_version(timer, on_version, &reply_seen) == MY_TIMER_OK && reply_seen.calls == 1 &&
              pthread_equal(reply_seen.thread, self));
    CHECK("a call that waits runs its callback on another thread",
          my_timer_echo(timer, &late, on_echo, &reply_seen) == MY_TIMER_OK &&
              latch_wait(&reply_seen.done, 2) && !pthread_equal(reply_seen.thread, self));
    CHECK("an event is delivered before the reply of the call that raised it",
          my_timer_add_on_echo_fired_listener(timer, on_event, &event_seen, &listener) == MY_TIMER_OK &&
              my_timer_echo_sync(timer, &soon, &reply) == MY_TIMER_OK && latch_wait(&event_seen.done, 1));
    my_timer_echo_response_free(&reply);
    CHECK("the number of lost events can be queried",
          my_timer_listener_lost(timer, listener, &lost) == MY_TIMER_OK && lost == 0);
    CHECK("a removed listener does not run", my_timer_remove_listener(timer, listener) == MY_TIMER_OK &&
                                                 my_timer_echo_sync(timer, &soon, &reply) == MY_TIMER_OK &&
                                                 event_seen.calls == 1);
    my_timer_echo_response_free(&reply);

    my_timer_echo_sync(timer, &refused, &reply);
    CHECK("each thread has its own last error",
          pthread_create(&other, NULL, fail_on_a_thread, &has_own) == 0 && pthread_join(other, NULL) == 0 &&
              has_own && strstr(my_timer_last_error(), "delayMs") != NULL);

    ended.timer = timer;
    CHECK("a callback can destroy the object",
          my_timer_version(timer, on_version_destroy, &ended) == MY_TIMER_OK && ended.status == MY_TIMER_OK);
}

static void check_statuses(void)
{
    static const uint8_t empty[] = {0xa0};
    const my_timer_config config = {"statuses"};
    const my_timer_echo_request slow = {"slow", MY_TIMER_MAX_DELAY_MS};
    my_timer_server_options nowhere = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer_server *server = NULL;
    fixtures *context = NULL;
    my_timer *timer = NULL;
    my_timer_status status;
    int32_t number;
    seen seen = {0};

    latch_init(&seen.done);
    nowhere.address = "unix:/no/such/folder/socket";
    CHECK("OK", my_timer_create_sync(&config, &timer) == MY_TIMER_OK &&
                    fixtures_create_sync(&context) == FIXTURES_OK);
    CHECK("ERROR", fixtures_fail(context, "as expected", on_number, &seen) == FIXTURES_OK &&
                       seen.status == FIXTURES_ERROR && same_text(seen.text, "as expected"));
    CHECK("MISSING_CALLBACK", my_timer_version(timer, NULL, NULL) == MY_TIMER_MISSING_CALLBACK &&
                                  same_text(my_timer_last_error(), "the callback is NULL"));
    CHECK("INVALID_ARGUMENT", my_timer_create_sync(NULL, &timer) == MY_TIMER_INVALID_ARGUMENT &&
                                  same_text(my_timer_last_error(), "config: expected a struct, found NULL"));
    CHECK("INVALID_HANDLE", my_timer_destroy(NULL) == MY_TIMER_INVALID_HANDLE &&
                                same_text(my_timer_last_error(), "the my_timer handle is NULL"));
    CHECK("a failed create sets the handle to NULL",
          timer == NULL && my_timer_create_sync(&config, &timer) == MY_TIMER_OK);
    CHECK("UNKNOWN_METHOD", my_timer_call_cbor(timer, "nope", 4, empty, sizeof empty, on_cbor, &seen) ==
                                    MY_TIMER_UNKNOWN_METHOD &&
                                same_text(my_timer_last_error(), "unknown method \"nope\""));
    CHECK("UNAVAILABLE",
          my_timer_server_start(timer, &nowhere, &server) == MY_TIMER_UNAVAILABLE && server == NULL);
    CHECK("INTERNAL", fixtures_crash_sync(context, &number) == FIXTURES_INTERNAL &&
                          same_text(fixtures_last_error(), "InvalidOperationException: broken"));
    seen.calls = 0;
    CHECK("CANCELLED", my_timer_echo(timer, &slow, on_echo, &seen) == MY_TIMER_OK && seen.calls == 0 &&
                           my_timer_destroy(timer) == MY_TIMER_OK && seen.calls == 1 &&
                           seen.status == MY_TIMER_CANCELLED);
    for (status = MY_TIMER_OK; status <= MY_TIMER_INTERNAL; status++)
        CHECK(my_timer_status_name(status), !same_text(my_timer_status_name(status), "UNKNOWN"));
    CHECK("the name of an invalid status is UNKNOWN",
          same_text(my_timer_status_name(11), "UNKNOWN") && same_text(my_timer_status_name(-1), "UNKNOWN"));
    CHECK("the header and the library have the same ABI version",
          my_timer_abi_version() == MY_TIMER_ABI_VERSION);
    fixtures_destroy(context);
}

int main(void)
{
    const my_timer_config config = {"contract"};
    my_timer *timer = NULL;
    CHECK("no error before the first failure", same_text(my_timer_last_error(), ""));
    if (!CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK))
        return check_summary();
    check_ownership(timer);
    check_threads(timer);
    CHECK("the callback has destroyed the timer", my_timer_destroy(timer) == MY_TIMER_INVALID_HANDLE);
    check_statuses();
    return check_summary();
}
