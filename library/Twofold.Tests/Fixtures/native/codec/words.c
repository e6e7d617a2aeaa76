/* Error messages and positions are the same as those of the library. */
#include <my_timer_cbor.h>
#include <stdio.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"
#include "standard.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

enum {
    LONGEST_ERROR = 1024
};

/* A truncated message is a prefix of the full one, and ends with a whole character. */
static bool is_cut_to_fit(const my_timer_cbor_reader *reader, const char *whole)
{
    char text[LONGEST_ERROR + 1];
    size_t capacity, size;
    for (capacity = 0; capacity <= strlen(whole) + 1; capacity++) {
        memset(text, 'x', sizeof text);
        my_timer_cbor_reader_explain(reader, text, capacity);
        if (text[capacity] != 'x')
            return false;
        size = capacity == 0 ? 0 : strlen(text);
        if (capacity > 0 && (size >= capacity || strncmp(text, whole, size) != 0 ||
                             !my_timer_cbor_is_utf8(text, size) || size + 4 < capacity))
            return false;
    }
    return true;
}

static bool is_refused_with(const bytes *document, const char *error)
{
    my_timer_cbor_memory memory = my_timer_cbor_memory_growable();
    my_timer_cbor_reader reader = my_timer_cbor_reader_init(document->data, document->size, &memory);
    my_timer_complex_request request;
    char text[LONGEST_ERROR];
    bool holds;
    my_timer_complex_request_decode(&reader, &request);
    holds = !my_timer_cbor_finish(&reader) &&
            same_text(my_timer_cbor_reader_explain(&reader, text, sizeof text), error) &&
            is_cut_to_fit(&reader, text);
    if (!holds)
        fprintf(stderr, "expected %s\nfound    %s\n", error, text);
    my_timer_cbor_memory_free(&memory);
    return holds;
}

/* A value in an unusual encoding is written in our encoding. */
static bool is_accepted_as(const bytes *document, const bytes *again)
{
    my_timer_cbor_memory memory = my_timer_cbor_memory_growable();
    my_timer_cbor_reader reader = my_timer_cbor_reader_init(document->data, document->size, &memory);
    my_timer_cbor_writer writer = my_timer_cbor_writer_growable();
    my_timer_complex_request request;
    char text[LONGEST_ERROR];
    bool holds = my_timer_complex_request_decode(&reader, &request) && my_timer_cbor_finish(&reader) &&
                 reader.depth == 0;
    if (!holds)
        fprintf(stderr, "%s\n", my_timer_cbor_reader_explain(&reader, text, sizeof text));
    my_timer_complex_request_encode(&writer, &request);
    holds = holds && same_bytes(writer.data, writer.size, again->data, again->size);
    my_timer_cbor_writer_free(&writer);
    my_timer_cbor_memory_free(&memory);
    return holds;
}

/* The position of a nested error starts at the beginning of the message. */
static bool is_placed_within_an_event(void)
{
    bytes body = bytes_of("a3"
                          "656576656e74"
                          "6161"
                          "646c6f7374"
                          "00"
                          "677061796c6f6164"
                          "a2"
                          "676d657373616765"
                          "6168"
                          "696563686f436f756e74"
                          "6178");
    my_timer_cbor_memory memory = my_timer_cbor_memory_growable();
    my_timer_cbor_reader reader = my_timer_cbor_reader_init(body.data, body.size, &memory);
    my_timer_frame_event event;
    my_timer_echo_event echo;
    char text[128];
    bool holds = my_timer_frame_read_event(&reader, &event) &&
                 !my_timer_on_echo_fired_cbor_event(&event.payload, &echo) && echo.message == NULL &&
                 same_text(my_timer_cbor_reader_explain(&event.payload, text, sizeof text),
                           "payload.echoCount: expected an integer, found text");
    my_timer_cbor_memory_free(&memory);
    bytes_free(&body);
    return holds;
}

void check_words(void)
{
    my_timer_cbor_reader reader = my_timer_cbor_reader_init("", 0, NULL);
    my_timer_cbor_writer writer = my_timer_cbor_writer_growable();
    char text[8];
    size_t i;
    for (i = 0; i < LENGTH(REFUSED); i++) {
        bytes document = bytes_of(REFUSED[i].hex);
        CHECK(REFUSED[i].what, is_refused_with(&document, REFUSED[i].error));
        bytes_free(&document);
    }
    for (i = 0; i < LENGTH(ACCEPTED); i++) {
        bytes document = bytes_of(ACCEPTED[i].hex), again = bytes_of(ACCEPTED[i].again);
        CHECK(ACCEPTED[i].what, is_accepted_as(&document, &again));
        bytes_free(&again);
        bytes_free(&document);
    }
    CHECK("an error in an event has its position", is_placed_within_an_event());
    CHECK("there is no message without an error",
          same_text(my_timer_cbor_reader_explain(&reader, text, sizeof text), "") &&
              same_text(my_timer_cbor_writer_explain(&writer, text, sizeof text), ""));
}
