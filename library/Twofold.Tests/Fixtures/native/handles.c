/* Invalid handles, and handles of another type. */
#include <fixtures.h>
#include <fixtures_cbor.h>
#include <my_timer.h>
#include <stdio.h>

#include "check.h"
#include "ending.h"

static const uint8_t no_arguments[] = {0xA0};

static void on_tick(void *user_data)
{
    ending_note(user_data, FIXTURES_OK);
}

static void on_event_cbor(const uint8_t *body, size_t size, void *user_data)
{
    (void)body;
    (void)size;
    ending_note(user_data, FIXTURES_OK);
}

/* Every kind of function rejects the handle and does not run the callback. */
static void check_refused(const char *what, void *handle)
{
    fixtures *context = handle;
    fixtures_session *session = handle;
    uint64_t id = 1, lost = 0;
    int64_t number = 0;
    int32_t count = 0;
    char label[128];
    ending never;
    ending_init(&never, context);
#define REFUSES(name, call)                                                                                  \
    snprintf(label, sizeof label, "%s: %s", what, name);                                                     \
    CHECK(label, (call) == FIXTURES_INVALID_HANDLE)

    REFUSES("sync", fixtures_count_touches_sync(context, &count));
    REFUSES("callback", fixtures_touch(context, end_nothing, &never));
    REFUSES("callback, later", fixtures_pass_twice(context, end_number, &never));
    REFUSES("CBOR", fixtures_touch_cbor(context, no_arguments, 1, end_cbor, &never));
    REFUSES("CBOR by name", fixtures_call_cbor(context, "touch", 5, no_arguments, 1, end_cbor, &never));
    REFUSES("add listener", fixtures_add_on_tick_listener(context, on_tick, &never, &id));
    REFUSES("add listener, CBOR", fixtures_add_listener_cbor(context, "on_tick", on_event_cbor, &never, &id));
    REFUSES("remove listener", fixtures_remove_listener(context, id));
    REFUSES("lost events", fixtures_listener_lost(context, id, &lost));
    REFUSES("an object's method", fixtures_session_add_sync(session, 1, &number));
    REFUSES("release", fixtures_session_release(session));
    REFUSES("stop a server", fixtures_server_stop(handle));
    REFUSES("destroy", fixtures_destroy(context));
#undef REFUSES
    snprintf(label, sizeof label, "%s: no callback", what);
    CHECK(label, ending_count(&never) == 0);
}

static void check_bad_handles(void)
{
    fixtures *first = NULL, *second = NULL;
    int64_t passed = 0;

    check_refused("NULL", NULL);
    check_refused("never created", (void *)(uintptr_t)0x5EED5EED5EEDu);
    check_refused("all bits", (void *)UINTPTR_MAX);
    check_refused("an address", &first);

    CHECK("create", fixtures_create_sync(&first) == FIXTURES_OK);
    CHECK("destroy", fixtures_destroy(first) == FIXTURES_OK);
    check_refused("destroyed", first);
    CHECK("create another object in the same slot",
          fixtures_create_sync(&second) == FIXTURES_OK && second != first);
    check_refused("destroyed, and its slot reused", first);
    CHECK("the object in the slot is not affected",
          fixtures_pass_sync(second, &passed) == FIXTURES_OK && passed == 1);
    CHECK("and it can be destroyed", fixtures_destroy(second) == FIXTURES_OK);
}

/* The first handles of three types: only the type distinguishes them. */
static void check_types(void)
{
    const my_timer_config config = {"other library"};
    my_timer *timer = NULL;
    char *version = NULL;
    fixtures *context = NULL;
    fixtures_session *session = NULL;
    int64_t sum = 0;
    CHECK("an object, a session that it returns, and an object of another library",
          my_timer_create_sync(&config, &timer) == MY_TIMER_OK &&
              fixtures_create_sync(&context) == FIXTURES_OK &&
              fixtures_open_session_sync(context, "session", &session) == FIXTURES_OK);
    CHECK("the session is not accepted in place of the object",
          fixtures_touch_sync((fixtures *)session) == FIXTURES_INVALID_HANDLE &&
              fixtures_destroy((fixtures *)session) == FIXTURES_INVALID_HANDLE);
    CHECK("the object is not accepted in place of the session",
          fixtures_session_add_sync((fixtures_session *)context, 1, &sum) == FIXTURES_INVALID_HANDLE &&
              fixtures_session_release((fixtures_session *)context) == FIXTURES_INVALID_HANDLE);
    CHECK("neither is accepted as a server",
          fixtures_server_stop((fixtures_server *)context) == FIXTURES_INVALID_HANDLE &&
              fixtures_server_stop((fixtures_server *)session) == FIXTURES_INVALID_HANDLE);
    check_refused("of another library", timer);
    CHECK("the other library accepts neither",
          my_timer_version_sync((my_timer *)context, &version) == MY_TIMER_INVALID_HANDLE &&
              my_timer_destroy((my_timer *)session) == MY_TIMER_INVALID_HANDLE);
    CHECK("the object of the other library still works",
          my_timer_version_sync(timer, &version) == MY_TIMER_OK && my_timer_destroy(timer) == MY_TIMER_OK);
    my_timer_string_free(version);
    CHECK("both still work", fixtures_session_add_sync(session, 2, &sum) == FIXTURES_OK && sum == 2 &&
                                 fixtures_session_release(session) == FIXTURES_OK &&
                                 fixtures_destroy(context) == FIXTURES_OK);
}

static void on_no_timer(my_timer_status status, my_timer *created, const char *error, void *user_data)
{
    const bool is_as_expected =
        status == MY_TIMER_ERROR && created == NULL && same_text(error, "config.name must not be empty");
    ending_note(user_data, is_as_expected ? FIXTURES_OK : FIXTURES_INTERNAL);
}

static void check_failing_create(void)
{
    const my_timer_config nameless = {""}, missing = {NULL}, malformed = {"\xff"};
    my_timer *timer = (my_timer *)&nameless;
    ending end;
    ending_init(&end, NULL);
    CHECK("a constructor that throws returns no handle",
          my_timer_create_sync(&nameless, &timer) == MY_TIMER_ERROR && timer == NULL &&
              same_text(my_timer_last_error(), "config.name must not be empty"));
    CHECK("nor in the callback form", my_timer_create(&nameless, on_no_timer, &end) == MY_TIMER_OK &&
                                          ending_count(&end) == 1 && end.status == FIXTURES_OK);
    CHECK("a create without its argument",
          my_timer_create_sync(NULL, &timer) == MY_TIMER_INVALID_ARGUMENT && timer == NULL &&
              my_timer_create(NULL, on_no_timer, &end) == MY_TIMER_INVALID_ARGUMENT);
    CHECK("a create with a member that cannot be read",
          my_timer_create_sync(&missing, &timer) == MY_TIMER_INVALID_ARGUMENT && timer == NULL &&
              my_timer_create_sync(&malformed, &timer) == MY_TIMER_INVALID_ARGUMENT && timer == NULL);
    CHECK("a create without a pointer for the handle",
          my_timer_create_sync(&nameless, NULL) == MY_TIMER_INVALID_ARGUMENT);
    CHECK("a create without a callback", my_timer_create(&nameless, NULL, NULL) == MY_TIMER_MISSING_CALLBACK);
    CHECK("a rejected create does not run its callback", ending_count(&end) == 1);
}

int main(void)
{
    check_types();
    check_bad_handles();
    check_failing_create();
    return check_summary();
}
