#include "rewrite.h"

static bool integer(fixtures_cbor_reader *reader, fixtures_cbor_writer *writer)
{
    fixtures_cbor_reader again = *reader;
    uint64_t number;
    int64_t negative;
    if (fixtures_cbor_read_uint64(&again, &number)) {
        *reader = again;
        fixtures_cbor_write_uint(writer, number);
        return true;
    }
    if (!fixtures_cbor_read_int64(reader, &negative))
        return false;
    fixtures_cbor_write_int(writer, negative);
    return true;
}

static bool string(fixtures_cbor_reader *reader, fixtures_cbor_writer *writer, bool is_text)
{
    char copy[256];
    size_t size;
    if (is_text) {
        if (!fixtures_cbor_copy_text(reader, copy, sizeof copy, &size))
            return false;
        fixtures_cbor_write_text_n(writer, copy, size);
    } else {
        if (!fixtures_cbor_copy_bytes(reader, copy, sizeof copy, &size))
            return false;
        fixtures_cbor_write_bytes(writer, copy, size);
    }
    return true;
}

static bool container(fixtures_cbor_reader *reader, fixtures_cbor_writer *writer, bool is_map)
{
    fixtures_cbor_reader counting = *reader;
    fixtures_cbor_items items;
    size_t count = 0;
    if (is_map) {
        fixtures_cbor_begin_map(&counting, &items);
        for (; fixtures_cbor_next(&counting, &items); count++)
            fixtures_cbor_skip_pair(&counting);
        fixtures_cbor_write_map(writer, count);
        fixtures_cbor_begin_map(reader, &items);
    } else {
        fixtures_cbor_begin_array(&counting, &items);
        for (; fixtures_cbor_next(&counting, &items); count++)
            fixtures_cbor_skip(&counting);
        fixtures_cbor_write_array(writer, count);
        fixtures_cbor_begin_array(reader, &items);
    }
    while (fixtures_cbor_next(reader, &items))
        if (!rewrite(reader, writer) || (is_map && !rewrite(reader, writer)))
            return false;
    return !fixtures_cbor_failed(reader);
}

bool rewrite(fixtures_cbor_reader *reader, fixtures_cbor_writer *writer)
{
    uint64_t tag;
    uint8_t simple;
    double number;
    bool flag;
    if (fixtures_cbor_accept_tag(reader, &tag)) {
        fixtures_cbor_write_tag(writer, tag);
        return rewrite(reader, writer);
    }
    switch (fixtures_cbor_peek_type(reader)) {
    case FIXTURES_CBOR_INTEGER:
        return integer(reader, writer);
    case FIXTURES_CBOR_TEXT:
        return string(reader, writer, true);
    case FIXTURES_CBOR_BYTES:
        return string(reader, writer, false);
    case FIXTURES_CBOR_ARRAY:
        return container(reader, writer, false);
    case FIXTURES_CBOR_MAP:
        return container(reader, writer, true);
    case FIXTURES_CBOR_BOOL:
        if (fixtures_cbor_read_bool(reader, &flag))
            fixtures_cbor_write_bool(writer, flag);
        break;
    case FIXTURES_CBOR_NULL:
        if (fixtures_cbor_accept_null(reader))
            fixtures_cbor_write_null(writer);
        break;
    case FIXTURES_CBOR_UNDEFINED:
        if (fixtures_cbor_accept_null(reader))
            fixtures_cbor_write_simple(writer, 23);
        break;
    case FIXTURES_CBOR_FLOAT:
        if (fixtures_cbor_read_double(reader, &number))
            fixtures_cbor_write_double(writer, number);
        break;
    case FIXTURES_CBOR_SIMPLE:
        if (fixtures_cbor_read_simple(reader, &simple))
            fixtures_cbor_write_simple(writer, simple);
        break;
    case FIXTURES_CBOR_NONE:
        return false;
    }
    return !fixtures_cbor_failed(reader);
}
