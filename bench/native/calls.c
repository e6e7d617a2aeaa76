/*
 * Calls the library within the process again and again. Usage: calls WORKLOAD THREADS one|each MILLISECONDS
 * The threads share one timer, or have one each. Each thread first calls for that long with a look at the
 * clock only now and then, which gives the time per call; then for a quarter of it with each call timed,
 * which gives the percentiles and includes the clock. Prints one line of JSON; times are in nanoseconds.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "histogram.h"
#include "workloads.h"

enum {
    MAX_THREADS = 64,
    WARM_UP = 2000,
    BETWEEN_LOOKS = 64
};

typedef struct runner {
    pthread_t thread;
    worker worker;
    const workload *workload;
    uint64_t duration;
    uint64_t calls;     /* of the first part */
    uint64_t elapsed;   /* likewise */
    histogram *latency; /* of the second part */
} runner;

static pthread_barrier_t step;
static runner runners[MAX_THREADS];

static void call(runner *r)
{
    r->workload->call(&r->worker);
    if (!r->worker.is_right) {
        fprintf(stderr, "%s: the answer is not the expected one\n", r->workload->name);
        exit(1);
    }
}

static void *run(void *argument)
{
    runner *r = argument;
    uint64_t began, now, end;
    worker_begin(&r->worker);
    for (int i = 0; i < WARM_UP; i++)
        call(r);

    (void)pthread_barrier_wait(&step);
    (void)pthread_barrier_wait(&step);
    began = clock_now();
    do {
        for (int i = 0; i < BETWEEN_LOOKS; i++)
            call(r);
        r->calls += BETWEEN_LOOKS;
        now = clock_now();
    } while (now - began < r->duration);
    r->elapsed = now - began;

    (void)pthread_barrier_wait(&step);
    (void)pthread_barrier_wait(&step);
    now = clock_now();
    end = now + r->duration / 4;
    while (now < end) {
        uint64_t before = now;
        call(r);
        now = clock_now();
        histogram_add(r->latency, now - before);
    }
    return NULL;
}

static bool make_worker(runner *r, my_timer *timer, const char *workload_name)
{
    r->worker.timer = timer;
    r->latency = calloc(1, sizeof *r->latency);
    if (strcmp(workload_name, "hop") == 0 && (r->worker.hop = hop_start()) == NULL)
        return false;
    return r->latency != NULL && sem_init(&r->worker.answered, 0, 0) == 0;
}

static void end_worker(runner *r)
{
    hop_stop(r->worker.hop);
    free(r->latency);
    (void)sem_destroy(&r->worker.answered);
}

int main(int argc, char **argv)
{
    my_timer_config config = {.name = "bench"};
    my_timer *timers[MAX_THREADS] = {NULL};
    const workload *workload = argc == 5 ? workload_find(argv[1]) : NULL;
    unsigned long threads = argc == 5 ? strtoul(argv[2], NULL, 10) : 0;
    bool is_shared = argc == 5 && strcmp(argv[3], "one") == 0;
    uint64_t calls = 0, elapsed = 0, cpu;
    histogram *all;

    if (workload == NULL || threads == 0 || threads > MAX_THREADS) {
        fprintf(stderr, "usage: %s WORKLOAD THREADS one|each MILLISECONDS, where WORKLOAD is one of\n",
                argv[0]);
        workload_list();
        return 2;
    }
    (void)pthread_barrier_init(&step, NULL, (unsigned)threads + 1);
    for (size_t i = 0; i < threads; i++) {
        bool is_new = i == 0 || !is_shared;
        if (is_new && my_timer_create_sync(&config, &timers[i]) != MY_TIMER_OK) {
            fprintf(stderr, "%s\n", my_timer_last_error());
            return 1;
        }
        runners[i].workload = workload;
        runners[i].duration = strtoull(argv[4], NULL, 10) * 1000000u;
        if (!make_worker(&runners[i], is_new ? timers[i] : timers[0], argv[1]) ||
            pthread_create(&runners[i].thread, NULL, run, &runners[i]) != 0) {
            perror("worker");
            return 1;
        }
    }

    /* Between two steps nobody calls, so that it does not matter when this thread gets to run. */
    (void)pthread_barrier_wait(&step);
    cpu = clock_cpu();
    (void)pthread_barrier_wait(&step);
    (void)pthread_barrier_wait(&step);
    cpu = clock_cpu() - cpu;
    (void)pthread_barrier_wait(&step);

    all = runners[0].latency;
    for (size_t i = 0; i < threads; i++) {
        (void)pthread_join(runners[i].thread, NULL);
        calls += runners[i].calls;
        elapsed = runners[i].elapsed > elapsed ? runners[i].elapsed : elapsed;
        if (i > 0)
            histogram_merge(all, runners[i].latency);
    }
    printf("{\"requests\": %llu, \"elapsed\": %llu, \"cpu\": %llu, ", (unsigned long long)calls,
           (unsigned long long)elapsed, (unsigned long long)cpu);
    histogram_print(all);
    printf("}\n");
    for (size_t i = 0; i < threads; i++) {
        end_worker(&runners[i]);
        if (timers[i] != NULL)
            (void)my_timer_destroy(timers[i]);
    }
    return 0;
}
