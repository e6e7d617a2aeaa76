/*
 * Eight threads make concurrent calls in every form while listeners are added and removed: first on one
 * object, then on one object per thread. crowd [CALLS_PER_THREAD]
 */
#include <fixtures.h>
#include <fixtures_cbor.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "thread.h"

#define THREADS 8
#define PATIENCE_MS 120000

static const uint8_t no_arguments[] = {0xA0};

/* A listener that counts errors. */
typedef struct ear {
    atomic_llong heard;
    int64_t last; /* the last passage; not atomic, because events are delivered one at a time */
    atomic_int inside;
    atomic_bool is_removed;
    atomic_int faults;
} ear;

/* An object, and the calls that were made to it. */
typedef struct crowd {
    fixtures *context;
    ear ear;
    uint64_t ear_id;
    atomic_llong passages; /* passages of all calls */
    atomic_int due;        /* outstanding callbacks */
    atomic_int faults;
} crowd;

/* One call with a callback, and how often the callback ran. */
typedef struct slot {
    crowd *crowd;
    fixtures_status expected;
    atomic_int answers;
    bool calls_back;
} slot;

typedef struct caller {
    crowd *crowd;
    slot *slots;
    int calls;
    thread_handle thread;
} caller;

static void hear(const fixtures_on_passed_event *event, void *user_data)
{
    ear *ear = user_data;
    const bool is_alone = atomic_fetch_add(&ear->inside, 1) == 0;
    if (!is_alone || event->value <= ear->last || atomic_load(&ear->is_removed))
        atomic_fetch_add(&ear->faults, 1);
    ear->last = event->value;
    atomic_fetch_add(&ear->heard, 1);
    atomic_fetch_sub(&ear->inside, 1);
}

static void answer(slot *slot, fixtures_status status, bool is_well_formed)
{
    atomic_fetch_add(&slot->answers, 1);
    if (status != slot->expected || !is_well_formed)
        atomic_fetch_add(&slot->crowd->faults, 1);
    atomic_fetch_sub(&slot->crowd->due, 1);
}

static void on_nothing(fixtures_status status, const char *error, void *user_data)
{
    answer(user_data, status, (error == NULL) == (status == FIXTURES_OK));
}

static void on_number(fixtures_status status, int64_t reply, const char *error, void *user_data)
{
    answer(user_data, status, reply > 0 && error == NULL);
}

static void on_cbor(fixtures_status status, const uint8_t *body, size_t size, void *user_data)
{
    answer(user_data, status, body != NULL && size > 0);
}

/* Counts a call, its passages and its outstanding callback before the call is made. */
static slot *expect(crowd *crowd, slot *slot, int passages, bool calls_back)
{
    slot->crowd = crowd;
    slot->calls_back = calls_back;
    atomic_fetch_add(&crowd->passages, passages);
    if (calls_back)
        atomic_fetch_add(&crowd->due, 1);
    return slot;
}

/* A listener on the stack of the caller, which is invalid after the removal. */
static fixtures_status listen_briefly(crowd *crowd)
{
    ear brief;
    uint64_t id = 0;
    int64_t passed = 0;
    fixtures_status status;
    memset(&brief, 0, sizeof brief);
    status = fixtures_add_on_passed_listener(crowd->context, hear, &brief, &id);
    if (status == FIXTURES_OK)
        status = fixtures_pass_sync(crowd->context, &passed);
    if (status == FIXTURES_OK)
        status = fixtures_remove_listener(crowd->context, id);
    atomic_store(&brief.is_removed, true);
    atomic_fetch_add(&crowd->faults, atomic_load(&brief.faults));
    return status;
}

static fixtures_status call(crowd *crowd, slot *slot, int number)
{
    fixtures *context = crowd->context;
    int64_t passed;
    if (number % 1000 == 0) {
        expect(crowd, slot, 1, true)->expected = FIXTURES_CANCELLED;
        return fixtures_pass_and_stay(context, on_nothing, slot);
    }
    if (number % 100 == 1) {
        expect(crowd, slot, 1, false);
        return listen_briefly(crowd);
    }
    if (number % 100 == 2) {
        expect(crowd, slot, 2, false);
        return fixtures_pass_twice_sync(context, &passed);
    }
    switch (number % 6) {
    case 0:
        return fixtures_pass_twice(context, on_number, expect(crowd, slot, 2, true));
    case 1:
        return fixtures_pass(context, on_number, expect(crowd, slot, 1, true));
    case 2:
        return fixtures_pass_cbor(context, no_arguments, 1, on_cbor, expect(crowd, slot, 1, true));
    case 3:
        return fixtures_touch(context, on_nothing, expect(crowd, slot, 0, true));
    default:
        expect(crowd, slot, 1, false);
        return fixtures_pass_sync(context, &passed);
    }
}

