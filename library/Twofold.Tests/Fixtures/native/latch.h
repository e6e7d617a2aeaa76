/* A counter that a callback increments and a thread waits for. */
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

/* Frees its resources. */
void latch_free(latch *latch);

/* Increments the count. */
void latch_signal(latch *latch);

/* The current count. */
int latch_count(latch *latch);

/* Waits up to 20 seconds for the count, and returns whether it was reached. */
bool latch_wait(latch *latch, int count);

#endif
