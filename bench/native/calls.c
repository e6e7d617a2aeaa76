/*
 * Calls the library within the process again and again. Usage: calls WORKLOAD THREADS TIMERS MILLISECONDS
 * All threads share a single timer. With a multiple of THREADS timers, each thread calls its own timers in a
 * random order, which defeats caches. timed.h describes how calls are timed. Prints one line of JSON.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "timed.h"
#include "workloads.h"

enum {
    MAX_THREADS = 64,
    MAX_TIMERS = 1 << 20,
    WARM_UP = 2000
};

typedef struct runner {
    pthread_t thread;
    worker worker;
    const workload *workload;
    my_timer **timers;
    size_t timer_count, next;
    uint64_t duration;
    timed together;
    histogram *latency;
} runner;

static pthread_barrier_t step;
static runner runners[MAX_THREADS];

static void call(void *argument)
{
    runner *r = argument;
    r->worker.timer = r->timers[r->next];
    r->next = r->next + 1 < r->timer_count ? r->next + 1 : 0;
    r->workload->call(&r->worker);
    if (!r->worker.is_right) {
        fprintf(stderr, "%s: the answer is not the expected one\n", r->workload->name);
        exit(1);
    }
}

static void *run(void *argument)
{
    runner *r = argument;
    worker_begin(&r->worker);
    for (size_t i = 0; i < WARM_UP || i < r->timer_count; i++)
        call(r);

    (void)pthread_barrier_wait(&step);
    (void)pthread_barrier_wait(&step);
    r->together = timed_together(call, r, r->duration);
    (void)pthread_barrier_wait(&step);
    (void)pthread_barrier_wait(&step);
    timed_one_by_one(call, r, r->duration, r->latency);
    return NULL;
}

static bool begin_runner(runner *r, const workload *workload)
{
    r->workload = workload;
    r->latency = calloc(1, sizeof *r->latency);
    if (strcmp(workload->name, "hop") == 0 && (r->worker.hop = hop_start()) == NULL)
        return false;
    if (strcmp(workload->name, "echo_cpp") == 0 && (r->worker.wrapped = wrapped_make()) == NULL)
        return false;
    return r->latency != NULL && sem_init(&r->worker.answered, 0, 0) == 0 &&
           pthread_create(&r->thread, NULL, run, r) == 0;
}

static void end_runner(runner *r)
{
    hop_stop(r->worker.hop);
    wrapped_end(r->worker.wrapped);
    free(r->latency);
    (void)sem_destroy(&r->worker.answered);
}

/* The same order in every run. */
static void shuffle(my_timer **timers, size_t count)
{
    uint64_t state = 88172645463325252u;
    for (size_t i = count; i > 1; i--) {
        my_timer *last = timers[i - 1];
        size_t other;
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        other = state % i;
        timers[i - 1] = timers[other];
        timers[other] = last;
    }
}

static my_timer **make_timers(size_t count)
{
    my_timer_config config = {.name = "bench"};
    my_timer **timers = calloc(count, sizeof(my_timer *));
    for (size_t i = 0; timers != NULL && i < count; i++) {
        if (my_timer_create_sync(&config, &timers[i]) != MY_TIMER_OK) {
            fprintf(stderr, "%s\n", my_timer_last_error());
            exit(1);
        }
    }
    if (timers != NULL)
        shuffle(timers, count);
    return timers;
}

int main(int argc, char **argv)
{
    const workload *workload = argc == 5 ? workload_find(argv[1]) : NULL;
    size_t threads = argc == 5 ? strtoul(argv[2], NULL, 10) : 0;
    size_t timer_count = argc == 5 ? strtoul(argv[3], NULL, 10) : 0;
    my_timer **timers;
    timed all = {0};
    uint64_t cpu;

    if (workload == NULL || threads == 0 || threads > MAX_THREADS || timer_count == 0 ||
        timer_count > MAX_TIMERS || (timer_count > 1 && timer_count % threads != 0)) {
        fprintf(stderr,
                "usage: %s WORKLOAD THREADS TIMERS MILLISECONDS, where TIMERS is 1 or a multiple of THREADS, "
                "and WORKLOAD one of\n",
                argv[0]);
        workload_list();
        return 2;
    }
    timers = make_timers(timer_count);
    if (timers == NULL || pthread_barrier_init(&step, NULL, (unsigned)threads + 1) != 0)
        return 1;
    for (size_t i = 0; i < threads; i++) {
        runners[i].timer_count = timer_count == 1 ? 1 : timer_count / threads;
        runners[i].timers = timers + (timer_count == 1 ? 0 : i * runners[i].timer_count);
        runners[i].duration = strtoull(argv[4], NULL, 10) * 1000000u;
        if (!begin_runner(&runners[i], workload)) {
            perror("worker");
            return 1;
        }
    }

    /* No thread makes calls between two steps, so it does not matter when this thread is scheduled. */
    (void)pthread_barrier_wait(&step);
    cpu = clock_cpu();
    (void)pthread_barrier_wait(&step);
    (void)pthread_barrier_wait(&step);
    cpu = clock_cpu() - cpu;
    (void)pthread_barrier_wait(&step);

    for (size_t i = 0; i < threads; i++) {
        const runner *r = &runners[i];
        (void)pthread_join(r->thread, NULL);
        all.calls += r->together.calls;
        all.elapsed = r->together.elapsed > all.elapsed ? r->together.elapsed : all.elapsed;
        if (i > 0)
            histogram_merge(runners[0].latency, r->latency);
    }
    timed_print(all, cpu, runners[0].latency);
    for (size_t i = 0; i < threads; i++)
        end_runner(&runners[i]);
    for (size_t i = 0; i < timer_count; i++)
        (void)my_timer_destroy(timers[i]);
    free(timers);
    return 0;
}
