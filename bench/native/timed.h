/* Times calls, like managed/: first all calls together, then each call separately. */
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

/** Makes calls for that many nanoseconds, and reads the clock only occasionally. */
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

/** Makes calls for a quarter of that time and times each call. The times include reading the clock. */
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

/** Prints one line of JSON. Times are in nanoseconds; `cpu` is the CPU time of all calls. */
static inline void timed_print(timed t, uint64_t cpu, const histogram *latency)
{
    printf("{\"requests\": %llu, \"elapsed\": %llu, \"cpu\": %llu, ", (unsigned long long)t.calls,
           (unsigned long long)t.elapsed, (unsigned long long)cpu);
    histogram_print(latency);
    printf("}\n");
}

#endif
