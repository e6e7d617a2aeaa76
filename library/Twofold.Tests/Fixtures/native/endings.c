/* Objects that are destroyed while they are in use, by different threads and at different times. */
#include <fixtures.h>
#include <stdatomic.h>

#include "check.h"
#include "ending.h"
#include "occupant.h"
#include "thread.h"

/* A call or a destroy on its own thread, and the outcome. */
typedef struct worker {
    fixtures *context;
    atomic_int *ready;
    fixtures_status status;
    thread_handle thread;
} worker;

static void on_passed(const fixtures_on_passed_event *event, void *user_data)
{
    (void)event;
    ending_note(user_data, FIXTURES_OK);
}

static void on_passed_destroy(const fixtures_on_passed_event *event, void *user_data)
{
    ending *end = user_data;
    (void)event;
    ending_note(end, fixtures_destroy(end->context));
}

static void end_destroy(fixtures_status status, const char *error, void *user_data)
{
    ending *end = user_data;
    (void)error;
    ending_note(end, status == FIXTURES_OK ? fixtures_destroy(end->context) : status);
}

static fixtures *create(void)
{
    fixtures *context = NULL;
    CHECK("create", fixtures_create_sync(&context) == FIXTURES_OK);
    return context;
}

static bool is_gone(fixtures *context)
{
    return fixtures_touch_sync(context) == FIXTURES_INVALID_HANDLE &&
           fixtures_destroy(context) == FIXTURES_INVALID_HANDLE;
}

static void check_calls_in_flight(void)
{
    enum {
        CALLS = 64
    };
    fixtures *context = create();
    ending end;
    bool are_accepted = true;
    ending_init(&end, context);
    for (int i = 0; i < CALLS; i++)
        are_accepted = are_accepted && fixtures_pass_and_stay(context, end_nothing, &end) == FIXTURES_OK;
    CHECK("calls are in flight", are_accepted && ending_count(&end) == 0);
    CHECK("destroy ends each of them, once, before it returns", fixtures_destroy(context) == FIXTURES_OK &&
                                                                    ending_count(&end) == CALLS &&
                                                                    end.status == FIXTURES_CANCELLED);
    CHECK("the object is gone", is_gone(context));
}

static void check_inside_callbacks(void)
{
    ending end;
    ending_init(&end, create());
    CHECK("destroy inside a callback on the caller's thread",
          fixtures_touch(end.context, end_destroy, &end) == FIXTURES_OK && ending_count(&end) == 1 &&
              end.status == FIXTURES_OK && is_gone(end.context));

    ending_init(&end, create());
    CHECK("destroy inside a callback on another thread",
          fixtures_touch_later(end.context, end_destroy, &end) == FIXTURES_OK && latch_wait(&end.calls, 1) &&
              end.status == FIXTURES_OK && is_gone(end.context));
}

static void check_inside_events(void)
{
    ending heard, called;
    int64_t passed = 0;
    ending_init(&heard, create());
    CHECK("a listener that destroys the object",
          fixtures_add_on_passed_listener(heard.context, on_passed_destroy, &heard, NULL) == FIXTURES_OK);
    CHECK("the call that raised the event ends normally",
          fixtures_pass_sync(heard.context, &passed) == FIXTURES_OK && passed == 1);
    CHECK("destroy inside an event",
          ending_count(&heard) == 1 && heard.status == FIXTURES_OK && is_gone(heard.context));

    ending_init(&heard, create());
    ending_init(&called, heard.context);
    CHECK("a listener that destroys the object while the call still awaits",
          fixtures_add_on_passed_listener(heard.context, on_passed_destroy, &heard, NULL) == FIXTURES_OK &&
              fixtures_pass_and_stay(heard.context, end_nothing, &called) == FIXTURES_OK);
    CHECK("destroy inside that event",
          latch_wait(&heard.calls, 1) && heard.status == FIXTURES_OK && is_gone(heard.context));
    CHECK("that call has ended, once", ending_count(&called) == 1 && called.status == FIXTURES_CANCELLED);
}

THREAD_MAIN(stay, argument)
{
    worker *worker = argument;
    worker->status = fixtures_pass_and_stay_sync(worker->context);
    return 0;
}

THREAD_MAIN(destroy, argument)
{
    worker *worker = argument;
    atomic_fetch_sub(worker->ready, 1);
    while (atomic_load(worker->ready) > 0) {
    }
    worker->status = fixtures_destroy(worker->context);
    return 0;
}

static void check_other_threads(void)
{
    enum {
        ROUNDS = 200
    };
    worker caller = {.context = create(), .status = FIXTURES_INTERNAL};
    occupant occupant;
    ending heard;
    int destroyed = 0, refused = 0;

    ending_init(&heard, caller.context);
    CHECK("a listener signals that a call is running",
          fixtures_add_on_passed_listener(caller.context, on_passed, &heard, NULL) == FIXTURES_OK);
    CHECK("another thread blocks in a call",
          thread_start(&caller.thread, stay, &caller) && latch_wait(&heard.calls, 1));
    CHECK("destroy", fixtures_destroy(caller.context) == FIXTURES_OK);
    thread_join(caller.thread);
    CHECK("the blocked call is cancelled", caller.status == FIXTURES_CANCELLED);

    CHECK("another thread runs a method", occupant_enter(&occupant, create()));
    {
        atomic_int ready = 1;
        worker other = {.context = occupant.context, .ready = &ready, .status = FIXTURES_INTERNAL};
        CHECK("a second thread destroys the object", thread_start(&other.thread, destroy, &other));
        CHECK("the method runs to its end", occupant_leave(&occupant) == FIXTURES_OK);
        thread_join(other.thread);
        CHECK("destroy returns as well", other.status == FIXTURES_OK && is_gone(other.context));
    }

    for (int round = 0; round < ROUNDS; round++) {
        atomic_int ready = 2;
        worker workers[2];
        fixtures *context = NULL;
        fixtures_create_sync(&context);
        for (int i = 0; i < 2; i++) {
            workers[i] = (worker){.context = context, .ready = &ready, .status = FIXTURES_INTERNAL};
            if (!thread_start(&workers[i].thread, destroy, &workers[i]))
                return;
        }
        for (int i = 0; i < 2; i++) {
            thread_join(workers[i].thread);
            destroyed += workers[i].status == FIXTURES_OK;
            refused += workers[i].status == FIXTURES_INVALID_HANDLE;
        }
    }
    CHECK("if two threads destroy an object, one succeeds", destroyed == ROUNDS && refused == ROUNDS);
}

int main(void)
{
    check_calls_in_flight();
    check_inside_callbacks();
    check_inside_events();
    check_other_threads();
    return check_summary();
}
