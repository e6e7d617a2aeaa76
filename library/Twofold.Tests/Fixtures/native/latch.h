/* A signal from a callback to the thread that waits for it. */
#ifndef LATCH_H
#define LATCH_H

#include <stdbool.h>

#ifdef _WIN32
#include <windows.h>
typedef struct latch {
    CRITICAL_SECTION lock;
    CONDITION_VARIABLE changed;
    int count;
} latch;
#else
#include <pthread.h>
typedef struct latch {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int count;
} latch;
#endif

void latch_init(latch *latch);

/* Frees what the system keeps for it. */
void latch_free(latch *latch);

/* Counts one more. */
void latch_signal(latch *latch);

/* The count so far. */
int latch_count(latch *latch);

/* Whether the count is reached within 20 seconds. */
bool latch_wait(latch *latch, int count);

#endif
