#include "codec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

enum {
    LONGEST_ERROR = 512,
    MOST_MEMORY = 64 * 1024 /* more than any decoded message needs */
};

/* Whether an error has this message, also when it is truncated to fit a smaller buffer. */
static bool says(const fixtures_cbor_reader *reader, const char *error)
{
    char text[LONGEST_ERROR], cut[LONGEST_ERROR];
    size_t capacity;
    fixtures_cbor_reader_explain(reader, text, sizeof text);
    if (!same_text(text, error)) {
        fprintf(stderr, "expected %s\nfound    %s\n", error, text);
        return false;
    }
    for (capacity = 0; capacity <= strlen(text) + 1; capacity++) {
        memset(cut, 'x', sizeof cut);
        fixtures_cbor_reader_explain(reader, cut, capacity);
        if (capacity > 0 && (strlen(cut) >= capacity || strncmp(cut, text, strlen(cut)) != 0))
            return false;
        if (cut[capacity] != 'x')
            return false;
    }
    return true;
}

/* Writes into a heap buffer of exactly this size, so that sanitizers detect a write past its end. Only the
 * size of a frame is written again later. */
static fixtures_cbor_error write_into(codec_write *write, size_t capacity,
                                      const fixtures_cbor_writer *expected)
{
    void *buffer = malloc(capacity == 0 ? 1 : capacity);
    fixtures_cbor_writer writer = fixtures_cbor_writer_fixed(buffer, capacity);
    const bool is_frame = expected->start > 0;
    fixtures_cbor_error error;
    write(&writer);
    error = writer.error;
    if (writer.data != buffer || writer.size > capacity ||
        (!(is_frame && error) && !same_bytes(writer.data, writer.size, expected->data, writer.size)))
        error = FIXTURES_CBOR_ERROR_TRAILING;
    free(buffer);
    return error;
}

bool codec_writes(codec_write *write, fixtures_cbor_writer *writer)
{
    char text[LONGEST_ERROR];
    size_t capacity;
    write(writer);
    if (writer->error) {
        fprintf(stderr, "%s\n", fixtures_cbor_writer_explain(writer, text, sizeof text));
        return false;
    }
    for (capacity = 0; capacity < writer->size; capacity++)
        if (write_into(write, capacity, writer) != FIXTURES_CBOR_ERROR_FULL)
            return false;
    return write_into(write, capacity, writer) == FIXTURES_CBOR_NO_ERROR;
}

/* The parameters, after the head of the map and, for a method of an object, after the object's number. */
static bool has_parameters(const fixtures_frame_request *found, const fixtures_cbor_writer *expected,
                           uint8_t handle)
{
    static const uint8_t key[] = {0x66, 'h', 'a', 'n', 'd', 'l', 'e'};
    const size_t before = handle == 0 ? 0 : sizeof key + 1;
    return found->payload_size == before + expected->size && expected->size > 0 &&
           found->payload[0] == expected->data[0] + (handle == 0 ? 0 : 1) &&
           (handle == 0 ||
            (memcmp(found->payload + 1, key, sizeof key) == 0 && found->payload[before] == handle)) &&
           memcmp(found->payload + 1 + before, expected->data + 1, expected->size - 1) == 0;
}

bool codec_frames(codec_write *frame, codec_write *request, const char *method, uint8_t handle)
{
    fixtures_cbor_writer expected = fixtures_cbor_writer_growable(), writer = fixtures_cbor_writer_growable();
    fixtures_frame_request found;
    bool holds;
    request(&expected);
    holds = codec_writes(frame, &writer) &&
            fixtures_frame_parse_request(writer.data, writer.size, &found) == FIXTURES_FRAME_COMPLETE &&
            found.frame_size == writer.size && found.method_size == strlen(method) &&
            memcmp(found.method, method, found.method_size) == 0 && has_parameters(&found, &expected, handle);
    fixtures_cbor_writer_free(&expected);
    fixtures_cbor_writer_free(&writer);
    return holds;
}

