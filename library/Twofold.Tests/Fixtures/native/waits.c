/* Remove and destroy wait for callbacks on other threads, but never deadlock. */
#include <fixtures.h>
#include <stdatomic.h>

#include "check.h"
#include "latch.h"
#include "thread.h"

/* A callback or listener that is still running while another thread removes it or destroys its object. */
typedef struct straggler {
    fixtures *context;
    uint64_t listener;
    latch entered;
    latch leave;
    atomic_bool is_over; /* whether remove or destroy has returned */
    bool was_late;       /* whether the callback was still running at that time */
    fixtures_status status;
} straggler;

static void linger(straggler *straggler)
{
    int64_t deadline;
    latch_signal(&straggler->entered);
    latch_wait(&straggler->leave, 1);
    deadline = thread_now_ms() + 50;
    while (!atomic_load(&straggler->is_over) && thread_now_ms() < deadline) {
    }
    straggler->was_late = atomic_load(&straggler->is_over);
}

static void on_passed_linger(const fixtures_on_passed_event *event, void *user_data)
{
    (void)event;
    linger(user_data);
}

static void end_linger(fixtures_status status, const char *error, void *user_data)
{
    (void)status;
    (void)error;
    linger(user_data);
}

THREAD_MAIN(pass, argument)
{
    int64_t passed;
    fixtures_pass_sync(((straggler *)argument)->context, &passed);
    return 0;
}

THREAD_MAIN(touch, argument)
{
    fixtures_touch(((straggler *)argument)->context, end_linger, argument);
    return 0;
}

THREAD_MAIN(remove_it, argument)
{
    straggler *straggler = argument;
    straggler->status = fixtures_remove_listener(straggler->context, straggler->listener);
    atomic_store(&straggler->is_over, true);
    return 0;
}

THREAD_MAIN(destroy_it, argument)
{
    straggler *straggler = argument;
    straggler->status = fixtures_destroy(straggler->context);
    atomic_store(&straggler->is_over, true);
    return 0;
}

/* Waits until the listener or the object can no longer be found. */
static bool is_being_ended(straggler *straggler)
{
    const int64_t deadline = thread_now_ms() + 20000;
    uint64_t lost;
    while (fixtures_listener_lost(straggler->context, straggler->listener, &lost) == FIXTURES_OK) {
        if (thread_now_ms() > deadline)
            return false;
    }
    return true;
}

static void check_waiting(const char *what, thread_main call, thread_main end)
{
    straggler straggler = {.status = FIXTURES_INTERNAL};
    thread_handle caller, ender;
    bool holds;
    latch_init(&straggler.entered);
    latch_init(&straggler.leave);
    holds = fixtures_create_sync(&straggler.context) == FIXTURES_OK &&
            fixtures_add_on_passed_listener(straggler.context, on_passed_linger, &straggler,
                                            &straggler.listener) == FIXTURES_OK &&
            thread_start(&caller, call, &straggler);
    CHECK("a callback is running", holds && latch_wait(&straggler.entered, 1));
    holds = holds && thread_start(&ender, end, &straggler);
    CHECK("another thread removes or destroys it", holds && is_being_ended(&straggler));
    latch_signal(&straggler.leave);
    if (!holds)
        return;
    thread_join(caller);
    thread_join(ender);
    CHECK(what, straggler.status == FIXTURES_OK && !straggler.was_late);
    fixtures_destroy(straggler.context);
}

/* Two listeners on their own threads; each removes the other listener or destroys the other's object. */
typedef struct opponent {
    fixtures *context;
    uint64_t listener;
    struct opponent *other;
    latch *inside;
    bool destroys;
    fixtures_status status;
    thread_handle thread;
} opponent;

static void on_passed_end_other(const fixtures_on_passed_event *event, void *user_data)
{
    opponent *opponent = user_data;
    struct opponent *other = opponent->other;
    (void)event;
    latch_signal(opponent->inside);
    if (!latch_wait(opponent->inside, 2))
        return;
    opponent->status = opponent->destroys ? fixtures_destroy(other->context)
                                          : fixtures_remove_listener(other->context, other->listener);
}

THREAD_MAIN(oppose, argument)
{
    int64_t passed;
    fixtures_pass_sync(((opponent *)argument)->context, &passed);
    return 0;
}

static void check_circle(const char *what, bool destroys)
{
    enum {
        ROUNDS = 100
    };
    bool holds = true;
    for (int round = 0; holds && round < ROUNDS; round++) {
        opponent opponents[2];
        latch inside;
        latch_init(&inside);
        for (int i = 0; i < 2; i++) {
            opponents[i] = (opponent){.other = &opponents[1 - i], .inside = &inside, .destroys = destroys};
            opponents[i].status = FIXTURES_INTERNAL;
            holds = holds && fixtures_create_sync(&opponents[i].context) == FIXTURES_OK &&
                    fixtures_add_on_passed_listener(opponents[i].context, on_passed_end_other, &opponents[i],
                                                    &opponents[i].listener) == FIXTURES_OK;
        }
        for (int i = 0; i < 2; i++)
            holds = thread_start(&opponents[i].thread, oppose, &opponents[i]) && holds;
        for (int i = 0; i < 2; i++)
            thread_join(opponents[i].thread);
        for (int i = 0; i < 2; i++)
            holds =
                holds && opponents[i].status == FIXTURES_OK &&
                fixtures_destroy(opponents[i].context) == (destroys ? FIXTURES_INVALID_HANDLE : FIXTURES_OK);
        latch_free(&inside);
    }
    CHECK(what, holds);
}

int main(void)
{
    check_waiting("remove waits for the listener", pass, remove_it);
    check_waiting("destroy waits for the listener", pass, destroy_it);
    check_waiting("destroy waits for the callback", touch, destroy_it);
    check_circle("two listeners that remove each other both return", false);
    check_circle("two listeners that destroy each other's object both return", true);
    return check_summary();
}
