#include "diagnose.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct notation {
    char *text;
    size_t size;
    bool definite;
} notation;

static bool item(fixtures_cbor_reader *reader, notation *to);

static void put(notation *to, const char *format, ...)
{
    va_list values;
    int size;
    va_start(values, format);
    size = vsnprintf(to->text + to->size, LONGEST_NOTATION - to->size, format, values);
    va_end(values);
    if (size > 0)
        to->size += (size_t)size;
    if (to->size >= LONGEST_NOTATION)
        to->size = LONGEST_NOTATION - 1;
}

/* Reads from the bytes whether a length was announced, because no function of the reader returns that. */
static bool is_indefinite(const fixtures_cbor_reader *reader)
{
    return reader->offset < reader->size && (reader->data[reader->offset] & 0x1f) == 31;
}

static bool integer(fixtures_cbor_reader *reader, notation *to)
{
    fixtures_cbor_reader again = *reader;
    uint64_t number;
    int64_t negative;
    char error[128];
    if (fixtures_cbor_read_uint64(&again, &number)) {
        put(to, "%" PRIu64, number);
        return fixtures_cbor_skip(reader);
    }
    again = *reader;
    if (fixtures_cbor_read_int64(&again, &negative)) {
        put(to, "%" PRId64, negative);
        return fixtures_cbor_skip(reader);
    }
    /* The error for an integer below the range of 64 bits has its digits. */
    fixtures_cbor_reader_explain(&again, error, sizeof error);
    put(to, "%s", strrchr(error, ' ') + 1);
    return again.error == FIXTURES_CBOR_ERROR_RANGE && fixtures_cbor_skip(reader);
}

/* An unsigned number of any length, most significant byte first; plus 1 if it stands for -1 - n. */
static void big_integer(notation *to, const uint8_t *magnitude, size_t size, bool is_negative)
{
    uint8_t digits[64] = {0};
    size_t i, j, count = 1;
    for (i = 0; i < size; i++) {
        unsigned carry = magnitude[i];
        for (j = 0; j < sizeof digits; j++) {
            carry += digits[j] * 256u;
            digits[j] = (uint8_t)(carry % 10);
            carry /= 10;
        }
    }
    for (j = 0; is_negative && ++digits[j] == 10; j++)
        digits[j] = 0;
    for (j = 0; j < sizeof digits; j++)
        count = digits[j] != 0 ? j + 1 : count;
    put(to, is_negative ? "-" : "");
    while (count > 0)
        put(to, "%d", digits[--count]);
}

/* Formats floats like the appendix: with a point, the fewest digits, and an exponent for very large or small
 * ones. */