THREAD_MAIN(call_often, argument)
{
    caller *caller = argument;
    for (int i = 0; i < caller->calls; i++) {
        if (call(caller->crowd, &caller->slots[i], i) != FIXTURES_OK)
            atomic_fetch_add(&caller->crowd->faults, 1);
    }
    return 0;
}

/* Waits until only the calls that never end are outstanding, and every event is received or lost. */
static bool is_settled(crowd *crowd, int staying, uint64_t *lost)
{
    const int64_t deadline = thread_now_ms() + PATIENCE_MS;
    while (thread_now_ms() < deadline) {
        if (atomic_load(&crowd->due) == staying &&
            fixtures_listener_lost(crowd->context, crowd->ear_id, lost) == FIXTURES_OK &&
            atomic_load(&crowd->ear.heard) + (long long)*lost == atomic_load(&crowd->passages))
            return true;
    }
    return false;
}

static void check_crowd(crowd *crowd, int staying)
{
    uint64_t lost = 0;
    int64_t passed = 0;
    int32_t collisions = -1;
    CHECK("every call has ended except those that never end, and every event was received or counted as lost",
          is_settled(crowd, staying, &lost));
    CHECK("the methods of an object never overlapped",
          fixtures_count_collisions_sync(crowd->context, &collisions) == FIXTURES_OK && collisions == 0);
    CHECK("each call ran once", fixtures_pass_sync(crowd->context, &passed) == FIXTURES_OK &&
                                    passed == atomic_load(&crowd->passages) + 1);
    CHECK("destroy ends the calls that never end",
          fixtures_destroy(crowd->context) == FIXTURES_OK && atomic_load(&crowd->due) == 0);
    CHECK("every outcome was as expected", atomic_load(&crowd->faults) == 0);
    CHECK("events arrived one at a time, in order, and never after the listener was removed",
          atomic_load(&crowd->ear.faults) == 0 && atomic_load(&crowd->ear.heard) > 0);
}

static void check_callers(const char *what, int objects, int calls)
{
    crowd *crowds = calloc((size_t)objects, sizeof *crowds);
    slot *slots = calloc((size_t)calls * THREADS, sizeof *slots);
    caller callers[THREADS];
    const int staying = (calls + 999) / 1000 * THREADS / objects;
    int wrong = 0, started = 0;
    bool are_created = crowds != NULL && slots != NULL;

    for (int i = 0; are_created && i < objects; i++)
        are_created = fixtures_create_sync(&crowds[i].context) == FIXTURES_OK &&
                      fixtures_add_on_passed_listener(crowds[i].context, hear, &crowds[i].ear,
                                                      &crowds[i].ear_id) == FIXTURES_OK;
    if (!CHECK(what, are_created))
        goto cleanup;

    for (; started < THREADS; started++) {
        caller *caller = &callers[started];
        caller->crowd = &crowds[started % objects];
        caller->slots = slots + (size_t)started * (size_t)calls;
        caller->calls = calls;
        if (!thread_start(&caller->thread, call_often, caller))
            break;
    }
    CHECK("eight threads", started == THREADS);
    for (int i = 0; i < started; i++)
        thread_join(callers[i].thread);

    for (int i = 0; i < objects; i++)
        check_crowd(&crowds[i], staying);
    for (int i = 0; i < calls * THREADS; i++)
        wrong += atomic_load(&slots[i].answers) != (slots[i].calls_back ? 1 : 0);
    CHECK("every callback ran exactly once", wrong == 0);

cleanup:
    free(slots);
    free(crowds);
}

int main(int argc, char **argv)
{
    const int calls = argc > 1 ? atoi(argv[1]) : 100000;
    if (calls <= 0) {
        fprintf(stderr, "usage: crowd [CALLS_PER_THREAD]\n");
        return 2;
    }
    check_callers("one object", 1, calls);
    check_callers("eight objects", THREADS, calls);
    return check_summary();
}
