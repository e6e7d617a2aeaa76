#include "outcome.h"

#include <fixtures_cbor.h>
#include <stdio.h>
#include <string.h>

#include "check.h"

static bool is_expected(fixtures_status status, const char *found, fixtures_status expected,
                        const char *error)
{
    bool holds = status == expected && (status == FIXTURES_OK || same_text(found, error));
    if (!holds)
        fprintf(stderr, "expected %s %s\nfound    %s %s\n", fixtures_status_name(expected), error,
                fixtures_status_name(status), found == NULL ? "" : found);
    return holds;
}

static bool is_expected_cbor(const outcome *outcome, const uint8_t *body, size_t size)
{
    bool holds = same_bytes(body, size, outcome->bytes, outcome->size);
    if (!holds) {
        fprintf(stderr, "found CBOR ");
        for (size_t i = 0; i < size; i++)
            fprintf(stderr, "%02x", body[i]);
        fprintf(stderr, "\n");
    }
    return holds;
}

bool ended(fixtures_status status, fixtures_status expected, const char *error)
{
    return is_expected(status, fixtures_last_error(), expected, error);
}

bool is_zero(const void *data, size_t size)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

void outcome_expect(outcome *outcome, fixtures_status status, const char *error)
{
    memset(outcome, 0, sizeof *outcome);
    latch_init(&outcome->reached);
    outcome->status = status;
    outcome->error = error;
}

void outcome_expect_bytes(outcome *outcome, const uint8_t *bytes, size_t size)
{
    outcome_expect(outcome, FIXTURES_OK, "");
    outcome->bytes = bytes;
    outcome->size = size;
}

void outcome_reach(void *user_data, fixtures_status status, const char *error, bool reply_holds)
{
    outcome *outcome = user_data;
    outcome->holds = is_expected(status, error, outcome->status, outcome->error) &&
                     (error == NULL) == (status == FIXTURES_OK) && reply_holds;
    latch_signal(&outcome->reached);
}

bool outcome_is_reached(outcome *outcome, fixtures_status returned)
{
    if (returned != FIXTURES_OK)
        return ended(returned, outcome->status, outcome->error);
    return latch_wait(&outcome->reached, 1) && outcome->holds;
}

void on_cbor(fixtures_status status, const uint8_t *body, size_t size, void *user_data)
{
    outcome *outcome = user_data;
    if (status == FIXTURES_OK)
        outcome->holds = outcome->status == FIXTURES_OK && is_expected_cbor(outcome, body, size);
    else
        outcome->holds = status == outcome->status &&
                         same_bytes(body, size, (const uint8_t *)outcome->error, strlen(outcome->error));
    if (!outcome->holds && status != FIXTURES_OK)
        fprintf(stderr, "expected %s\nfound    %.*s\n", outcome->error, (int)size, (const char *)body);
    latch_signal(&outcome->reached);
}

void on_cbor_handle(fixtures_status status, const uint8_t *body, size_t size, void *user_data)
{
    outcome *outcome = user_data;
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(body, size, NULL);
    uint64_t handle = 0;
    outcome->holds = status == FIXTURES_OK && fixtures_cbor_read_uint64(&reader, &handle) &&
                     fixtures_cbor_finish(&reader) && handle != 0;
    outcome->handle = (uintptr_t)handle;
    latch_signal(&outcome->reached);
}

void on_cbor_event(const uint8_t *payload, size_t size, void *user_data)
{
    outcome *outcome = user_data;
    outcome->holds = is_expected_cbor(outcome, payload, size);
    latch_signal(&outcome->reached);
}
