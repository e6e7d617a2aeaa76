/* The reader: ranges, strings in place and in chunks, nesting, keys, and sticky errors. */
#include <fixtures_cbor.h>
#include <math.h>
#include <stdio.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"
#include "reads.h"

static void (*read_named(const char *name))(fixtures_cbor_reader *)
{
    size_t i;
    for (i = 0; i < READ_COUNT; i++)
        if (same_text(READS[i].name, name))
            return READS[i].read;
    return NULL;
}

static bool refuses(const char *name, const char *hex, const char *error)
{
    bytes item = bytes_of(hex);
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(item.data, item.size, &memory);
    char text[256];
    bool holds;
    read_named(name)(&reader);
    holds = same_text(fixtures_cbor_reader_explain(&reader, text, sizeof text), error);
    if (!holds)
        fprintf(stderr, "%s of %s: expected %s\nfound    %s\n", name, hex, error, text);
    fixtures_cbor_memory_free(&memory);
    bytes_free(&item);
    return holds;
}

static bool integers_have_their_range(void)
{
    return refuses("read_int8", "187f", "") && refuses("read_int8", "387f", "") &&
           refuses("read_int8", "1880", "expected an integer from -128 to 127, found 128") &&
           refuses("read_int8", "3880", "expected an integer from -128 to 127, found -129") &&
           refuses("read_uint8", "18ff", "") &&
           refuses("read_uint8", "190100", "expected an integer from 0 to 255, found 256") &&
           refuses("read_uint8", "20", "expected an integer from 0 to 255, found -1") &&
           refuses("read_int16", "197fff", "") &&
           refuses("read_int16", "198000", "expected an integer from -32768 to 32767, found 32768") &&
           refuses("read_int16", "398000", "expected an integer from -32768 to 32767, found -32769") &&
           refuses("read_uint16", "19ffff", "") &&
           refuses("read_uint16", "1a00010000", "expected an integer from 0 to 65535, found 65536") &&
           refuses("read_int32", "3a7fffffff", "") &&
           refuses("read_int32", "1a80000000",
                   "expected an integer from -2147483648 to 2147483647, found 2147483648") &&
           refuses("read_uint32", "1affffffff", "") &&
           refuses("read_uint32", "1b0000000100000000",
                   "expected an integer from 0 to 4294967295, found 4294967296") &&
           refuses("read_int64", "3b7fffffffffffffff", "") &&
           refuses("read_int64", "3bffffffffffffffff",
                   "expected an integer from -9223372036854775808 to 9223372036854775807, found "
                   "-18446744073709551616") &&
           refuses("read_uint64", "1bffffffffffffffff", "") &&
           refuses("read_uint64", "3bffffffffffffffff",
                   "expected an integer from 0 to 18446744073709551615, found -18446744073709551616") &&
           refuses("read_uint64",
                   "c1c1"
                   "1b0000000000000001",
                   "");
}

static bool floats_have_their_range(void)
{
    return refuses("read_float", "fa7f7fffff", "") && refuses("read_float", "fb47efffffe0000000", "") &&
           refuses("read_float", "fb47efffffefffffff", "") &&
           refuses("read_float", "fb47effffff0000000",
                   "expected a float of 32 bits, found 3.4028235677973366E+38") &&
           refuses("read_float", "fbc7effffff0000000",
                   "expected a float of 32 bits, found -3.4028235677973366E+38") &&
           refuses("read_float", "fb7e37e43c8800759c", "expected a float of 32 bits, found 1E+300") &&
           refuses("read_float", "fb7ff0000000000000", "") &&
           refuses("read_float", "fbfff0000000000000", "") &&
           refuses("read_float", "fb7ff8000000000000", "") && refuses("read_float", "01", "") &&
           refuses("read_float", "6131", "expected a float, found text");
}

