/* A thread that keeps an object busy, inside a method. */
#ifndef OCCUPANT_H
#define OCCUPANT_H

#include <fixtures.h>

#include "thread.h"

typedef struct occupant {
    fixtures *context;
    fixtures_status status;
    thread_handle thread;
} occupant;

/* Whether the object is busy, after at most 20 seconds. */
bool occupant_enter(occupant *occupant, fixtures *context);

/* Lets the method return, and returns the status of its call. */
fixtures_status occupant_leave(occupant *occupant);

#endif
