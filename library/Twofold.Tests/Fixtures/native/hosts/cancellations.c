/* Threads that are cancelled while they call, beside one that goes on: cancellations [ROUNDS] */
#include <my_timer.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "check.h"

#define CANCELLED 8
#define ROUNDS 100
#define CALLS 20

static my_timer *s_timer;
static atomic_int s_wrong;

/* One call that completes in place, one that waits, and one that starts and stops a server. */
static void call(int delay_ms)
{
    const my_timer_echo_request request = {"still here", delay_ms};
    my_timer_echo_response reply = {0};
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer_server *server = NULL;
    char *version = NULL;

    if (my_timer_version_sync(s_timer, &version) != MY_TIMER_OK)
        atomic_fetch_add(&s_wrong, 1);
    my_timer_string_free(version);
    if (my_timer_echo_sync(s_timer, &request, &reply) != MY_TIMER_OK ||
        !same_text(reply.echoed, "still here"))
        atomic_fetch_add(&s_wrong, 1);
    my_timer_echo_response_free(&reply);
    options.address = "tcp:127.0.0.1:0";
    if (delay_ms == 0 && (my_timer_server_start(s_timer, &options, &server) != MY_TIMER_OK ||
                          my_timer_server_stop(server) != MY_TIMER_OK))
        atomic_fetch_add(&s_wrong, 1);
}

static void *until_cancelled(void *ready)
{
    for (int i = 1;; i = i % 3 + 1) {
        call(i - 1);
        pthread_barrier_t *barrier = ready;
        if (barrier != NULL)
            pthread_barrier_wait(barrier);
        ready = NULL;
        pthread_testcancel();
    }
    return NULL;
}

static void *go_on(void *unused)
{
    (void)unused;
    for (int i = 0; i < CALLS; i++)
        call(i % 3);
    return NULL;
}

static int cancel_some(int round)
{
    pthread_t threads[CANCELLED], other;
    pthread_barrier_t all_call;
    struct timespec later = {0, round % 10 * 200000L};
    void *outcome;
    int cancelled = 0;

    pthread_barrier_init(&all_call, NULL, CANCELLED + 1);
    for (int i = 0; i < CANCELLED; i++) {
        if (pthread_create(&threads[i], NULL, until_cancelled, &all_call) != 0)
            return -1;
    }
    if (pthread_create(&other, NULL, go_on, NULL) != 0)
        return -1;
    pthread_barrier_wait(&all_call);
    nanosleep(&later, NULL); /* another place in their calls each time */
    for (int i = 0; i < CANCELLED; i++)
        pthread_cancel(threads[i]);
    for (int i = 0; i < CANCELLED; i++)
        cancelled += pthread_join(threads[i], &outcome) == 0 && outcome == PTHREAD_CANCELED ? 1 : 0;
    pthread_join(other, NULL);
    pthread_barrier_destroy(&all_call);
    return cancelled;
}

int main(int argc, char **argv)
{
    const my_timer_config config = {"host"};
    const int rounds = argc > 1 ? atoi(argv[1]) : ROUNDS;
    int cancelled = 0;

    if (!CHECK("a timer", my_timer_create_sync(&config, &s_timer) == MY_TIMER_OK))
        return check_summary();
    for (int i = 0; i < rounds; i++)
        cancelled += cancel_some(i);
    CHECK("every thread ends, between two calls", rounds > 0 && cancelled == rounds * CANCELLED);
    CHECK("every call is answered", s_wrong == 0);
    CHECK("the timer can be destroyed", my_timer_destroy(s_timer) == MY_TIMER_OK);
    return check_summary();
}
