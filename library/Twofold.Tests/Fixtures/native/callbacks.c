/* Properties of the callback form that the case table does not cover. */
#include <string.h>

#include "check.h"
#include "checks.h"
#include "latch.h"

/* What a callback received. The fields are written before the signal. */
typedef struct seen {
    latch done;
    fixtures_status status;
    fixtures *context;
    fixtures *created;
    int32_t number;
} seen;

static void on_created(fixtures_status status, fixtures *created, const char *error, void *user_data)
{
    seen *seen = user_data;
    seen->status = error == NULL ? status : FIXTURES_INTERNAL;
    seen->created = created;
    latch_signal(&seen->done);
}

static void on_number(fixtures_status status, int32_t reply, const char *error, void *user_data)
{
    seen *seen = user_data;
    (void)error;
    seen->status = status;
    seen->number = reply;
    latch_signal(&seen->done);
}

static void on_first(fixtures_status status, int32_t reply, const char *error, void *user_data)
{
    seen *seen = user_data;
    (void)status;
    (void)error;
    if (fixtures_add_later(seen->context, reply, 1, on_number, seen) != FIXTURES_OK)
        on_number(FIXTURES_INTERNAL, 0, NULL, seen);
}

void check_callbacks(fixtures *context)
{
    seen seen;
    memset(&seen, 0, sizeof seen);
    latch_init(&seen.done);
    seen.context = context;

    CHECK("a callback receives a new object", fixtures_create(on_created, &seen) == FIXTURES_OK &&
                                                  latch_wait(&seen.done, 1) && seen.status == FIXTURES_OK);
    CHECK("the new object can be destroyed", fixtures_destroy(seen.created) == FIXTURES_OK);
    CHECK("a callback can make a call", fixtures_add_later(context, 20, 21, on_first, &seen) == FIXTURES_OK &&
                                            latch_wait(&seen.done, 2) && seen.status == FIXTURES_OK &&
                                            seen.number == 42);
    CHECK("a call without a callback is rejected",
          fixtures_touch(context, NULL, NULL) == FIXTURES_MISSING_CALLBACK);
}
