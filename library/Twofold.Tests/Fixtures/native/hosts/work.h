/* Everything that a host does with the library, except my_timer_serve. */
#ifndef WORK_H
#define WORK_H

#include <stdbool.h>

/* Makes valid and invalid calls of every kind to both libraries, and serves them. Returns whether each call
 * had the expected outcome. */
bool work(void);

#endif
