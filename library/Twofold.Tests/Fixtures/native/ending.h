/* What the callbacks of some calls have seen, and callbacks that note it. */
#ifndef ENDING_H
#define ENDING_H

#include <fixtures.h>

#include "latch.h"

typedef struct ending {
    latch calls;            /* counts the callbacks */
    fixtures *context;      /* for callbacks that call again */
    fixtures_status status; /* of the last one */
    int in_place;           /* how many ran on threads that make calls */
} ending;

/* Marks this thread as one that makes calls. */
void ending_mark_caller(void);

/* Prepares an ending, on a thread that makes calls. */
void ending_init(ending *ending, fixtures *context);

/* Frees what an ending holds, once no callback is due. */
void ending_free(ending *ending);

/* Notes one callback. */
void ending_note(ending *ending, fixtures_status status);

/* How many callbacks have been noted. */
int ending_count(ending *ending);

/* The callbacks; user_data is the ending. */
void end_nothing(fixtures_status status, const char *error, void *user_data);
void end_number(fixtures_status status, int64_t reply, const char *error, void *user_data);
void end_cbor(fixtures_status status, const uint8_t *body, size_t size, void *user_data);

#endif
