#include "ending.h"

#include <string.h>

static _Thread_local bool is_caller;

void ending_mark_caller(void)
{
    is_caller = true;
}

void ending_init(ending *ending, fixtures *context)
{
    ending_mark_caller();
    memset(ending, 0, sizeof *ending);
    latch_init(&ending->calls);
    ending->context = context;
}

void ending_free(ending *ending)
{
    latch_free(&ending->calls);
}

void ending_note(ending *ending, fixtures_status status)
{
    ending->status = status;
    ending->in_place += is_caller;
    latch_signal(&ending->calls);
}

int ending_count(ending *ending)
{
    return latch_count(&ending->calls);
}

void end_nothing(fixtures_status status, const char *error, void *user_data)
{
    (void)error;
    ending_note(user_data, status);
}

void end_number(fixtures_status status, int64_t reply, const char *error, void *user_data)
{
    (void)reply;
    (void)error;
    ending_note(user_data, status);
}

void end_cbor(fixtures_status status, const uint8_t *body, size_t size, void *user_data)
{
    (void)body;
    (void)size;
    ending_note(user_data, status);
}
