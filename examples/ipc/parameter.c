#include "parameter.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PROBLEM_SIZE = 128
};

static bool refuse(connection *c, const char *key, const char *problem)
{
    char text[PROBLEM_SIZE + 32];
    snprintf(text, sizeof text, "%s: %s", key, problem);
    connection_put_refusal(&c->reply, MY_TIMER_INVALID_ARGUMENT, text);
    return false;
}

/* What is not well-formed is refused in the library's own words: one of its methods reads past every key. */
static bool refuse_malformed(connection *c, const my_timer_frame_request *request, const char *error)
{
    static const char method[] = "lib_version";
    if (connection_call(c, method, sizeof method - 1, request->payload, request->payload_size) == MY_TIMER_OK)
        connection_put_refusal(&c->reply, MY_TIMER_INVALID_ARGUMENT, error);
    return false;
}

static void read_integer(parameter *p, my_timer_cbor_reader *reader, char problem[PROBLEM_SIZE])
{
    my_timer_cbor_head head;
    my_timer_cbor_peek_head(reader, &head);
    if (my_timer_cbor_read_uint64(reader, &p->number))
        return;
    /* The head of a negative number says how far it is below -1. */
    if (head.value == UINT64_MAX)
        snprintf(problem, PROBLEM_SIZE,
                 "expected an integer from 0 to %" PRIu64 ", found -18446744073709551616", UINT64_MAX);
    else
        snprintf(problem, PROBLEM_SIZE, "expected an integer from 0 to %" PRIu64 ", found -%" PRIu64,
                 UINT64_MAX, head.value + 1);
}

/* Reads the value behind the key; sets `problem` if it is well-formed, but not what is wanted. */
static void read_value(parameter *p, my_timer_cbor_reader *reader, size_t capacity,
                       char problem[PROBLEM_SIZE])
{
    my_timer_cbor_type found = my_timer_cbor_peek_type(reader);
    if (found == MY_TIMER_CBOR_NONE || found == MY_TIMER_CBOR_BREAK)
        my_timer_cbor_skip(reader);
    else if (found != p->type)
        snprintf(problem, PROBLEM_SIZE, "expected %s, found %s", my_timer_cbor_type_name(p->type),
                 my_timer_cbor_type_name(found));
    else if (p->type == MY_TIMER_CBOR_INTEGER)
        read_integer(p, reader, problem);
    else if (!my_timer_cbor_copy_text(reader, p->text, capacity, &p->size) &&
             strcmp(reader->error, "invalid UTF-8") == 0)
        snprintf(problem, PROBLEM_SIZE, "invalid UTF-8");
}

/* Whether the key that comes next is this one, which is then passed; a tagged one is no text. */
static bool accept_key(my_timer_cbor_reader *reader, const char *key)
{
    return reader->offset < reader->size && reader->data[reader->offset] >> 5 == 3 &&
           my_timer_cbor_accept_text(reader, key);
}

bool parameter_read(parameter *p, connection *c, const my_timer_frame_request *request)
{
    my_timer_cbor_reader reader = my_timer_cbor_reader_init(request->payload, request->payload_size);
    my_timer_cbor_items items;
    char problem[PROBLEM_SIZE] = "";
    bool found = false, read = false;

    /* No text is longer than the payload that it comes in. */
    p->text = malloc(request->payload_size + 1);
    if (p->text == NULL) {
        connection_put_refusal(&c->reply, MY_TIMER_UNAVAILABLE, "out of memory");
        return false;
    }
    my_timer_cbor_begin_map(&reader, &items);
    while (problem[0] == '\0' && my_timer_cbor_next(&reader, &items)) {
        if (!accept_key(&reader, p->key)) {
            my_timer_cbor_skip_pair(&reader);
        } else if (found) {
            snprintf(problem, sizeof problem, "duplicate key");
        } else {
            found = true;
            read_value(p, &reader, request->payload_size + 1, problem);
        }
    }
    if (problem[0] == '\0' && !found && !my_timer_cbor_failed(&reader))
        snprintf(problem, sizeof problem, "missing");

    if (problem[0] != '\0')
        refuse(c, p->key, problem);
    else if (!my_timer_cbor_finish(&reader))
        refuse_malformed(c, request, reader.error);
    else
        read = true;
    if (!read)
        parameter_free(p);
    return read;
}

void parameter_free(parameter *p)
{
    free(p->text);
    p->text = NULL;
}
