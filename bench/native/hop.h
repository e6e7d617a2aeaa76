/* A worker thread that answers: the cost of a design that runs each call on another thread. */
#ifndef BENCH_HOP_H
#define BENCH_HOP_H

typedef struct hop hop;

/** Starts the thread; NULL on failure. */
hop *hop_start(void);

/** Wakes the thread and waits for its answer: two condition variables, two switches. Not thread-safe. */
void hop_call(hop *h);

/** Ends the thread. NULL is allowed. */
void hop_stop(hop *h);

#endif
