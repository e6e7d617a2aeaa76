/* Reads the one parameter of a method that is the relay's own. */
#ifndef EXAMPLES_PARAMETER_H
#define EXAMPLES_PARAMETER_H

#include "relay.h"

typedef struct parameter {
    const char *key;             /* its name in the request's map */
    my_timer_cbor_type type;     /* MY_TIMER_CBOR_TEXT or MY_TIMER_CBOR_INTEGER, which may not be negative */
    const char *text;            /* with a NUL at its end, until parameter_free */
    size_t size;                 /* bytes before that NUL */
    uint64_t number;             /* of an integer */
    my_timer_cbor_memory memory; /* has the text */
} parameter;

/** Sets what `key` and `type` ask for; false, with the refusal in c->reply, if the request lacks it. */
bool parameter_read(parameter *p, connection *c, const my_timer_frame_request *request);

void parameter_free(parameter *p);

#endif
