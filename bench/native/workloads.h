/* Calls within the process: each workload makes one call for a worker and returns after the answer. */
#ifndef BENCH_WORKLOADS_H
#define BENCH_WORKLOADS_H

#include <my_timer.h>
#include <semaphore.h>
#include <stdatomic.h>

#include "hop.h"
#include "wrapped.h"

/** A thread that makes calls. It waits for an answer that does not arrive during the call. */
typedef struct worker {
    my_timer *timer;
    hop *hop;
    wrapped *wrapped;
    atomic_int state; /* of the outstanding answer */
    sem_t answered;   /* posted only if the worker waits */
    int is_right;     /* whether the last answer was the expected one */
} worker;

typedef struct workload {
    const char *name;
    void (*call)(worker *self);
} workload;

/** The workload of that name; NULL if there is none. */
const workload *workload_find(const char *name);

/** Prints each name on its own line. */
void workload_list(void);

/** Assigns the worker to the current thread. */
void worker_begin(worker *self);

#endif
