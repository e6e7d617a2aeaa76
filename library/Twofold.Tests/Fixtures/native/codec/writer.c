/* The writer: shortest heads, floats that keep their value, and values that it rejects. */
#include <fixtures_cbor.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"

static bool wrote(fixtures_cbor_writer *writer, const char *hex)
{
    bytes expected = bytes_of(hex);
    bool holds = !writer->error && same_bytes(writer->data, writer->size, expected.data, expected.size);
    bytes_free(&expected);
    fixtures_cbor_writer_free(writer);
    return holds;
}

static bool writes_uint(uint64_t value, const char *hex)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_write_uint(&writer, value);
    return wrote(&writer, hex);
}

static bool writes_int(int64_t value, const char *hex)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_write_int(&writer, value);
    return wrote(&writer, hex);
}

static bool writes_double(double value, const char *hex)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_write_double(&writer, value);
    return wrote(&writer, hex);
}

static bool heads_are_short(void)
{
    return writes_uint(23, "17") && writes_uint(24, "1818") && writes_uint(255, "18ff") &&
           writes_uint(256, "190100") && writes_uint(65535, "19ffff") && writes_uint(65536, "1a00010000") &&
           writes_uint(4294967295, "1affffffff") && writes_uint(4294967296, "1b0000000100000000") &&
           writes_uint(UINT64_MAX, "1bffffffffffffffff") && writes_int(-24, "37") &&
           writes_int(-25, "3818") && writes_int(-256, "38ff") && writes_int(-257, "390100") &&
           writes_int(-65537, "3a00010000") && writes_int(INT64_MIN, "3b7fffffffffffffff") &&
           writes_int(INT64_MAX, "1b7fffffffffffffff");
}

static bool floats_are_short(void)
{
    return writes_double(-0.0, "f98000") && writes_double(NAN, "f97e00") && writes_double(-NAN, "f97e00") &&
           writes_double(INFINITY, "f97c00") && writes_double(-INFINITY, "f9fc00") &&
           writes_double(5.9604644775390625e-8, "f90001") &&
           writes_double(2.98023223876953125e-8, "fa33000000") && writes_double(65504, "f97bff") &&
           writes_double(65505, "fa477fe100") && writes_double(1.401298464324817e-45, "fa00000001") &&
           writes_double(7.006492321624085e-46, "fb3690000000000000") &&
           writes_double(3.4028234663852886e38, "fa7f7fffff") &&
           writes_double(3.4028235677973366e38, "fb47effffff0000000") &&
           writes_double(0.1, "fb3fb999999999999a") && writes_double(5e-324, "fb0000000000000001");
}

/* All half-precision floats and some other floats and doubles are read back with the same bits. */
static bool floats_keep_their_value(void)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    uint64_t state = 1, bits, again;
    uint32_t i, single_bits;
    double value, found;
    float single;
    bool holds = true;
    for (i = 0; holds && i < 200000; i++) {
        uint8_t half[3] = {0xf9, (uint8_t)(i >> 8), (uint8_t)i};
        fixtures_cbor_reader reader = fixtures_cbor_reader_init(half, sizeof half, NULL);
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        single_bits = (uint32_t)(state >> 32);
        memcpy(&single, &single_bits, sizeof single);
        memcpy(&value, &state, sizeof value);
        if (i < 65536)
            holds = fixtures_cbor_read_double(&reader, &value);
        else if (i % 2 == 0)
            value = (double)single;
        fixtures_cbor_writer_reset(&writer);
        fixtures_cbor_write_double(&writer, value);
        reader = fixtures_cbor_reader_init(writer.data, writer.size, NULL);
        holds = holds && fixtures_cbor_read_double(&reader, &found) && fixtures_cbor_finish(&reader);
        memcpy(&bits, &value, sizeof bits);
        memcpy(&again, &found, sizeof again);
        holds = holds && (bits == again || (isnan(value) && isnan(found))) &&
                (i >= 65536 || writer.size == 3) && (i < 65536 || i % 2 != 0 || writer.size <= 5);
    }
    fixtures_cbor_writer_free(&writer);
    return holds;
}

static bool texts_of_every_length(void)
{
    static const size_t sizes[] = {0, 1, 23, 24, 255, 256, 65535, 65536};
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    bool holds = true;
    size_t i, found;
    for (i = 0; holds && i < sizeof sizes / sizeof *sizes; i++) {
        bytes text = bytes_repeated("61", sizes[i]);
        fixtures_cbor_reader reader;
        const char *again;
        fixtures_cbor_writer_reset(&writer);
        fixtures_cbor_write_text_n(&writer, (const char *)text.data, text.size);
        reader = fixtures_cbor_reader_init(writer.data, writer.size, &memory);
        holds = fixtures_cbor_take_text(&reader, &again, &found) && fixtures_cbor_finish(&reader) &&
                found == text.size && strlen(again) == text.size && memcmp(again, text.data, found) == 0;
        bytes_free(&text);
    }
    fixtures_cbor_memory_free(&memory);
    fixtures_cbor_writer_free(&writer);
    return holds;
}

