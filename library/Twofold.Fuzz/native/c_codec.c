/*
 * A libFuzzer program for the codec in C: an input is a struct's number and a document. Whatever the document
 * is, nothing is read or written beyond its place, and the codec in C# says the same of it, to the letter.
 */
#include <fixtures_cbor.h>
#include <limits.h>
#include <stdlib.h>

#include "reads.h"
#include "shapes.h"

enum {
    LONGEST_TEXT = 1 << 16,
    LARGEST_STRUCT = 1024,
    MOST_MEMORY = 1 << 26
};

/* What the codec in C# makes of it; see Targets.cs. */
int twofold_fuzz_read(const char *name, const uint8_t *document, int size, uint8_t *into, int capacity);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static uint8_t said[1 << 20]; /* by the codec in C#: the document written again, or what is wrong with it */

static void fail(const char *name, const char *what, const char *detail)
{
    fprintf(stderr, "%s: %s: %s\n", name, what, detail);
    abort();
}

/* The size of the document as C# writes it again, or -1 less that of what it says of it; see `said`. */
static int ask(const char *name, const uint8_t *document, size_t size)
{
    const int verdict = twofold_fuzz_read(name, document, (int)size, said, sizeof said - 1);
    if (verdict != INT_MIN)
        said[verdict < 0 ? -1 - verdict : verdict] = 0;
    return verdict;
}

static bool is_zero(const uint8_t *bytes, size_t size)
{
    size_t i;
    for (i = 0; i < size && bytes[i] == 0; i++)
        continue;
    return i == size;
}

/* Both refuse it: in the same words. */
static void compare_words(const char *name, const fixtures_cbor_reader *reader, int verdict)
{
    static char text[LONGEST_TEXT];
    const size_t size = (size_t)(-1 - verdict);
    fixtures_cbor_reader_explain(reader, text, sizeof text);
    if (strlen(text) != size || memcmp(text, said, size) != 0) {
        fprintf(stderr, "C#: %s\n", (const char *)said);
        fail(name, "other words in C", text);
    }
}

/* What C has read is written as C# writes it, and reads back the same. */
static void compare_values(const shape *shape, const void *value, int verdict)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader;
    uint64_t again[LARGEST_STRUCT / sizeof(uint64_t)];
    char text[256];
    shape->encode(&writer, value);
    if (writer.error)
        fail(shape->name, "cannot be written again",
             fixtures_cbor_writer_explain(&writer, text, sizeof text));
    if (writer.size != (size_t)verdict || memcmp(writer.data, said, writer.size) != 0)
        fail(shape->name, "is written otherwise", "in C");
    reader = fixtures_cbor_reader_init(writer.data, writer.size, &memory);
    if (!shape->decode(&reader, again))
        fail(shape->name, "cannot be read again", fixtures_cbor_reader_explain(&reader, text, sizeof text));
    if (!shape->same(value, again))
        fail(shape->name, "is read again", "otherwise");
    fixtures_cbor_memory_free(&memory);
    fixtures_cbor_writer_free(&writer);
}

static void compare(const shape *shape, const uint8_t *document, size_t size)
{
    const int verdict = ask(shape->name, document, size);
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(document, size, &memory);
    uint64_t value[LARGEST_STRUCT / sizeof(uint64_t)];
    bool is_read;
    memory.limit = MOST_MEMORY;
    memset(value, 0xaa, sizeof value);
    is_read = shape->decode(&reader, value);
    if (!is_read && !is_zero((const uint8_t *)value, shape->size) &&
        reader.error != FIXTURES_CBOR_ERROR_TRAILING)
        fail(shape->name, "is refused", "and not zeros");

    if (verdict == INT_MIN) {
        /* It has types whose codecs are not compared. */
        fixtures_cbor_memory_free(&memory);
        return;
    }

    /* Only C has texts that cannot have U+0000. */
    if (reader.error == FIXTURES_CBOR_ERROR_NUL) {
        if (memchr(document, 0, size) == NULL)
            fail(shape->name, "refused for U+0000", "which it has not");
    } else if (is_read != (verdict >= 0)) {
        fail(shape->name, is_read ? "read in C alone" : "refused in C alone",
             verdict >= 0 ? "by C" : (const char *)said);
    } else if (!is_read) {
        compare_words(shape->name, &reader, verdict);
    } else if (shape->encode != NULL) {
        compare_values(shape, value, verdict);
    }
    fixtures_cbor_memory_free(&memory);
}

/* Into a buffer of a size that the input chooses: nothing is read or written beyond it. */
static void read_into_a_buffer(const shape *shape, const uint8_t *document, size_t size)
{
    const size_t capacity = size * 7 % 257;
    uint8_t *buffer = malloc(capacity == 0 ? 1 : capacity), *written = malloc(capacity == 0 ? 1 : capacity);
    char *text = malloc(capacity == 0 ? 1 : capacity);
    fixtures_cbor_memory memory = fixtures_cbor_memory_fixed(buffer, capacity);
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(document, size, &memory);
    fixtures_cbor_writer writer;
    uint64_t value[LARGEST_STRUCT / sizeof(uint64_t)];
    if (buffer == NULL || written == NULL || text == NULL)
        abort();
    if (shape->decode(&reader, value) && shape->encode != NULL) {
        writer = fixtures_cbor_writer_fixed(written, capacity);
        shape->encode(&writer, value);
        fixtures_cbor_writer_explain(&writer, text, capacity);
    } else {
        fixtures_cbor_reader_explain(&reader, text, capacity);
    }
    free(text);
    free(written);
    free(buffer);
}

static void skip(const uint8_t *document, size_t size)
{
    const int verdict = ask("anything", document, size);
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(document, size, NULL);
    fixtures_cbor_skip(&reader);
    if (fixtures_cbor_finish(&reader) != (verdict >= 0))
        fail("anything", "well-formed", verdict >= 0 ? "in C# alone" : "in C alone");
    if (verdict < 0)
        compare_words("anything", &reader, verdict);
}

static void read_in_every_way(const uint8_t *document, size_t size)
{
    size_t i;
    for (i = 0; i < READ_COUNT; i++) {
        fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
        fixtures_cbor_reader reader = fixtures_cbor_reader_init(document, size, &memory);
        READS[i].read(&reader);
        if (reader.offset > size)
            fail(READS[i].name, "has left", "the document");
        fixtures_cbor_memory_free(&memory);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const shape *shape;
    if (size == 0)
        return 0;
    shape = &SHAPES[bytes[0] % SHAPE_COUNT];
    if (shape->size > LARGEST_STRUCT)
        fail(shape->name, "is larger than", "LARGEST_STRUCT");
    compare(shape, bytes + 1, size - 1);
    read_into_a_buffer(shape, bytes + 1, size - 1);
    skip(bytes + 1, size - 1);
    read_in_every_way(bytes + 1, size - 1);
    return 0;
}
