#include "reads.h"

#define NUMBER(name, type)                                                                                   \
    static void read_##name(fixtures_cbor_reader *reader)                                                    \
    {                                                                                                        \
        type value;                                                                                          \
        fixtures_cbor_read_##name(reader, &value);                                                           \
    }

NUMBER(bool, bool)
NUMBER(int8, int8_t)
NUMBER(uint8, uint8_t)
NUMBER(int16, int16_t)
NUMBER(uint16, uint16_t)
NUMBER(int32, int32_t)
NUMBER(uint32, uint32_t)
NUMBER(int64, int64_t)
NUMBER(uint64, uint64_t)
NUMBER(float, float)
NUMBER(double, double)
NUMBER(simple, uint8_t)

static void skip(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
}

static void read_text(fixtures_cbor_reader *reader)
{
    const char *text;
    size_t size;
    fixtures_cbor_read_text(reader, &text, &size);
}

static void copy_text(fixtures_cbor_reader *reader)
{
    char text[64];
    fixtures_cbor_copy_text(reader, text, sizeof text, NULL);
}

static void take_text(fixtures_cbor_reader *reader)
{
    const char *text;
    fixtures_cbor_take_text(reader, &text, NULL);
}

static void read_bytes(fixtures_cbor_reader *reader)
{
    const uint8_t *bytes;
    size_t size;
    fixtures_cbor_read_bytes(reader, &bytes, &size);
}

static void copy_bytes(fixtures_cbor_reader *reader)
{
    uint8_t bytes[64];
    size_t size;
    fixtures_cbor_copy_bytes(reader, bytes, sizeof bytes, &size);
}

static void take_bytes(fixtures_cbor_reader *reader)
{
    const uint8_t *bytes;
    size_t size;
    fixtures_cbor_take_bytes(reader, &bytes, &size);
}

static void optional_number(fixtures_cbor_reader *reader)
{
    int64_t number;
    if (!fixtures_cbor_accept_null(reader))
        fixtures_cbor_read_int64(reader, &number);
}

static void tagged_text(fixtures_cbor_reader *reader)
{
    uint64_t tag;
    while (fixtures_cbor_accept_tag(reader, &tag))
        continue;
    take_text(reader);
}

static void known_text(fixtures_cbor_reader *reader)
{
    if (!fixtures_cbor_accept_text(reader, "streaming"))
        take_text(reader);
}

static void array(fixtures_cbor_reader *reader)
{
    fixtures_cbor_items items;
    fixtures_cbor_begin_array(reader, &items);
    while (fixtures_cbor_next(reader, &items))
        fixtures_cbor_skip(reader);
}

static void map(fixtures_cbor_reader *reader)
{
    fixtures_cbor_items items;
    fixtures_cbor_begin_map(reader, &items);
    while (fixtures_cbor_next(reader, &items))
        fixtures_cbor_skip_pair(reader);
}

static void members(fixtures_cbor_reader *reader)
{
    static const char *const keys[] = {"a", "Fun"};
    fixtures_cbor_members members;
    fixtures_cbor_begin_members(reader, &members, keys, 2, 3);
    while (fixtures_cbor_next_member(reader, &members))
        fixtures_cbor_skip(reader);
}

static void find(fixtures_cbor_reader *reader)
{
    fixtures_cbor_reader value;
    if (fixtures_cbor_find(reader, "a", &value))
        fixtures_cbor_skip(reader);
    else
        *reader = value;
}

const typed_read READS[READ_COUNT] = {
    {"skip", skip},
    {"read_bool", read_bool},
    {"read_int8", read_int8},
    {"read_uint8", read_uint8},
    {"read_int16", read_int16},
    {"read_uint16", read_uint16},
    {"read_int32", read_int32},
    {"read_uint32", read_uint32},
    {"read_int64", read_int64},
    {"read_uint64", read_uint64},
    {"read_float", read_float},
    {"read_double", read_double},
    {"read_simple", read_simple},
    {"read_text", read_text},
    {"copy_text", copy_text},
    {"take_text", take_text},
    {"read_bytes", read_bytes},
    {"copy_bytes", copy_bytes},
    {"take_bytes", take_bytes},
    {"accept_null", optional_number},
    {"accept_tag", tagged_text},
    {"accept_text", known_text},
    {"begin_array", array},
    {"begin_map", map},
    {"begin_members", members},
    {"find", find},
};
