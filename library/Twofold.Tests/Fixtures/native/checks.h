/* The checks of one feature each; every one prints its own lines. */
#ifndef CHECKS_H
#define CHECKS_H

#include <fixtures.h>

void check_constants(void);
void check_scalars(fixtures *context);
void check_texts(fixtures *context);
void check_bytes(fixtures *context);
void check_lists(fixtures *context);
void check_optionals(fixtures *context);
void check_nested(fixtures *context);
void check_methods(fixtures *context);
void check_callbacks(fixtures *context);
void check_events(fixtures *context);
void check_refusals(fixtures *context);
void check_objects(fixtures *context);
void check_call_path(fixtures *context);

#endif
