/* Ten thousand threads that start, make a call and exit: visitors [VISITORS [MOST_KIB]] */
#include <my_timer.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "process.h"

#define AT_ONCE 8
#define VISITORS 10000

/* The memory that ten thousand threads may use. A leak of 512 bytes per thread would exceed it. */
#define MOST_KIB 4096
#define MOST_THREADS 4

/* Makes a call that fails, which sets the last error of the thread. */
static void *visit(void *argument)
{
    const my_timer_echo_request refused = {"late", MY_TIMER_MAX_DELAY_MS + 1};
    my_timer_echo_response reply = {0};
    my_timer *timer = argument;
    char *version = NULL;
    bool is_fine;

    is_fine =
        my_timer_version_sync(timer, &version) == MY_TIMER_OK && same_text(version, MY_TIMER_TIMER_VERSION) &&
        my_timer_echo_sync(timer, &refused, &reply) == MY_TIMER_ERROR && my_timer_last_error()[0] != '\0';
    my_timer_string_free(version);
    return is_fine ? argument : NULL;
}

static int let_in(my_timer *timer, int count)
{
    pthread_t threads[AT_ONCE];
    void *outcome;
    int i, done, fine = 0;
    for (done = 0; done < count; done += AT_ONCE) {
        for (i = 0; i < AT_ONCE; i++) {
            if (pthread_create(&threads[i], NULL, visit, timer) != 0)
                return -1;
        }
        for (i = 0; i < AT_ONCE; i++)
            fine += pthread_join(threads[i], &outcome) == 0 && outcome != NULL ? 1 : 0;
    }
    return fine;
}

int main(int argc, char **argv)
{
    const my_timer_config config = {"host"};
    const int visitors = argc > 1 ? atoi(argv[1]) : VISITORS;
    const long most_kib = argc > 2 ? atol(argv[2]) : MOST_KIB;
    const int first = visitors / (5 * AT_ONCE) * AT_ONCE;
    my_timer *timer = NULL;
    int threads, descriptors;
    long resident;
    int round;

    if (visitors % AT_ONCE != 0 || first == 0 || most_kib <= 0) {
        fprintf(stderr, "usage: visitors [VISITORS [MOST_KIB]], of which %d come at once\n", AT_ONCE);
        return 2;
    }
    if (!CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK))
        return check_summary();
    CHECK("the first visitors are answered", let_in(timer, first) == first);
    threads = process_threads();
    descriptors = process_descriptors();
    resident = process_resident_kib();
    CHECK("the others are answered", let_in(timer, visitors) == visitors);
    /* The memory of the garbage collector settles, but a leak grows in every round. */
    for (round = 0; round < 2 && process_resident_kib() > resident + most_kib; round++) {
        resident = process_resident_kib();
        CHECK("more are answered", let_in(timer, visitors) == visitors);
    }
    CHECK("no threads are left", process_threads() <= threads + MOST_THREADS);
    CHECK("nor descriptors", process_descriptors() <= descriptors);
    CHECK("nor memory", resident > 0 && process_resident_kib() <= resident + most_kib);
    CHECK("the timer can be destroyed", my_timer_destroy(timer) == MY_TIMER_OK);
    return check_summary();
}