static void floating(notation *to, double value)
{
    char digits[40], *exponent;
    int precision = 0, power;
    if (isnan(value) || isinf(value)) {
        put(to, isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        return;
    }
    for (; precision < 17; precision++) {
        snprintf(digits, sizeof digits, "%.*e", precision, value);
        if (strtod(digits, NULL) == value)
            break;
        /* printf rounds half to even, but sometimes only the odd last digit reads back as the same number. */
        strchr(digits, 'e')[-1]++;
        if (strtod(digits, NULL) == value)
            break;
    }
    exponent = strchr(digits, 'e');
    power = atoi(exponent + 1);
    if (power >= -5 && power < 15) {
        put(to, "%.*f", precision > power ? precision - power : 1, value);
        return;
    }
    *exponent = '\0';
    put(to, strchr(digits, '.') == NULL ? "%s.0e%+d" : "%se%+d", digits, power);
}

static void quoted_text(notation *to, const char *text, size_t size)
{
    size_t i;
    put(to, "\"");
    for (i = 0; i < size; i++)
        put(to, text[i] == '"' || text[i] == '\\' ? "\\%c" : "%c", text[i]);
    put(to, "\"");
}

static void quoted_bytes(notation *to, const uint8_t *bytes, size_t size)
{
    size_t i;
    put(to, "h'");
    for (i = 0; i < size; i++)
        put(to, "%02x", bytes[i]);
    put(to, "'");
}

/* A string that is not chunked: reading in place and copying must return the same. */
static bool whole_string(fixtures_cbor_reader *reader, notation *to)
{
    fixtures_cbor_reader again = *reader;
    char copy[LONGEST_NOTATION];
    const char *text;
    const uint8_t *bytes;
    size_t size, copied;
    if (fixtures_cbor_peek_type(reader) == FIXTURES_CBOR_TEXT) {
        if (!fixtures_cbor_read_text(reader, &text, &size) ||
            !fixtures_cbor_copy_text(&again, copy, sizeof copy, &copied))
            return false;
        quoted_text(to, text, size);
        return size == copied && memcmp(text, copy, size) == 0 && copy[size] == '\0';
    }
    if (!fixtures_cbor_read_bytes(reader, &bytes, &size) ||
        !fixtures_cbor_copy_bytes(&again, copy, sizeof copy, &copied))
        return false;
    quoted_bytes(to, bytes, size);
    return size == copied && memcmp(bytes, copy, size) == 0;
}

/* A string in chunks can only be copied. Each chunk is itself a string. */
static bool chunked_string(fixtures_cbor_reader *reader, notation *to)
{
    const bool is_text = fixtures_cbor_peek_type(reader) == FIXTURES_CBOR_TEXT;
    fixtures_cbor_reader chunk = *reader, in_place = *reader;
    char copy[LONGEST_NOTATION];
    const char *text;
    size_t size, none;
    bool is_first = true;
    if (!(is_text ? fixtures_cbor_copy_text(reader, copy, sizeof copy, &size)
                  : fixtures_cbor_copy_bytes(reader, copy, sizeof copy, &size)))
        return false;
    if (is_text &&
        (fixtures_cbor_read_text(&in_place, &text, &none) || in_place.error != FIXTURES_CBOR_ERROR_IN_CHUNKS))
        return false;
    if (to->definite) {
        if (is_text)
            quoted_text(to, copy, size);
        else
            quoted_bytes(to, (const uint8_t *)copy, size);
        return true;
    }
    put(to, "(_ ");
    for (chunk.offset++; chunk.data[chunk.offset] != 0xff; is_first = false) {
        put(to, is_first ? "" : ", ");
        if (!whole_string(&chunk, to))
            return false;
    }
    put(to, ")");
    return true;
}

static bool container(fixtures_cbor_reader *reader, notation *to)
{
    const bool is_map = fixtures_cbor_peek_type(reader) == FIXTURES_CBOR_MAP;
    fixtures_cbor_items items;
    bool is_first = true;
    put(to, is_map ? "{" : "[");
    put(to, is_indefinite(reader) && !to->definite ? "_ " : "");
    if (!(is_map ? fixtures_cbor_begin_map(reader, &items) : fixtures_cbor_begin_array(reader, &items)))
        return false;
    for (; fixtures_cbor_next(reader, &items); is_first = false) {
        put(to, is_first ? "" : ", ");
        if (!item(reader, to))
            return false;
        if (is_map) {
            put(to, ": ");
            if (!item(reader, to))
                return false;
        }
    }
    put(to, is_map ? "}" : "]");
    return !fixtures_cbor_failed(reader);
}

static bool tagged(fixtures_cbor_reader *reader, notation *to, uint64_t tag)
{
    const uint8_t *magnitude;
    size_t size;
    if (tag == 2 || tag == 3) {
        if (!fixtures_cbor_read_bytes(reader, &magnitude, &size))
            return false;
        big_integer(to, magnitude, size, tag == 3);
        return true;
    }
    put(to, "%" PRIu64 "(", tag);
    if (!item(reader, to))
        return false;
    put(to, ")");
    return true;
}

static bool item(fixtures_cbor_reader *reader, notation *to)
{
    const bool is_undefined = reader->offset < reader->size && reader->data[reader->offset] == 0xf7;
    uint64_t tag;
    uint8_t simple;
    double number;
    bool flag;
    if (fixtures_cbor_accept_tag(reader, &tag))
        return tagged(reader, to, tag);
    switch (fixtures_cbor_peek_type(reader)) {
    case FIXTURES_CBOR_INTEGER:
        return integer(reader, to);
    case FIXTURES_CBOR_TEXT:
    case FIXTURES_CBOR_BYTES:
        return is_indefinite(reader) ? chunked_string(reader, to) : whole_string(reader, to);
    case FIXTURES_CBOR_ARRAY:
    case FIXTURES_CBOR_MAP:
        return container(reader, to);
    case FIXTURES_CBOR_BOOL:
        flag = fixtures_cbor_read_bool(reader, &flag) && flag;
        put(to, flag ? "true" : "false");
        break;
    case FIXTURES_CBOR_NULL:
    case FIXTURES_CBOR_UNDEFINED:
        put(to, is_undefined ? "undefined" : "null");
        return fixtures_cbor_accept_null(reader);
    case FIXTURES_CBOR_FLOAT:
        if (fixtures_cbor_read_double(reader, &number))
            floating(to, number);
        break;
    case FIXTURES_CBOR_SIMPLE:
        if (fixtures_cbor_read_simple(reader, &simple))
            put(to, "simple(%d)", simple);
        break;
    case FIXTURES_CBOR_NONE:
        return false;
    }
    return !fixtures_cbor_failed(reader);
}

bool diagnose(fixtures_cbor_reader *reader, bool definite, char text[LONGEST_NOTATION])
{
    notation to = {text, 0, definite};
    text[0] = '\0';
    return item(reader, &to);
}
