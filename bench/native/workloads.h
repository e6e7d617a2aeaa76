/* What a caller within the process can do once: each takes a worker and returns after its answer. */
#ifndef BENCH_WORKLOADS_H
#define BENCH_WORKLOADS_H

#include <my_timer.h>
#include <semaphore.h>
#include <stdatomic.h>

#include "hop.h"
#include "wrapped.h"

/** A calling thread. An answer that does not come within the call is waited for. */
typedef struct worker {
    my_timer *timer;
    hop *hop;
    wrapped *wrapped;
    atomic_int state; /* what is known of the answer that is due */
    sem_t answered;   /* posted only if the worker waits */
    int is_right;     /* whether the last answer was the expected one */
} worker;

typedef struct workload {
    const char *name;
    void (*call)(worker *self);
} workload;

/** The workload of that name; NULL if there is none. */
const workload *workload_find(const char *name);

/** Prints every name on a line of its own. */
void workload_list(void);

/** Makes the worker the calling thread's own. */
void worker_begin(worker *self);

#endif
