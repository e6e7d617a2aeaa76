/* Records the outcome of callbacks. */
#ifndef ENDING_H
#define ENDING_H

#include <fixtures.h>

#include "latch.h"

typedef struct ending {
    latch calls;            /* counts the callbacks */
    fixtures *context;      /* for callbacks that make calls */
    fixtures_status status; /* of the last one */
    int in_place;           /* how many ran on threads that make calls */
} ending;

/* Marks the current thread as one that makes calls. */
void ending_mark_caller(void);

/* Prepares an ending, on a thread that makes calls. */
void ending_init(ending *ending, fixtures *context);

/* Frees an ending; no callback may be outstanding. */
void ending_free(ending *ending);

/* Records one callback. */
void ending_note(ending *ending, fixtures_status status);

/* The number of recorded callbacks. */
int ending_count(ending *ending);

/* Callbacks whose user_data is the ending. */
void end_nothing(fixtures_status status, const char *error, void *user_data);
void end_number(fixtures_status status, int64_t reply, const char *error, void *user_data);
void end_cbor(fixtures_status status, const uint8_t *body, size_t size, void *user_data);

#endif
