/* How a call must end, and how it did: the callbacks of the printed cases report here. */
#ifndef OUTCOME_H
#define OUTCOME_H

#include <fixtures.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "latch.h"

typedef struct outcome {
    latch reached;
    fixtures_status status; /* Expected. */
    const char *error;      /* Expected, unless the status is OK. */
    const uint8_t *bytes;   /* Expected of CBOR if the status is OK. */
    size_t size;
    uintptr_t handle; /* Of an object that came as CBOR. */
    bool holds;       /* Written before the signal. */
} outcome;

/* Whether a blocking call has ended so; says on stderr what came instead. */
bool ended(fixtures_status status, fixtures_status expected, const char *error);

/* Whether there is nothing but zeros: what a call leaves that fails. */
bool is_zero(const void *data, size_t size);

/* Begins anew. */
void outcome_expect(outcome *outcome, fixtures_status status, const char *error);
void outcome_expect_bytes(outcome *outcome, const uint8_t *bytes, size_t size);

/* From inside a callback; the outcome comes as its user_data. */
void outcome_reach(void *user_data, fixtures_status status, const char *error, bool reply_holds);

/* Whether the call that returned this was refused as expected, or its callback saw what was. */
bool outcome_is_reached(outcome *outcome, fixtures_status returned);

/* Callbacks of the CBOR ABI, for every method, for those that hand out an object, and for every event. */
void on_cbor(fixtures_status status, const uint8_t *body, size_t size, void *user_data);
void on_cbor_handle(fixtures_status status, const uint8_t *body, size_t size, void *user_data);
void on_cbor_event(const uint8_t *payload, size_t size, void *user_data);

#endif
