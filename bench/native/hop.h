/* Another thread that answers: what a design pays that runs each call on a worker. */
#ifndef BENCH_HOP_H
#define BENCH_HOP_H

typedef struct hop hop;

/** Starts the thread; NULL on failure. */
hop *hop_start(void);

/** Wakes the thread and waits until it has answered: two condition variables, two switches. One caller at a
 * time. */
void hop_call(hop *h);

/** Ends the thread. NULL is fine. */
void hop_stop(hop *h);

#endif