static bool other_types_are_named(void)
{
    static const struct {
        const char *hex, *name;
    } types[] = {{"00", "an integer"},
                 {"20", "an integer"},
                 {"40", "bytes"},
                 {"60", "text"},
                 {"80", "an array"},
                 {"a0", "a map"},
                 {"f4", "a boolean"},
                 {"f6", "null"},
                 {"f7", "undefined"},
                 {"f93c00", "a float"},
                 {"fb3ff199999999999a", "a float"},
                 {"f0", "a simple value"},
                 {"f8ff", "a simple value"},
                 {"c100", "an integer"}};
    static const struct {
        const char *read, *wanted;
    } reads[] = {{"read_int64", "an integer"}, {"read_bool", "a boolean"}, {"take_bytes", "bytes"},
                 {"read_text", "text"},        {"read_double", "a float"}, {"read_simple", "a simple value"},
                 {"begin_array", "an array"},  {"begin_map", "a map"}};
    char error[96];
    size_t i, j;
    for (i = 0; i < sizeof types / sizeof *types; i++)
        for (j = 0; j < sizeof reads / sizeof *reads; j++) {
            const bool is_whole = same_text(types[i].name, "an integer") || same_text(types[i].hex, "f93c00");
            const bool is_number = is_whole || same_text(types[i].name, "a float");
            const bool is_read = same_text(reads[j].wanted, types[i].name) ||
                                 (same_text(reads[j].wanted, "an integer") && is_whole) ||
                                 (same_text(reads[j].wanted, "a float") && is_number);
            snprintf(error, sizeof error, "expected %s, found %s%s", reads[j].wanted, types[i].name,
                     is_number && !is_whole && same_text(reads[j].wanted, "an integer") ? " with a fraction"
                                                                                        : "");
            if (!refuses(reads[j].read, types[i].hex, is_read ? "" : error))
                return false;
        }
    return true;
}

static bool texts_are_UTF8(void)
{
    static const char *const bad[] = {"61ff",   "62c328",       "63eda080",   "64f8888080", "61c3",
                                      "62c080", "7f61c361bcff", "64f4908080", "63e08080",   "64f0808080"};
    size_t i;
    for (i = 0; i < sizeof bad / sizeof *bad; i++)
        if (!refuses("copy_text", bad[i], "invalid UTF-8") ||
            !refuses("take_text", bad[i], "invalid UTF-8") || !refuses("skip", bad[i], ""))
            return false;
    return refuses("take_text", "64f48fbfbf", "") && refuses("take_text", "63ed9fbf", "") &&
           refuses("take_text", "63ee8080", "");
}

static bool texts_have_no_NUL(void)
{
    bytes item = bytes_of("63610062");
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(item.data, item.size, &memory);
    fixtures_cbor_reader again = reader;
    const char *text;
    char copy[8];
    size_t size, copied;
    bool holds = fixtures_cbor_take_text(&reader, &text, &size) && size == 3 &&
                 memcmp(text, "a\0b", 4) == 0 &&
                 fixtures_cbor_copy_text(&again, copy, sizeof copy, &copied) && copied == 3;
    fixtures_cbor_memory_free(&memory);
    bytes_free(&item);
    return holds && refuses("take_text", "63610062", "the text has U+0000, which a C string cannot carry") &&
           refuses("copy_text", "63610062", "the text has U+0000, which a C string cannot carry");
}

static bool copies_what_fits(void)
{
    bytes item = bytes_of("7f6161626262ff");
    char text[5];
    size_t capacity, size;
    bool holds = true;
    for (capacity = 0; capacity <= 4; capacity++) {
        fixtures_cbor_reader reader = fixtures_cbor_reader_init(item.data, item.size, NULL);
        memset(text, 'x', sizeof text);
        if (fixtures_cbor_copy_text(&reader, text, capacity, &size))
            holds = holds && capacity == 4 && size == 3 && same_text(text, "abb");
        else
            holds = holds && capacity < 4 && reader.error == FIXTURES_CBOR_ERROR_FULL && size == 0 &&
                    (capacity == 0 || text[0] == '\0');
        holds = holds && text[capacity] == 'x';
    }
    bytes_free(&item);
    return holds;
}

