/* A program can define another nesting limit. It applies to reading, writing and error messages. */
#define FIXTURES_CBOR_MAX_DEPTH 200

#include <fixtures_cbor.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"

enum {
    LINKS = FIXTURES_CBOR_MAX_DEPTH + 1
};

static bool reads(size_t levels)
{
    bytes document = bytes_repeated("9f", levels);
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(document.data, document.size, NULL);
    char text[1024];
    bool holds = !fixtures_cbor_skip(&reader) && reader.error == FIXTURES_CBOR_ERROR_TRUNCATED;
    if (reader.error == FIXTURES_CBOR_ERROR_DEPTH)
        CHECK("the error message has the nesting limit",
              strstr(fixtures_cbor_reader_explain(&reader, text, sizeof text), "nesting over 200 levels") !=
                  NULL);
    bytes_free(&document);
    return holds;
}

static bool writes(size_t count)
{
    static fixtures_link links[LINKS];
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader;
    fixtures_link again;
    bool holds;
    size_t i;
    for (i = 0; i < count; i++)
        links[i].next = i + 1 < count ? &links[i + 1] : NULL;
    fixtures_link_encode(&writer, links);
    reader = fixtures_cbor_reader_init(writer.data, writer.size, &memory);
    holds = !writer.error && fixtures_link_decode(&reader, &again);
    fixtures_cbor_memory_free(&memory);
    fixtures_cbor_writer_free(&writer);
    return holds;
}

void check_depth(void)
{
    CHECK("another nesting limit can be defined",
          reads(LINKS - 1) && !reads(LINKS) && writes(LINKS - 1) && !writes(LINKS));
}
