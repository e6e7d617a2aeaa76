/* Arguments that cannot be read: a status and the path, never a crash. */
#include <stdint.h>
#include <string.h>

#include "check.h"
#include "checks.h"

#define CHECK_REFUSED(message, call)                                                                         \
    CHECK(message, (call) == FIXTURES_INVALID_ARGUMENT && same_text(fixtures_last_error(), (message)))

void check_refusals(fixtures *context)
{
    static const char *const texts[] = {"fine", "\xff"};
    static const fixtures_color colors[] = {FIXTURES_COLOR_RED, 2};
    const fixtures_desk desk = {{NULL, 1}};
    const fixtures_company company = {"acme", {&desk, 1, {{"eve", 0}}}};
    const fixtures_node broken = {1, NULL, 5};
    const fixtures_node tree = {1, &broken, 1};
    fixtures_optionals optionals;
    fixtures_keep_optionals_reply kept_optionals;
    fixtures_keep_texts_reply kept_texts;
    fixtures_keep_optional_list_reply kept_colors;
    fixtures_keep_points_reply kept_points;
    fixtures_keep_bytes_reply kept_bytes;
    fixtures_scalars kept_scalars;
    fixtures_company kept_company;
    fixtures_node kept_tree;
    fixtures_color color;
    int32_t number;
    char *text;

    CHECK_REFUSED("value: expected text, found NULL", fixtures_keep_text_sync(context, NULL, &text));
    CHECK_REFUSED("value: invalid UTF-8", fixtures_keep_text_sync(context, "a\xff", &text));
    CHECK_REFUSED("value[1]: invalid UTF-8", fixtures_keep_texts_sync(context, texts, 2, &kept_texts));
    CHECK_REFUSED("value: NULL, though its count is 3",
                  fixtures_keep_texts_sync(context, NULL, 3, &kept_texts));
    CHECK_REFUSED("value: expected a struct, found NULL",
                  fixtures_keep_scalars_sync(context, NULL, &kept_scalars));
    CHECK_REFUSED("value: expected 1 (RED), 20 (DARK_GREEN), -1 (NONE), found 2",
                  fixtures_keep_color_sync(context, 2, &color));
    CHECK_REFUSED("value[1]: expected 1 (RED), 20 (DARK_GREEN), -1 (NONE), found 2",
                  fixtures_keep_optional_list_sync(context, colors, 2, &kept_colors));
    CHECK_REFUSED("value.office.desks[0].owner.name: expected text, found NULL",
                  fixtures_keep_company_sync(context, &company, &kept_company));
    CHECK_REFUSED("value.children[0].children: NULL, though its count is 5",
                  fixtures_keep_tree_sync(context, &tree, &kept_tree));
    CHECK_REFUSED("reply: expected a place for the reply, found NULL", fixtures_twice_sync(1, NULL));

    CHECK("a count of SIZE_MAX is refused",
          fixtures_keep_points_sync(context, (const fixtures_point *)&color, SIZE_MAX, &kept_points) ==
                  FIXTURES_INVALID_ARGUMENT &&
              strstr(fixtures_last_error(), "is more than memory can hold") != NULL);
    CHECK("a size of SIZE_MAX is refused",
          fixtures_keep_bytes_sync(context, (const uint8_t *)&color, SIZE_MAX, &kept_bytes) ==
                  FIXTURES_INVALID_ARGUMENT &&
              strstr(fixtures_last_error(), "is more than memory can hold") != NULL);

    memset(&optionals, 0, sizeof optionals);
    optionals.has_color = true;
    CHECK_REFUSED("value.color: expected 1 (RED), 20 (DARK_GREEN), -1 (NONE), found 0",
                  fixtures_keep_optionals_sync(context, &optionals, &kept_optionals));
    CHECK("NULL is no handle", fixtures_count_touches_sync(NULL, &number) == FIXTURES_INVALID_HANDLE);
}
