#include "parameter.h"

enum {
    LONGEST_PROBLEM = 16 * 1024 /* a path has at most as many keys as maps nest, each of them shortened */
};

static void read_value(parameter *p, my_timer_cbor_reader *reader)
{
    if (p->type == MY_TIMER_CBOR_TEXT)
        my_timer_cbor_take_text(reader, &p->text, &p->size);
    else
        my_timer_cbor_read_uint64(reader, &p->number);
}

bool parameter_read(parameter *p, connection *c, const my_timer_frame_request *request)
{
    my_timer_cbor_reader reader;
    my_timer_cbor_members members;
    char problem[LONGEST_PROBLEM];

    p->memory = my_timer_cbor_memory_growable();
    reader = my_timer_cbor_reader_init(request->payload, request->payload_size, &p->memory);
    my_timer_cbor_begin_members(&reader, &members, &p->key, 1, 0);
    while (my_timer_cbor_next_member(&reader, &members))
        read_value(p, &reader);
    if (my_timer_cbor_finish(&reader))
        return true;

    /* The words are those that the library would find. */
    connection_put_refusal(&c->reply,
                           reader.error == MY_TIMER_CBOR_ERROR_MEMORY ? MY_TIMER_UNAVAILABLE
                                                                      : MY_TIMER_INVALID_ARGUMENT,
                           my_timer_cbor_reader_explain(&reader, problem, sizeof problem));
    parameter_free(p);
    return false;
}

void parameter_free(parameter *p)
{
    my_timer_cbor_memory_free(&p->memory);
    p->text = NULL;
}
