/* RFC 8949, appendices A and F.1: every example and every malformed item, from the tables of the C# specs. */
#include <stdio.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"
#include "diagnose.h"
#include "reads.h"
#include "rewrite.h"
#include "shapes.h"
#include "standard.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* The only example that can be read but not written: no type in C can hold it. */
static const char *const UNWRITABLE = "-18446744073709551616";

/* The bytes that the writer produces for a value: the first encoding in the table. */
static const char *written_form_of(const char *meaning)
{
    size_t i;
    for (i = 0; i < LENGTH(EXAMPLES); i++)
        if (same_text(EXAMPLES[i].meaning, meaning))
            return EXAMPLES[i].hex;
    return "";
}

static bool has_its_meaning(const bytes *item, const char *meaning)
{
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(item->data, item->size, NULL);
    char text[LONGEST_NOTATION];
    const bool holds =
        diagnose(&reader, false, text) && fixtures_cbor_finish(&reader) && same_text(text, meaning);
    if (!holds)
        fprintf(stderr, "expected %s\nfound    %s\n", meaning, text);
    return holds;
}

static bool is_skipped(const bytes *item)
{
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(item->data, item->size, NULL);
    return fixtures_cbor_skip(&reader) && fixtures_cbor_finish(&reader) && reader.depth == 0;
}

/* The writer has one encoding for each value: the one in the table, if that has a definite length. */
static bool is_written_so(const bytes *item, const char *meaning)
{
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(item->data, item->size, NULL);
    fixtures_cbor_reader again = reader, written;
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    char expected[LONGEST_NOTATION], found[LONGEST_NOTATION];
    bytes form = bytes_of(written_form_of(meaning));
    bool holds = rewrite(&reader, &writer);
    if (same_text(meaning, UNWRITABLE)) {
        holds = !holds && reader.error == FIXTURES_CBOR_ERROR_RANGE;
    } else {
        written = fixtures_cbor_reader_init(writer.data, writer.size, NULL);
        holds = holds && !writer.error && diagnose(&again, true, expected) &&
                diagnose(&written, false, found) && fixtures_cbor_finish(&written) &&
                same_text(expected, found);
        if (holds && same_text(found, meaning))
            holds = same_bytes(writer.data, writer.size, form.data, form.size);
    }
    bytes_free(&form);
    fixtures_cbor_writer_free(&writer);
    return holds;
}

static bool is_truncated_wherever_it_is_cut(const bytes *item)
{
    bool holds = true;
    size_t size;
    for (size = 0; size < item->size; size++) {
        bytes cut = bytes_cut(item, size);
        fixtures_cbor_reader reader = fixtures_cbor_reader_init(cut.data, cut.size, NULL);
        char error[96], ending[96];
        snprintf(ending, sizeof ending, "the data ends at byte %zu within an item", size);
        holds = holds && !fixtures_cbor_skip(&reader) && reader.error == FIXTURES_CBOR_ERROR_TRUNCATED &&
                reader.offset == size &&
                strstr(fixtures_cbor_reader_explain(&reader, error, sizeof error), ending) != NULL;
        bytes_free(&cut);
    }
    return holds;
}

/* No function reads past the end, and every failure has an error message, for any input. */
static bool is_read_in_every_way(const bytes *item, bool is_malformed)
{
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    char error[256];
    size_t i;
    for (i = 0; i < READ_COUNT; i++) {
        fixtures_cbor_reader reader = fixtures_cbor_reader_init(item->data, item->size, &memory);
        READS[i].read(&reader);
        fixtures_cbor_finish(&reader);
        fixtures_cbor_reader_explain(&reader, error, sizeof error);
        if (reader.offset > item->size || (error[0] != '\0') != fixtures_cbor_failed(&reader) ||
            (is_malformed && !fixtures_cbor_failed(&reader))) {
            fprintf(stderr, "%s: %s\n", READS[i].name, error);
            break;
        }
    }
    fixtures_cbor_memory_free(&memory);
    return i == READ_COUNT;
}

/* Reading a struct from malformed bytes fails and leaves zeros. Well-formed bytes may be a struct. */
static bool is_decoded_in_every_way(const bytes *item, bool is_malformed)
{
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    bool holds = true;
    size_t i, j;
    for (i = 0; holds && i < SHAPE_COUNT; i++) {
        fixtures_cbor_reader reader = fixtures_cbor_reader_init(item->data, item->size, &memory);
        uint8_t value[1024];
        memset(value, 0xaa, sizeof value);
        if (SHAPES[i].size > sizeof value)
            holds = false;
        else if (!SHAPES[i].decode(&reader, value)) {
            holds = fixtures_cbor_failed(&reader);
            for (j = 0; holds && reader.error != FIXTURES_CBOR_ERROR_TRAILING && j < SHAPES[i].size; j++)
                holds = value[j] == 0;
        } else
            holds = !is_malformed;
    }
    fixtures_cbor_memory_free(&memory);
    return holds;
}

static bool is_refused_with(const bytes *item, const char *error)
{
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(item->data, item->size, NULL);
    char text[128];
    fixtures_cbor_skip(&reader);
    fixtures_cbor_finish(&reader);
    return same_text(fixtures_cbor_reader_explain(&reader, text, sizeof text), error);
}

static void check_example(const char *hex, const char *meaning)
{
    char what[LONGEST_NOTATION];
    bytes item = bytes_of(hex);
    snprintf(what, sizeof what, "the example %s", meaning);
    CHECK(what, is_skipped(&item) && has_its_meaning(&item, meaning) && is_written_so(&item, meaning) &&
                    is_truncated_wherever_it_is_cut(&item) && is_read_in_every_way(&item, false) &&
                    is_decoded_in_every_way(&item, false));
    bytes_free(&item);
}

static void check_malformed(const char *hex, const char *fault, const char *error)
{
    char what[128];
    bytes item = bytes_of(hex);
    snprintf(what, sizeof what, "%s: %s", fault, hex);
    CHECK(what, is_refused_with(&item, error) && is_read_in_every_way(&item, true) &&
                    is_decoded_in_every_way(&item, true));
    bytes_free(&item);
}

void check_standard(void)
{
    size_t i;
    CHECK("the tables are complete", LENGTH(EXAMPLES) == 82 && LENGTH(MALFORMED) == 94);
    for (i = 0; i < LENGTH(EXAMPLES); i++)
        check_example(EXAMPLES[i].hex, EXAMPLES[i].meaning);
    for (i = 0; i < LENGTH(MALFORMED); i++)
        check_malformed(MALFORMED[i].hex, MALFORMED[i].fault, MALFORMED[i].error);
}
