/* The call path: the threads of methods and callbacks, what they wait for, and what a callback may do. */
#include <fixtures_cbor.h>

#include "check.h"
#include "checks.h"
#include "ending.h"
#include "occupant.h"
#include "thread.h"

static const uint8_t no_arguments[] = {0xA0};

/* Blocks in its callback until it is released. */
typedef struct blocker {
    fixtures *context;
    latch entered;
    latch leave;
} blocker;

static void on_block(fixtures_status status, const char *error, void *user_data)
{
    blocker *blocker = user_data;
    (void)status;
    (void)error;
    latch_signal(&blocker->entered);
    latch_wait(&blocker->leave, 1);
}

THREAD_MAIN(block, argument)
{
    blocker *blocker = argument;
    fixtures_touch(blocker->context, on_block, blocker);
    return 0;
}

static void on_tick(void *user_data)
{
    (void)user_data;
}

/* Makes calls of every form inside a callback, and adds and removes a listener. */
static void on_outer(fixtures_status status, const char *error, void *user_data)
{
    ending *outer = user_data, inner;
    int64_t passed;
    uint64_t id;
    (void)error;
    ending_init(&inner, outer->context);
    if (fixtures_pass_sync(inner.context, &passed) != FIXTURES_OK ||
        fixtures_pass_twice_sync(inner.context, &passed) != FIXTURES_OK ||
        fixtures_touch(inner.context, end_nothing, &inner) != FIXTURES_OK ||
        fixtures_pass_twice(inner.context, end_number, &inner) != FIXTURES_OK ||
        fixtures_touch_cbor(inner.context, no_arguments, 1, end_cbor, &inner) != FIXTURES_OK ||
        !latch_wait(&inner.calls, 3) ||
        fixtures_add_on_tick_listener(inner.context, on_tick, NULL, &id) != FIXTURES_OK ||
        fixtures_remove_listener(inner.context, id) != FIXTURES_OK)
        status = FIXTURES_INTERNAL;
    ending_note(outer, status);
}

static void check_idle(fixtures *context)
{
    ending end;
    ending_init(&end, context);
    CHECK("a call to an idle object runs the callback on the same thread, before it returns",
          fixtures_touch(context, end_nothing, &end) == FIXTURES_OK && ending_count(&end) == 1 &&
              end.status == FIXTURES_OK && end.in_place == 1);
    CHECK("so does a call in the CBOR form",
          fixtures_touch_cbor(context, no_arguments, 1, end_cbor, &end) == FIXTURES_OK &&
              ending_count(&end) == 2 && end.status == FIXTURES_OK && end.in_place == 2);
    CHECK("a call that awaits runs the callback later, on another thread",
          fixtures_pass_twice(context, end_number, &end) == FIXTURES_OK && latch_wait(&end.calls, 3) &&
              end.status == FIXTURES_OK && end.in_place == 2);
}

static void check_busy(fixtures *context)
{
    enum {
        QUEUED = 500
    };
    fixtures *other = NULL;
    occupant occupant;
    ending end;
    int64_t passed;
    bool are_accepted = true;
    ending_init(&end, context);

    CHECK("an object is kept busy", occupant_enter(&occupant, context));
    for (int i = 0; i < QUEUED; i++)
        are_accepted = are_accepted && fixtures_touch(context, end_nothing, &end) == FIXTURES_OK;
    CHECK("a call to a busy object is queued and does not block the caller",
          are_accepted && ending_count(&end) == 0);
    CHECK("another object runs in parallel",
          fixtures_create_sync(&other) == FIXTURES_OK && fixtures_pass_sync(other, &passed) == FIXTURES_OK &&
              fixtures_destroy(other) == FIXTURES_OK && ending_count(&end) == 0);
    CHECK("the thread that kept it busy returns", occupant_leave(&occupant) == FIXTURES_OK);
    CHECK("the queued calls run on threads of the library, not on that caller's",
          latch_wait(&end.calls, QUEUED) && end.status == FIXTURES_OK && end.in_place == 0);
}

static void check_interleaving(void)
{
    fixtures *context = NULL;
    ending stays;
    int64_t passed = 0;
    int32_t collisions = -1;
    CHECK("another object", fixtures_create_sync(&context) == FIXTURES_OK);
    ending_init(&stays, context);
    CHECK("a call awaits", fixtures_pass_and_stay(context, end_nothing, &stays) == FIXTURES_OK);
    CHECK("other calls run in the meantime",
          fixtures_pass_sync(context, &passed) == FIXTURES_OK && passed == 2 &&
              fixtures_pass_twice_sync(context, &passed) == FIXTURES_OK && passed == 4);
    CHECK("calls of one object do not overlap",
          fixtures_count_collisions_sync(context, &collisions) == FIXTURES_OK && collisions == 0);
    CHECK("the call still awaits", ending_count(&stays) == 0);
    CHECK("destroy ends it", fixtures_destroy(context) == FIXTURES_OK && ending_count(&stays) == 1 &&
                                 stays.status == FIXTURES_CANCELLED);
}

static void check_inside_callbacks(fixtures *context)
{
    thread_handle thread;
    blocker blocker = {.context = context};
    ending end;
    bool is_started;
    latch_init(&blocker.entered);
    latch_init(&blocker.leave);
    is_started = thread_start(&thread, block, &blocker);
    CHECK("a callback blocks", is_started && latch_wait(&blocker.entered, 1));
    CHECK("other calls are not blocked", fixtures_touch_sync(context) == FIXTURES_OK);
    latch_signal(&blocker.leave);
    if (is_started)
        thread_join(thread);

    ending_init(&end, context);
    CHECK("a callback on the caller's thread can make calls, and add and remove listeners",
          fixtures_touch(context, on_outer, &end) == FIXTURES_OK && ending_count(&end) == 1 &&
              end.status == FIXTURES_OK);
    CHECK("so can a callback on another thread",
          fixtures_touch_later(context, on_outer, &end) == FIXTURES_OK && latch_wait(&end.calls, 2) &&
              end.status == FIXTURES_OK);
}

void check_call_path(fixtures *context)
{
    check_idle(context);
    check_busy(context);
    check_interleaving();
    check_inside_callbacks(context);
}
