/* Properties of generated functions that the case table cannot express. */
#include <fixtures_cbor.h>
#include <stdio.h>
#include <stdlib.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"
#include "shapes.h"

enum {
    LINKS = 70
};

/* A chain of this many links. In a cycle, the last link points to the first. */
static const fixtures_link *chain(fixtures_link links[LINKS], size_t count, bool is_circle)
{
    size_t i;
    for (i = 0; i < count; i++) {
        links[i].value = (int32_t)i;
        links[i].next = i + 1 < count ? &links[i + 1] : is_circle ? &links[0] : NULL;
    }
    return &links[0];
}

static bool chains_end(void)
{
    fixtures_link links[LINKS], again;
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader;
    const fixtures_link *link = &again;
    char error[1024];
    size_t count = 1;
    bool holds;

    fixtures_link_encode(&writer, chain(links, 64, false));
    reader = fixtures_cbor_reader_init(writer.data, writer.size, &memory);
    holds = !writer.error && fixtures_link_decode(&reader, &again) && fixtures_cbor_finish(&reader);
    for (; holds && link->next != NULL; link = link->next)
        count++;
    holds = holds && count == 64 && link->value == 63;

    fixtures_cbor_writer_reset(&writer);
    fixtures_link_encode(&writer, chain(links, 65, false));
    holds = holds && writer.error == FIXTURES_CBOR_ERROR_DEPTH;

    fixtures_cbor_writer_reset(&writer);
    fixtures_link_encode(&writer, chain(links, 3, true));
    holds = holds && writer.error == FIXTURES_CBOR_ERROR_DEPTH &&
            strstr(fixtures_cbor_writer_explain(&writer, error, sizeof error),
                   "next.next: a record contains itself too many levels deep") != NULL;

    fixtures_cbor_memory_free(&memory);
    fixtures_cbor_writer_free(&writer);
    return holds;
}

/* Two branches at each of 64 levels would take forever. The first branch that is too deep ends the write. */
static bool trees_that_are_circles_end_soon(void)
{
    fixtures_node node[2];
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    bool holds;
    node[0].value = node[1].value = 1;
    node[0].children = node[1].children = node;
    node[0].children_count = node[1].children_count = 2;
    fixtures_node_encode(&writer, node);
    holds = writer.error == FIXTURES_CBOR_ERROR_DEPTH && writer.size < 4096;
    fixtures_cbor_writer_free(&writer);
    return holds;
}

/* Members in any order, unknown members, indefinite lengths and tags give the same struct. */
static bool everything_well_formed_is_read(void)
{
    /* {_ "x": [1], 1("age"): 24(7), "y": {5: null}, (_ "na", "me"): 0((_ "an", "n"))} */
    bytes document = bytes_of("bf"
                              "61788101"
                              "c163616765d81807"
                              "6179a105f6"
                              "7f626e61626d65ffc07f62616e616eff"
                              "ff");
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(document.data, document.size, &memory);
    fixtures_owner owner;
    bool holds = fixtures_owner_decode(&reader, &owner) && fixtures_cbor_finish(&reader) &&
                 same_text(owner.name, "ann") && owner.age == 7;
    fixtures_cbor_memory_free(&memory);
    bytes_free(&document);
    return holds;
}

/* A missing value, null and undefined are all absent. An empty list is present. */
static bool what_is_absent_is_zeros(void)
{
    static const char *const documents[] = {"a0", "a5"
                                                  "656974656d73"
                                                  "f6"
                                                  "64666c6167"
                                                  "f7"
                                                  "6474657874"
                                                  "f6"
                                                  "6464617461"
                                                  "f6"
                                                  "6473706f74"
                                                  "f7"};
    fixtures_optionals optionals, zeros;
    bool holds = true;
    size_t i;
    memset(&zeros, 0, sizeof zeros);
    for (i = 0; i < sizeof documents / sizeof *documents; i++) {
        bytes document = bytes_of(documents[i]);
        fixtures_cbor_reader reader = fixtures_cbor_reader_init(document.data, document.size, NULL);
        memset(&optionals, 0xaa, sizeof optionals);
        holds = holds && fixtures_optionals_decode(&reader, &optionals) &&
                memcmp(&optionals, &zeros, sizeof zeros) == 0;
        bytes_free(&document);
    }
    return holds;
}

static bool what_is_empty_is_there(void)
{
    bytes document = bytes_of("a2"
                              "656974656d7380"
                              "6464617461"
                              "40");
    fixtures_cbor_memory memory = fixtures_cbor_memory_fixed(NULL, 0);
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(document.data, document.size, &memory);
    fixtures_optionals optionals;
    bool holds = fixtures_optionals_decode(&reader, &optionals) && optionals.items != NULL &&
                 optionals.items_count == 0 && optionals.data != NULL && optionals.data_size == 0;
    bytes_free(&document);
    return holds;
}

/* A list of indefinite length uses as much memory as one of definite length. */
static bool lists_without_a_length_take_no_more(void)
{
    bytes definite = bytes_of("8401020304"), indefinite = bytes_of("9f01020304ff");
    /* Aligned like a list, so that there is no padding. */
    _Alignas(8) int32_t first[4], second[4];
    fixtures_cbor_memory one = fixtures_cbor_memory_fixed(first, sizeof first);
    fixtures_cbor_memory other = fixtures_cbor_memory_fixed(second, sizeof second);
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(definite.data, definite.size, &one);
    fixtures_cbor_reader again = fixtures_cbor_reader_init(indefinite.data, indefinite.size, &other);
    fixtures_keep_numbers_reply numbers, more;
    bool holds = fixtures_keep_numbers_cbor_reply(&reader, &numbers) && numbers.value_count == 4 &&
                 fixtures_keep_numbers_cbor_reply(&again, &more) && more.value_count == 4 &&
                 memcmp(numbers.value, more.value, 4 * sizeof(int32_t)) == 0 && one.used == other.used;
    bytes_free(&definite);
    bytes_free(&indefinite);
    return holds;
}

void check_structs(void)
{
    CHECK("long chains and cycles are rejected", chains_end());
    CHECK("trees with cycles are rejected quickly", trees_that_are_circles_end_soon());
    CHECK("a struct is read from every well-formed encoding", everything_well_formed_is_read());
    CHECK("absent values are zeros", what_is_absent_is_zeros());
    CHECK("empty values are present", what_is_empty_is_there());
    CHECK("a list of indefinite length uses no more memory than one of definite length",
          lists_without_a_length_take_no_more());
}
