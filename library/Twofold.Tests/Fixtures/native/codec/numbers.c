/* Accepted and rejected encodings of numbers, from the table of the C# specs. */
#include <fixtures_cbor.h>
#include <stdio.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"
#include "standard.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

#define REWRITE(name, type, write)                                                                           \
    static bool rewrite_##name(fixtures_cbor_reader *reader, fixtures_cbor_writer *writer)                   \
    {                                                                                                        \
        type value = 7;                                                                                      \
        const bool ok = fixtures_cbor_read_##name(reader, &value);                                           \
        fixtures_cbor_write_##write(writer, value);                                                          \
        return ok;                                                                                           \
    }

REWRITE(int8, int8_t, int)
REWRITE(uint8, uint8_t, int)
REWRITE(int32, int32_t, int)
REWRITE(int64, int64_t, int)
REWRITE(uint64, uint64_t, uint)
REWRITE(float, float, double)
REWRITE(double, double, double)

static const struct {
    const char *type;
    bool (*rewrite)(fixtures_cbor_reader *reader, fixtures_cbor_writer *writer);
} TYPES[] = {
    {"int8", rewrite_int8},     {"uint8", rewrite_uint8},   {"int32", rewrite_int32},
    {"int64", rewrite_int64},   {"uint64", rewrite_uint64}, {"float", rewrite_float},
    {"double", rewrite_double},
};

/* The result of a rejected number is 0, at any position of the reader. */
static bool is_read_or_refused(size_t row, const bytes *item)
{
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(item->data, item->size, NULL);
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    const char *again = NUMBERS[row].again;
    const bool is_float = NUMBERS[row].type[0] == 'f' || NUMBERS[row].type[0] == 'd';
    bytes expected = bytes_of(again != NULL ? again : is_float ? "f90000" : "00");
    char text[256];
    bool holds = false;
    size_t i;
    for (i = 0; i < LENGTH(TYPES); i++)
        if (same_text(TYPES[i].type, NUMBERS[row].type))
            holds = TYPES[i].rewrite(&reader, &writer) == (again != NULL);
    holds = holds && same_bytes(writer.data, writer.size, expected.data, expected.size) &&
            fixtures_cbor_finish(&reader) == (again != NULL) &&
            same_text(fixtures_cbor_reader_explain(&reader, text, sizeof text), NUMBERS[row].error);
    if (!holds)
        fprintf(stderr, "expected %s\nfound    %s\n", NUMBERS[row].error, text);
    bytes_free(&expected);
    fixtures_cbor_writer_free(&writer);
    return holds;
}

void check_numbers(void)
{
    char what[128];
    size_t i;
    for (i = 0; i < LENGTH(NUMBERS); i++) {
        bytes item = bytes_of(NUMBERS[i].hex);
        snprintf(what, sizeof what, "%s of %s", NUMBERS[i].type, NUMBERS[i].hex);
        CHECK(what, is_read_or_refused(i, &item));
        bytes_free(&item);
    }
}
