/* How calls are timed, here and in managed/: first all of them together, then one by one. */
#ifndef BENCH_TIMED_H
#define BENCH_TIMED_H

#include "clock.h"
#include "histogram.h"

enum {
    TIMED_BETWEEN_LOOKS = 64
};

typedef struct timed {
    uint64_t calls;
    uint64_t elapsed; /* in nanoseconds */
} timed;

/** Calls for that many nanoseconds, with a look at the clock only now and then. */
static inline timed timed_together(void (*call)(void *), void *argument, uint64_t duration)
{
    timed t = {0};
    uint64_t began = clock_now();
    do {
        for (int i = 0; i < TIMED_BETWEEN_LOOKS; i++)
            call(argument);
        t.calls += TIMED_BETWEEN_LOOKS;
        t.elapsed = clock_now() - began;
    } while (t.elapsed < duration);
    return t;
}

/** Calls for a quarter of it with each call timed, which includes the clock. */
static inline void timed_one_by_one(void (*call)(void *), void *argument, uint64_t duration,
                                    histogram *latency)
{
    uint64_t now = clock_now(), end = now + duration / 4;
    while (now < end) {
        uint64_t before = now;
        call(argument);
        now = clock_now();
        histogram_add(latency, now - before);
    }
}

/** Prints one line of JSON; times are in nanoseconds, `cpu` is that of the calls together. */
static inline void timed_print(timed t, uint64_t cpu, const histogram *latency)
{
    printf("{\"requests\": %llu, \"elapsed\": %llu, \"cpu\": %llu, ", (unsigned long long)t.calls,
           (unsigned long long)t.elapsed, (unsigned long long)cpu);
    histogram_print(latency);
    printf("}\n");
}

#endif
