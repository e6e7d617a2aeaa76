/* The callback form, once for each shape of a reply. */
#include <string.h>

#include "check.h"
#include "checks.h"
#include "latch.h"

/* What a callback has seen; its fields are written before the signal. */
typedef struct seen {
    latch done;
    fixtures_status status;
    bool is_as_expected;
    fixtures *created;
} seen;

static void finish(seen *seen, fixtures_status status, bool is_as_expected)
{
    seen->status = status;
    seen->is_as_expected = is_as_expected;
    latch_signal(&seen->done);
}

static void on_nothing(fixtures_status status, const char *error, void *user_data)
{
    finish(user_data, status, error == NULL);
}

static void on_number(fixtures_status status, int32_t reply, const char *error, void *user_data)
{
    finish(user_data, status, reply == 42 && error == NULL);
}

static void on_failure(fixtures_status status, int32_t reply, const char *error, void *user_data)
{
    finish(user_data, status, reply == 0 && same_text(error, "as foreseen"));
}

static void on_no_color(fixtures_status status, fixtures_color reply, const char *error, void *user_data)
{
    finish(user_data, status, reply == 0 && same_text(error, "99 is no member of Color"));
}

static void on_text(fixtures_status status, const char *reply, const char *error, void *user_data)
{
    finish(user_data, status, same_text(reply, "hello you") && error == NULL);
}

static void on_record(fixtures_status status, const fixtures_link *reply, const char *error, void *user_data)
{
    finish(user_data, status, reply != NULL && reply->value == 5 && reply->next == NULL && error == NULL);
}

static void on_list(fixtures_status status, const fixtures_keep_numbers_reply *reply, const char *error,
                    void *user_data)
{
    finish(user_data, status,
           reply != NULL && reply->value_count == 2 && reply->value[1] == 8 && error == NULL);
}

static void on_optional(fixtures_status status, const fixtures_keep_optional_int32_reply *reply,
                        const char *error, void *user_data)
{
    finish(user_data, status, reply != NULL && !reply->has_value && error == NULL);
}

static void on_created(fixtures_status status, fixtures *created, const char *error, void *user_data)
{
    ((seen *)user_data)->created = created;
    finish(user_data, status, created != NULL && error == NULL);
}

/* Makes the call, waits for its callback and checks what that has seen. */
#define CHECK_CALLBACK(what, expected, call)                                                                 \
    do {                                                                                                     \
        seen.is_as_expected = false;                                                                         \
        calls++;                                                                                             \
        CHECK(what, (call) == FIXTURES_OK && latch_wait(&seen.done, calls) && seen.status == (expected) &&   \
                        seen.is_as_expected);                                                                \
    } while (0)

void check_callbacks(fixtures *context)
{
    static const int32_t numbers[] = {7, 8};
    const fixtures_link link = {5, NULL};
    int calls = 0;
    seen seen;
    memset(&seen, 0, sizeof seen);
    latch_init(&seen.done);

    CHECK_CALLBACK("a callback without a result", FIXTURES_OK, fixtures_touch(context, on_nothing, &seen));
    CHECK_CALLBACK("one that comes later", FIXTURES_OK, fixtures_touch_later(context, on_nothing, &seen));
    CHECK_CALLBACK("one with a number", FIXTURES_OK, fixtures_add_later(context, 40, 2, on_number, &seen));
    CHECK_CALLBACK("one of a static method", FIXTURES_OK, fixtures_twice(21, on_number, &seen));
    CHECK_CALLBACK("one with a text", FIXTURES_OK, fixtures_greet_later("you", on_text, &seen));
    CHECK_CALLBACK("one with a record", FIXTURES_OK, fixtures_keep_chain(context, &link, on_record, &seen));
    CHECK_CALLBACK("one with a list", FIXTURES_OK,
                   fixtures_keep_numbers(context, numbers, 2, on_list, &seen));
    CHECK_CALLBACK("one with nothing where a number may be", FIXTURES_OK,
                   fixtures_keep_optional_int32(context, NULL, on_optional, &seen));
    CHECK_CALLBACK("one with an error", FIXTURES_ERROR,
                   fixtures_fail(context, "as foreseen", on_failure, &seen));
    CHECK_CALLBACK("one with what is no member of an enum", FIXTURES_ERROR,
                   fixtures_no_such_color(context, on_no_color, &seen));
    CHECK_CALLBACK("one with a new object", FIXTURES_OK, fixtures_create(on_created, &seen));
    CHECK("the new object can be destroyed", fixtures_destroy(seen.created) == FIXTURES_OK);
    CHECK("without a callback nothing is called",
          fixtures_touch(context, NULL, NULL) == FIXTURES_MISSING_CALLBACK);
}
