/* Everything that a host does with the library, but my_timer_serve. */
#ifndef WORK_H
#define WORK_H

#include <stdbool.h>

/* Makes calls of every kind, good and bad, on both libraries, and serves them; whether each ended as it
 * should. */
bool work(void);

#endif
