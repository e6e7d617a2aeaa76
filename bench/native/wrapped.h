/* The timer's echo through my_timer.hpp, for C. */
#ifndef BENCH_WRAPPED_H
#define BENCH_WRAPPED_H

#ifdef __cplusplus
extern "C" {
#endif

typedef struct wrapped wrapped;

/** A timer of its own; NULL if it cannot be made. */
wrapped *wrapped_make(void);

/** Whether the answer is the expected one. */
int wrapped_echo(wrapped *self);

/** NULL is fine. */
void wrapped_end(wrapped *self);

#ifdef __cplusplus
}
#endif

#endif
