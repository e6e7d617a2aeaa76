/* The memory for decoded values: announced lengths reserve nothing, and one call releases everything. */
#include <fixtures_cbor.h>
#include <stdio.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"

static bool reserves_nothing(const char *hex)
{
    bytes document = bytes_of(hex);
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(document.data, document.size, &memory);
    fixtures_keep_texts_reply texts;
    bool holds = !fixtures_keep_texts_cbor_reply(&reader, &texts) && texts.value == NULL &&
                 memory.total == 0 && reader.error == FIXTURES_CBOR_ERROR_TRUNCATED;
    fixtures_cbor_memory_free(&memory);
    bytes_free(&document);
    return holds;
}

static bool announced_lengths_reserve_nothing(void)
{
    static const char *const announcements[] = {"9bffffffffffffffff", "9b7fffffffffffffff00", "9a00ffffff",
                                                "9affffffff6161"};
    size_t i;
    for (i = 0; i < sizeof announcements / sizeof *announcements; i++)
        if (!reserves_nothing(announcements[i]))
            return false;
    return true;
}

/* A string allocates memory only when all of its bytes are present. */
static bool announced_strings_reserve_nothing(void)
{
    bytes document = bytes_of("5b7fffffffffffffff0102");
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(document.data, document.size, &memory);
    const uint8_t *data = document.data;
    size_t size = 1;
    bool holds =
        !fixtures_cbor_take_bytes(&reader, &data, &size) && data == NULL && size == 0 && memory.total == 0;
    fixtures_cbor_memory_free(&memory);
    bytes_free(&document);
    return holds;
}

static bool is_aligned(const void *pointer)
{
    return (uintptr_t)pointer % sizeof(uint64_t) == 0;
}

/* Pieces of all sizes do not overlap, and do not move while the memory grows. */
static bool pieces_stay_where_they_are(void)
{
    enum {
        PIECES = 2000
    };
    static uint8_t *pieces[PIECES];
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_error error = FIXTURES_CBOR_NO_ERROR;
    bool holds = true;
    size_t i, j;
    for (i = 0; holds && i < PIECES; i++) {
        pieces[i] = fixtures_cbor_memory_take(&memory, i + 1, i % 3 == 0, &error);
        holds = pieces[i] != NULL && (i % 3 == 0 || is_aligned(pieces[i]));
        if (holds)
            memset(pieces[i], (int)(i & 0xff), i + 1);
    }
    for (i = 0; holds && i < PIECES; i++)
        for (j = 0; j <= i; j++)
            holds = holds && pieces[i][j] == (uint8_t)(i & 0xff);
    fixtures_cbor_memory_free(&memory);
    return holds && memory.block == NULL && memory.total == 0;
}

static bool is_used_again(void)
{
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_error error = FIXTURES_CBOR_NO_ERROR;
    const uint8_t *block;
    size_t i, total;
    bool holds = true;
    for (i = 0; i < 100; i++)
        fixtures_cbor_memory_take(&memory, 1000, false, &error);
    fixtures_cbor_memory_reset(&memory);
    block = memory.block;
    total = memory.total;
    for (i = 0; i < 50; i++)
        holds = holds && fixtures_cbor_memory_take(&memory, 1000, false, &error) != NULL;
    holds = holds && memory.block == block && memory.total == total && total >= 50000;
    fixtures_cbor_memory_free(&memory);
    fixtures_cbor_memory_free(&memory);
    fixtures_cbor_memory_free(NULL);
    return holds && error == FIXTURES_CBOR_NO_ERROR;
}

/* An item of one byte may decode to a large struct. The memory limit bounds what a peer can allocate. */
static bool has_a_limit(size_t limit)
{
    /* 255 pointers, and 255 NULs that they point to. A block has room for more. */
    const size_t least = 255 * (sizeof(char *) + 1), enough = 4096;
    bytes head = bytes_of("9900ff"), items = bytes_repeated("60", 255);
    bytes document = bytes_repeated("00", head.size + items.size);
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader;
    fixtures_keep_texts_reply texts;
    char error[64];
    bool read, holds;
    memcpy(document.data, head.data, head.size);
    memcpy(document.data + head.size, items.data, items.size);
    memory.limit = limit;
    reader = fixtures_cbor_reader_init(document.data, document.size, &memory);
    read = fixtures_keep_texts_cbor_reply(&reader, &texts);
    fixtures_cbor_reader_explain(&reader, error, sizeof error);
    holds = memory.total <= limit && memory.limit == limit &&
            (read ? texts.value_count == 255
                  : reader.error == FIXTURES_CBOR_ERROR_FULL && strstr(error, "no room for ") != NULL);
    fixtures_cbor_memory_free(&memory);
    bytes_free(&head);
    bytes_free(&items);
    bytes_free(&document);
    return holds && (limit >= least || !read) && (limit < enough || read);
}

static bool every_limit_holds(void)
{
    size_t limit;
    for (limit = 0; limit < 2000; limit++)
        if (!has_a_limit(limit))
            return false;
    return has_a_limit(4096) && has_a_limit(SIZE_MAX);
}

static bool may_be_missing(void)
{
    bytes number = bytes_of("05"), text = bytes_of("6161");
    fixtures_cbor_reader numbers = fixtures_cbor_reader_init(number.data, number.size, NULL);
    fixtures_cbor_reader texts = fixtures_cbor_reader_init(text.data, text.size, NULL);
    const char *found;
    int32_t value;
    char error[64];
    bool holds = fixtures_twice_cbor_reply(&numbers, &value) && value == 5 &&
                 !fixtures_keep_text_cbor_reply(&texts, &found) && texts.error == FIXTURES_CBOR_ERROR_FULL &&
                 same_text(fixtures_cbor_reader_explain(&texts, error, sizeof error),
                           "the reader was given no memory to decode into");
    bytes_free(&number);
    bytes_free(&text);
    return holds;
}

void check_memory(void)
{
    CHECK("the announced length of a list reserves no memory", announced_lengths_reserve_nothing());
    CHECK("the announced length of a string reserves no memory", announced_strings_reserve_nothing());
    CHECK("pieces do not move", pieces_stay_where_they_are());
    CHECK("memory is reused", is_used_again());
    CHECK("the memory limit is enforced", every_limit_holds());
    CHECK("a reader without memory reads numbers, and fails for text", may_be_missing());
}
