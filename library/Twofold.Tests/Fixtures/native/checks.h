/* Each function checks one feature and prints its own lines. */
#ifndef CHECKS_H
#define CHECKS_H

#include <fixtures.h>

void check_constants(void);
void check_callbacks(fixtures *context);
void check_events(fixtures *context);
void check_refusals(fixtures *context);
void check_objects(fixtures *context);
void check_call_path(fixtures *context);

#endif
