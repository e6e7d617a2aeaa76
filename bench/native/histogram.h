/* Latencies in buckets with a relative width of at most 1/64, so a percentile is accurate to 1.6 %. */
#ifndef BENCH_HISTOGRAM_H
#define BENCH_HISTOGRAM_H

#include <stdint.h>
#include <stdio.h>

enum {
    HISTOGRAM_STEPS = 64,
    HISTOGRAM_BUCKETS = 64 * HISTOGRAM_STEPS
};

typedef struct histogram {
    uint64_t buckets[HISTOGRAM_BUCKETS];
    uint64_t count, max;
} histogram;

static inline void histogram_add(histogram *h, uint64_t nanoseconds)
{
    unsigned shift = nanoseconds < HISTOGRAM_STEPS ? 0 : 58u - (unsigned)__builtin_clzll(nanoseconds);
    h->buckets[shift * HISTOGRAM_STEPS + (nanoseconds >> shift)]++;
    h->count++;
    if (nanoseconds > h->max)
        h->max = nanoseconds;
}

/** The upper edge of the bucket that contains the quantile (0 to 1), in nanoseconds. */
static inline uint64_t histogram_at(const histogram *h, double quantile)
{
    uint64_t wanted = (uint64_t)(quantile * (double)h->count), seen = 0;
    for (unsigned i = 0; i < HISTOGRAM_BUCKETS; i++) {
        seen += h->buckets[i];
        if (seen > wanted) {
            unsigned shift = i / HISTOGRAM_STEPS;
            return (uint64_t)(i % HISTOGRAM_STEPS + 1) << shift;
        }
    }
    return h->max;
}

/** Adds the counts of `from`. */
static inline void histogram_merge(histogram *to, const histogram *from)
{
    for (unsigned i = 0; i < HISTOGRAM_BUCKETS; i++)
        to->buckets[i] += from->buckets[i];
    to->count += from->count;
    if (from->max > to->max)
        to->max = from->max;
}

/** Prints the percentiles as members of a JSON object, in nanoseconds. */
static inline void histogram_print(const histogram *h)
{
    printf("\"p50\": %llu, \"p90\": %llu, \"p99\": %llu, \"p999\": %llu, \"max\": %llu",
           (unsigned long long)histogram_at(h, 0.5), (unsigned long long)histogram_at(h, 0.9),
           (unsigned long long)histogram_at(h, 0.99), (unsigned long long)histogram_at(h, 0.999),
           (unsigned long long)h->max);
}

#endif
