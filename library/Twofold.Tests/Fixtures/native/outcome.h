/* The expected and the actual outcome of a call. The callbacks of the printed cases report here. */
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
    const uint8_t *bytes;   /* Expected CBOR if the status is OK. */
    size_t size;
    uintptr_t handle; /* Of an object that was returned as CBOR. */
    bool holds;       /* Written before the signal. */
} outcome;

/* Whether a blocking call had this outcome. Prints the actual outcome to stderr if not. */
bool ended(fixtures_status status, fixtures_status expected, const char *error);

/* Whether all bytes are zero, as after a call that fails. */
bool is_zero(const void *data, size_t size);

/* Resets the outcome. */
void outcome_expect(outcome *outcome, fixtures_status status, const char *error);
void outcome_expect_bytes(outcome *outcome, const uint8_t *bytes, size_t size);

/* Called inside a callback. Its user_data is the outcome. */
void outcome_reach(void *user_data, fixtures_status status, const char *error, bool reply_holds);

/* Whether the call was rejected as expected, or its callback received the expected outcome. */
bool outcome_is_reached(outcome *outcome, fixtures_status returned);

/* Callbacks of the CBOR ABI: for methods, for methods that return an object, and for events. */
void on_cbor(fixtures_status status, const uint8_t *body, size_t size, void *user_data);
void on_cbor_handle(fixtures_status status, const uint8_t *body, size_t size, void *user_data);
void on_cbor_event(const uint8_t *payload, size_t size, void *user_data);

#endif
