/* Invalid arguments that are only possible in C: they give a status and the path, never a crash. */
#include <stdint.h>
#include <string.h>

#include "check.h"
#include "checks.h"

#define CHECK_REFUSED(message, call)                                                                         \
    CHECK(message, (call) == FIXTURES_INVALID_ARGUMENT && same_text(fixtures_last_error(), (message)))

static void check_spans(fixtures *context)
{
    const fixtures_node broken = {1, NULL, 5};
    const fixtures_node tree = {1, &broken, 1};
    const fixtures_point point = {0, 0};
    const uint8_t byte = 0;
    fixtures_keep_texts_reply kept_texts;
    fixtures_keep_points_reply kept_points;
    fixtures_keep_bytes_reply kept_bytes;
    fixtures_node kept_tree;

    CHECK_REFUSED("value: NULL, though its count is 3",
                  fixtures_keep_texts_sync(context, NULL, 3, &kept_texts));
    CHECK_REFUSED("value.children[0].children: NULL, though its count is 5",
                  fixtures_keep_tree_sync(context, &tree, &kept_tree));
    CHECK("a count of SIZE_MAX is rejected",
          fixtures_keep_points_sync(context, &point, SIZE_MAX, &kept_points) == FIXTURES_INVALID_ARGUMENT &&
              strstr(fixtures_last_error(), "is more than memory can hold") != NULL);
    CHECK("a size of SIZE_MAX is rejected",
          fixtures_keep_bytes_sync(context, &byte, SIZE_MAX, &kept_bytes) == FIXTURES_INVALID_ARGUMENT &&
              strstr(fixtures_last_error(), "is more than memory can hold") != NULL);
}

static void check_cycles(fixtures *context)
{
    fixtures_node round, kept_tree;
    fixtures_link ring, kept_chain;

    round.value = 1;
    round.children = &round;
    round.children_count = 1;
    CHECK("a tree with a cycle is rejected",
          fixtures_keep_tree_sync(context, &round, &kept_tree) == FIXTURES_INVALID_ARGUMENT &&
              strstr(fixtures_last_error(), "too many levels deep") != NULL);
    ring.value = 1;
    ring.next = &ring;
    CHECK("a chain with a cycle is rejected",
          fixtures_keep_chain_sync(context, &ring, &kept_chain) == FIXTURES_INVALID_ARGUMENT &&
              strstr(fixtures_last_error(), "too many levels deep") != NULL);
}

void check_refusals(fixtures *context)
{
    static const char *const texts[] = {"fine", "\xff"};
    fixtures_keep_texts_reply kept_texts;
    int32_t number;
    char *text;

    CHECK_REFUSED("value: invalid UTF-8", fixtures_keep_text_sync(context, "a\xff", &text));
    CHECK_REFUSED("value[1]: invalid UTF-8", fixtures_keep_texts_sync(context, texts, 2, &kept_texts));
    CHECK_REFUSED("reply: expected a place for the reply, found NULL", fixtures_twice_sync(1, NULL));
    CHECK("NULL is not a valid handle",
          fixtures_count_touches_sync(NULL, &number) == FIXTURES_INVALID_HANDLE);
    check_spans(context);
    check_cycles(context);
}