static bool refuses_with(fixtures_cbor_writer *writer, fixtures_cbor_error error, const char *words)
{
    const size_t size = writer->size;
    char text[128];
    bool holds =
        writer->error == error && same_text(fixtures_cbor_writer_explain(writer, text, sizeof text), words);
    if (!holds)
        fprintf(stderr, "expected %s\nfound    %s\n", words, text);

    /* The first error is sticky, and nothing is written after it. */
    fixtures_cbor_write_text(writer, NULL);
    fixtures_cbor_write_int(writer, 1);
    fixtures_cbor_write_raw(writer, "abc", 3);
    fixtures_frame_begin_request(writer, "method");
    fixtures_frame_end(writer);
    holds = holds && writer->error == error && writer->size == size;
    fixtures_cbor_writer_free(writer);
    return holds;
}

static bool refuses_what_is_no_text(const char *text, const char *words)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_write_array(&writer, 2);
    fixtures_cbor_write_text(&writer, "before");
    fixtures_cbor_write_text(&writer, text);
    return refuses_with(&writer, text == NULL ? FIXTURES_CBOR_ERROR_NULL : FIXTURES_CBOR_ERROR_UTF8, words);
}

static bool refuses_null(void)
{
    fixtures_cbor_writer bytes_writer = fixtures_cbor_writer_growable();
    fixtures_cbor_writer text_writer = fixtures_cbor_writer_growable();
    fixtures_cbor_writer list_writer = fixtures_cbor_writer_growable();
    fixtures_cbor_writer struct_writer = fixtures_cbor_writer_growable();
    fixtures_lists lists;
    memset(&lists, 0, sizeof lists);
    lists.longs_count = 2;
    fixtures_cbor_write_bytes(&bytes_writer, NULL, 3);
    fixtures_cbor_write_text_n(&text_writer, NULL, 4);
    fixtures_keep_lists_cbor_frame(&list_writer, &lists);
    fixtures_keep_lists_cbor_frame(&struct_writer, NULL);
    return refuses_with(&bytes_writer, FIXTURES_CBOR_ERROR_NULL, "NULL, though its size is 3") &&
           refuses_with(&text_writer, FIXTURES_CBOR_ERROR_NULL, "NULL, though its size is 4") &&
           refuses_with(&list_writer, FIXTURES_CBOR_ERROR_NULL, "value.longs: NULL, though its count is 2") &&
           refuses_with(&struct_writer, FIXTURES_CBOR_ERROR_NULL, "value: expected a struct, found NULL");
}

static bool refuses_simple_values_that_are_none(void)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    int value;
    bool holds = true;
    for (value = 0; value < 256; value++) {
        fixtures_cbor_writer_reset(&writer);
        fixtures_cbor_write_simple(&writer, (uint8_t)value);
        holds = holds && (writer.error != FIXTURES_CBOR_NO_ERROR) == (value > 23 && value < 32);
    }
    fixtures_cbor_writer_reset(&writer);
    fixtures_cbor_write_simple(&writer, 24);
    return refuses_with(&writer, FIXTURES_CBOR_ERROR_LONG_SIMPLE, "there is no simple value 24") && holds;
}

/* A key is written completely or not at all. Earlier output and the rest of the buffer do not change. */
static bool fills_a_buffer_and_no_more(void)
{
    uint8_t buffer[8];
    fixtures_cbor_writer writer = fixtures_cbor_writer_fixed(buffer, 6);
    memset(buffer, 0xee, sizeof buffer);
    fixtures_cbor_write_map(&writer, 1);
    fixtures_cbor_write_text(&writer, "ab");
    fixtures_cbor_write_text(&writer, "cd");
    return writer.size == 4 && buffer[4] == 0xee && buffer[5] == 0xee &&
           refuses_with(&writer, FIXTURES_CBOR_ERROR_FULL, "ab: the buffer of 6 bytes is full") &&
           buffer[4] == 0xee;
}

static bool begins_anew(void)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    const uint8_t *memory;
    fixtures_frame_begin_request(&writer, "method");
    fixtures_cbor_write_text(&writer, NULL);
    memory = writer.data;
    fixtures_cbor_writer_reset(&writer);
    fixtures_cbor_write_null(&writer);
    return writer.data == memory && wrote(&writer, "f6") && writer.data == NULL;
}

void check_writer(void)
{
    CHECK("heads have the shortest form", heads_are_short());
    CHECK("floats have the shortest form", floats_are_short());
    CHECK("floats keep all of their bits", floats_keep_their_value());
    CHECK("texts of every length are written and read", texts_of_every_length());
    CHECK("a text that is NULL is rejected with its position",
          refuses_what_is_no_text(NULL, "[1]: expected text, found NULL"));
    CHECK("a text that ends within a character is rejected",
          refuses_what_is_no_text("a\xc3", "[1]: invalid UTF-8"));
    CHECK("a text with a surrogate is rejected",
          refuses_what_is_no_text("\xed\xa0\x80", "[1]: invalid UTF-8"));
    CHECK("a text with an overlong form is rejected",
          refuses_what_is_no_text("\xc0\x80", "[1]: invalid UTF-8"));
    CHECK("NULL is rejected where a value is required", refuses_null());
    CHECK("invalid simple values are rejected", refuses_simple_values_that_are_none());
    CHECK("a write never exceeds the buffer", fills_a_buffer_and_no_more());
    CHECK("a writer that is reset keeps its memory", begins_anew());
}