bool codec_refuses_to_write(codec_write *write, const char *error)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    char text[LONGEST_ERROR];
    size_t capacity;
    bool holds;
    write(&writer);
    holds = writer.error && same_text(fixtures_cbor_writer_explain(&writer, text, sizeof text), error);
    if (!holds)
        fprintf(stderr, "expected %s\nfound    %s\n", error, writer.error ? text : "no error");
    for (capacity = 0; capacity <= writer.size; capacity++)
        holds = holds && write_into(write, capacity, &writer) ==
                             (capacity < writer.size ? FIXTURES_CBOR_ERROR_FULL : writer.error);
    fixtures_cbor_writer_free(&writer);
    return holds;
}

/* Reads from a heap buffer of exactly this size, so that sanitizers detect a read past its end. */
static codec_verdict read_from(codec_read *read, const uint8_t *bytes, size_t size,
                               fixtures_cbor_memory *memory, fixtures_cbor_error error, const char *words)
{
    uint8_t *borrowed = calloc(size == 0 ? 1 : size, 1);
    fixtures_cbor_reader reader;
    codec_verdict verdict;
    if (borrowed == NULL)
        return CODEC_OTHER;
    if (size > 0)
        memcpy(borrowed, bytes, size);
    reader = fixtures_cbor_reader_init(borrowed, size, memory);
    verdict = read(&reader);
    if (reader.error != error || reader.offset > size || (words != NULL && !says(&reader, words)))
        verdict = CODEC_OTHER;
    free(borrowed);
    return verdict;
}

static bool needs_every_byte(codec_read *read, const uint8_t *bytes, size_t size)
{
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    bool holds = true;
    size_t i;
    for (i = 0; holds && i < size; i++) {
        fixtures_cbor_memory_reset(&memory);
        holds = read_from(read, bytes, i, &memory, FIXTURES_CBOR_ERROR_TRUNCATED, NULL) == CODEC_REFUSED;
    }
    fixtures_cbor_memory_free(&memory);
    return holds;
}

static bool refuses_another_byte(codec_read *read, const uint8_t *bytes, size_t size)
{
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    uint8_t *longer = calloc(size + 1, 1);
    char error[64];
    bool holds = longer != NULL;
    snprintf(error, sizeof error, "trailing bytes at byte %zu", size);
    if (holds) {
        memcpy(longer, bytes, size);
        holds =
            read_from(read, longer, size + 1, &memory, FIXTURES_CBOR_ERROR_TRAILING, error) == CODEC_REFUSED;
    }
    free(longer);
    fixtures_cbor_memory_free(&memory);
    return holds;
}

/* Decodes with more and more memory until it is enough. `shift` is its offset from an aligned address. */
static bool needs_its_memory(codec_read *read, const uint8_t *bytes, size_t size, size_t shift)
{
    codec_verdict verdict = CODEC_REFUSED;
    size_t capacity;
    for (capacity = 0; verdict == CODEC_REFUSED && capacity < MOST_MEMORY; capacity++) {
        uint8_t *room = malloc(shift + capacity + 1);
        fixtures_cbor_memory memory;
        if (room == NULL)
            return false;
        memory = fixtures_cbor_memory_fixed(room + shift, capacity);
        verdict = read_from(read, bytes, size, &memory, FIXTURES_CBOR_NO_ERROR, NULL);
        if (verdict == CODEC_OTHER)
            verdict = read_from(read, bytes, size, &memory, FIXTURES_CBOR_ERROR_FULL, NULL);
        free(room);
    }
    return verdict == CODEC_SAME;
}

bool codec_reads(codec_read *read, const uint8_t *bytes, size_t size, bool is_whole)
{
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    codec_verdict verdict = read_from(read, bytes, size, &memory, FIXTURES_CBOR_NO_ERROR, NULL);
    fixtures_cbor_memory_free(&memory);
    return verdict == CODEC_SAME && needs_every_byte(read, bytes, size) &&
           (!is_whole || refuses_another_byte(read, bytes, size)) && needs_its_memory(read, bytes, size, 0) &&
           needs_its_memory(read, bytes, size, 1);
}

bool codec_refuses_to_read(codec_read *read, const uint8_t *bytes, size_t size, const char *error)
{
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(bytes, size, &memory);
    codec_verdict verdict;
    read(&reader);
    verdict = read_from(read, bytes, size, &memory, reader.error, error);
    fixtures_cbor_memory_free(&memory);
    return verdict == CODEC_REFUSED;
}
