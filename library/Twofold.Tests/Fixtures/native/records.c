/* Optional values, nested and recursive records, methods of many kinds. */
#include <string.h>

#include "check.h"
#include "checks.h"

void check_optionals(fixtures *context)
{
    static const uint8_t data[] = {9};
    static const int32_t items[] = {1, 2};
    const int32_t number = -7;
    const fixtures_color color = FIXTURES_COLOR_DARK_GREEN;
    const fixtures_point point = {1, 2};
    const fixtures_label label = {"label"};
    const fixtures_optionals full = {true, true,  true,  0.5, "text", data,  1,
                                     true, color, items, 2,   &point, &label};
    fixtures_optionals none;
    fixtures_keep_optional_int32_reply kept_number;
    fixtures_keep_optional_color_reply kept_color;
    fixtures_keep_optional_point_reply kept_point;
    fixtures_keep_optionals_reply kept;
    memset(&none, 0, sizeof none);

    CHECK("keep_optional_int32 gives a number back",
          fixtures_keep_optional_int32_sync(context, &number, &kept_number) == FIXTURES_OK &&
              kept_number.has_value && kept_number.value == number);
    CHECK("keep_optional_int32 gives none back",
          fixtures_keep_optional_int32_sync(context, NULL, &kept_number) == FIXTURES_OK &&
              !kept_number.has_value);
    CHECK("keep_optional_color gives a color back",
          fixtures_keep_optional_color_sync(context, &color, &kept_color) == FIXTURES_OK &&
              kept_color.has_value && kept_color.value == color);
    CHECK("keep_optional_color gives none back",
          fixtures_keep_optional_color_sync(context, NULL, &kept_color) == FIXTURES_OK &&
              !kept_color.has_value);
    CHECK("keep_optional_point gives a point back",
          fixtures_keep_optional_point_sync(context, &point, &kept_point) == FIXTURES_OK &&
              kept_point.value != NULL && memcmp(kept_point.value, &point, sizeof point) == 0);
    fixtures_keep_optional_point_reply_free(&kept_point);
    CHECK("keep_optional_point gives NULL back",
          fixtures_keep_optional_point_sync(context, NULL, &kept_point) == FIXTURES_OK &&
              kept_point.value == NULL);

    CHECK("keep_optionals gives every member back",
          fixtures_keep_optionals_sync(context, &full, &kept) == FIXTURES_OK && kept.value != NULL &&
              kept.value->has_flag && kept.value->flag && kept.value->has_number &&
              kept.value->number > 0.4 && same_text(kept.value->text, "text") && kept.value->data_size == 1 &&
              kept.value->data[0] == 9 && kept.value->has_color && kept.value->color == color &&
              kept.value->items_count == 2 && kept.value->items[1] == 2 &&
              memcmp(kept.value->spot, &point, sizeof point) == 0 &&
              same_text(kept.value->label->text, "label"));
    fixtures_keep_optionals_reply_free(&kept);
    CHECK("keep_optionals gives absent members back",
          fixtures_keep_optionals_sync(context, &none, &kept) == FIXTURES_OK && kept.value != NULL &&
              !kept.value->has_flag && !kept.value->has_number && kept.value->text == NULL &&
              kept.value->data == NULL && !kept.value->has_color && kept.value->items == NULL &&
              kept.value->spot == NULL && kept.value->label == NULL);
    fixtures_keep_optionals_reply_free(&kept);
    CHECK("keep_optionals gives NULL back",
          fixtures_keep_optionals_sync(context, NULL, &kept) == FIXTURES_OK && kept.value == NULL);
}

void check_nested(fixtures *context)
{
    const fixtures_desk desks[] = {{{"ann", 30}}, {{"bob", 255}}};
    const fixtures_company company = {"acme", {desks, 2, {{"eve", 0}}}};
    const fixtures_node leaves[] = {{2, NULL, 0}, {3, NULL, 0}};
    const fixtures_node tree = {1, leaves, 2};
    const fixtures_link last = {2, NULL};
    const fixtures_link chain = {1, &last};
    fixtures_company kept;
    fixtures_node kept_tree, round;
    fixtures_link kept_chain, ring;
    CHECK("keep_company gives four levels back",
          fixtures_keep_company_sync(context, &company, &kept) == FIXTURES_OK &&
              same_text(kept.name, "acme") && kept.office.desks_count == 2 &&
              same_text(kept.office.desks[1].owner.name, "bob") && kept.office.desks[1].owner.age == 255 &&
              same_text(kept.office.main.owner.name, "eve"));
    fixtures_company_free(&kept);
    CHECK("keep_tree gives the tree back",
          fixtures_keep_tree_sync(context, &tree, &kept_tree) == FIXTURES_OK &&
              kept_tree.children_count == 2 && kept_tree.children[1].value == 3 &&
              kept_tree.children[1].children_count == 0);
    fixtures_node_free(&kept_tree);
    CHECK("keep_chain gives the chain back",
          fixtures_keep_chain_sync(context, &chain, &kept_chain) == FIXTURES_OK && kept_chain.next != NULL &&
              kept_chain.next->value == 2 && kept_chain.next->next == NULL);
    fixtures_link_free(&kept_chain);

    round.value = 1;
    round.children = &round;
    round.children_count = 1;
    CHECK("a tree that contains itself is refused",
          fixtures_keep_tree_sync(context, &round, &kept_tree) == FIXTURES_INVALID_ARGUMENT &&
              strstr(fixtures_last_error(), "too many levels deep") != NULL);
    ring.value = 1;
    ring.next = &ring;
    CHECK("a chain that contains itself is refused",
          fixtures_keep_chain_sync(context, &ring, &kept_chain) == FIXTURES_INVALID_ARGUMENT &&
              strstr(fixtures_last_error(), "too many levels deep") != NULL);
}

void check_methods(fixtures *context)
{
    static const uint8_t data[] = {0xAB};
    const fixtures_point point = {1, 2.5};
    int32_t number = 0;
    char *text = NULL;
    CHECK("touch, touch_later and touch_now", fixtures_touch_sync(context) == FIXTURES_OK &&
                                                  fixtures_touch_later_sync(context) == FIXTURES_OK &&
                                                  fixtures_touch_now_sync(context) == FIXTURES_OK);
    CHECK("count_touches", fixtures_count_touches_sync(context, &number) == FIXTURES_OK && number == 3);
    CHECK("join takes eight parameters",
          fixtures_join_sync(context, true, -1, UINT64_MAX, 0.5, "t", data, 1, FIXTURES_COLOR_RED, &point,
                             &text) == FIXTURES_OK &&
              same_text(text, "True -1 18446744073709551615 0.5 t AB Red 1/2.5"));
    fixtures_string_free(text);
    CHECK("names", fixtures_names_sync(context, 1, 2, 3, 4, 5, &number) == FIXTURES_OK && number == 15);
    CHECK("add_later", fixtures_add_later_sync(context, 40, 2, &number) == FIXTURES_OK && number == 42);
    CHECK("twice needs no object", fixtures_twice_sync(21, &number) == FIXTURES_OK && number == 42);
    CHECK("greet_later needs no object",
          fixtures_greet_later_sync("you", &text) == FIXTURES_OK && same_text(text, "hello you"));
    fixtures_string_free(text);
    CHECK("fail is the author's error",
          fixtures_fail_sync(context, "as foreseen", &number) == FIXTURES_ERROR &&
              same_text(fixtures_last_error(), "as foreseen"));
    CHECK("crash is an internal one",
          fixtures_crash_sync(context, &number) == FIXTURES_INTERNAL &&
              same_text(fixtures_last_error(), "InvalidOperationException: broken"));
}
