/* The timer's echo through my_timer.hpp, for C. */
#ifndef BENCH_WRAPPED_H
#define BENCH_WRAPPED_H

#ifdef __cplusplus
extern "C" {
#endif

typedef struct wrapped wrapped;

/** Creates a timer; NULL on failure. */
wrapped *wrapped_make(void);

/** Makes a call, and returns whether the answer is as expected. */
int wrapped_echo(wrapped *self);

/** Destroys the timer. NULL is allowed. */
void wrapped_end(wrapped *self);

#ifdef __cplusplus
}
#endif

#endif