static bool nests(size_t levels, const char *open, const char *inner, const char *close)
{
    bytes heads = bytes_repeated(open, levels), item = bytes_of(inner), tails = bytes_repeated(close, levels);
    bytes whole = bytes_repeated("00", heads.size + item.size + tails.size);
    fixtures_cbor_reader reader;
    char text[4096];
    bool holds;
    memcpy(whole.data, heads.data, heads.size);
    memcpy(whole.data + heads.size, item.data, item.size);
    memcpy(whole.data + heads.size + item.size, tails.data, tails.size);
    reader = fixtures_cbor_reader_init(whole.data, whole.size, NULL);
    fixtures_cbor_skip(&reader);
    fixtures_cbor_finish(&reader);
    fixtures_cbor_reader_explain(&reader, text, sizeof text);
    holds = reader.error == FIXTURES_CBOR_NO_ERROR && reader.depth == 0;
    if (reader.error != FIXTURES_CBOR_ERROR_DEPTH && !holds)
        fprintf(stderr, "%zu levels: %s\n", levels, text);
    bytes_free(&heads);
    bytes_free(&item);
    bytes_free(&tails);
    bytes_free(&whole);
    return holds;
}

static bool nesting_has_a_limit(void)
{
    return nests(64, "81", "00", "") && !nests(65, "81", "00", "") && nests(64, "9f", "00", "ff") &&
           !nests(65, "9f", "00", "ff") && nests(64, "a100", "00", "") && !nests(65, "a100", "00", "") &&
           nests(64, "bf00", "00", "ff") && !nests(65, "bf00", "00", "ff") &&
           !nests(1000000, "81", "00", "") && nests(1000000, "c1", "00", "");
}

static bool keys_are_found_in_any_order(void)
{
    /* {"b": 2, "e": {5: 6}, 1((_ "a")): 1, "c": [3]} */
    bytes map = bytes_of("a4"
                         "616202"
                         "6165a10506"
                         "c17f6161ff01"
                         "61638103");
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(map.data, map.size, NULL), value;
    int32_t a = 0, b = 0;
    char text[64];
    bool holds = fixtures_cbor_find(&reader, "a", &value) && fixtures_cbor_read_int32(&value, &a) && a == 1 &&
                 fixtures_cbor_find(&reader, "b", &value) && fixtures_cbor_read_int32(&value, &b) && b == 2 &&
                 !fixtures_cbor_find(&reader, "d", &value) && !fixtures_cbor_failed(&reader) &&
                 same_text(fixtures_cbor_reader_explain(&value, text, sizeof text), "d: missing");
    bytes_free(&map);
    return holds && refuses("find", "a2616101616102", "a: duplicate key") &&
           refuses("find", "a1616201", "a: missing") &&
           refuses("find", "a2616101416202", "expected a text key, found the bytes 'b'") &&
           refuses("find", "a261610161", "the data ends at byte 5 within an item");
}

/* Every read after an error has the same error and returns zeros. */
static bool the_first_error_sticks(void)
{
    bytes items = bytes_of("05616107f5");
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(items.data, items.size, &memory);
    char before[128], after[128];
    const char *text = "x";
    bool holds = !fixtures_cbor_take_text(&reader, &text, NULL) && text == NULL;
    size_t i, offset = reader.offset;
    fixtures_cbor_reader_explain(&reader, before, sizeof before);
    for (i = 0; i < READ_COUNT; i++) {
        READS[i].read(&reader);
        fixtures_cbor_reader_explain(&reader, after, sizeof after);
        holds = holds && reader.offset == offset && same_text(before, after);
    }
    holds = holds && !fixtures_cbor_finish(&reader) && same_text(before, "expected text, found an integer") &&
            memory.total == 0;
    fixtures_cbor_memory_free(&memory);
    bytes_free(&items);
    return holds;
}

void check_reader(void)
{
    CHECK("integers out of range are rejected", integers_have_their_range());
    CHECK("floats out of range are rejected", floats_have_their_range());
    CHECK("the error message names the type that was found", other_types_are_named());
    CHECK("text that is not UTF-8 is rejected", texts_are_UTF8());
    CHECK("U+0000 is rejected unless the size is requested", texts_have_no_NUL());
    CHECK("text is copied completely or not at all", copies_what_fits());
    CHECK("arrays and maps nest up to 64 levels, tags without a limit", nesting_has_a_limit());
    CHECK("keys are found in any order", keys_are_found_in_any_order());
    CHECK("the first error is sticky", the_first_error_sticks());
}
