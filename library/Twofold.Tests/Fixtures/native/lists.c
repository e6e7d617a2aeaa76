/* Bytes, texts and lists. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "checks.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool same_bytes(const uint8_t *left, size_t left_size, const uint8_t *right, size_t right_size)
{
    return left_size == right_size && (left_size == 0 || memcmp(left, right, left_size) == 0);
}

void check_texts(fixtures *context)
{
    static const char *const texts[] = {"", "plain", "za\xc5\xbc\xc3\xb3\xc5\x82\xc4\x87",
                                        "\xf0\x9f\x98\x80"};
    fixtures_keep_optional_text_reply optional;
    char *text = NULL;
    bool all_same = true;
    for (size_t i = 0; i < COUNT(texts); i++) {
        all_same = all_same && fixtures_keep_text_sync(context, texts[i], &text) == FIXTURES_OK &&
                   same_text(text, texts[i]);
        fixtures_string_free(text);
    }
    CHECK("keep_text gives texts back", all_same);

    CHECK("keep_optional_text gives a text back",
          fixtures_keep_optional_text_sync(context, "", &optional) == FIXTURES_OK &&
              same_text(optional.value, ""));
    fixtures_keep_optional_text_reply_free(&optional);
    CHECK("keep_optional_text gives NULL back",
          fixtures_keep_optional_text_sync(context, NULL, &optional) == FIXTURES_OK &&
              optional.value == NULL);

    CHECK("lone_surrogate is an error", fixtures_lone_surrogate_sync(context, &text) == FIXTURES_ERROR &&
                                            text == NULL &&
                                            strstr(fixtures_last_error(), "lone surrogate") != NULL);
    CHECK("embedded_nul is an error", fixtures_embedded_nul_sync(context, &text) == FIXTURES_ERROR &&
                                          text == NULL && strstr(fixtures_last_error(), "U+0000") != NULL);
}

void check_bytes(fixtures *context)
{
    static const uint8_t data[] = {0, 1, 0xFF};
    fixtures_keep_bytes_reply bytes;
    fixtures_keep_memory_reply memory;
    fixtures_keep_optional_bytes_reply optional;
    fixtures_blob in = {data, 3, data, 1, NULL, 0, data, 0}, out;
    CHECK("keep_bytes gives bytes back", fixtures_keep_bytes_sync(context, data, 3, &bytes) == FIXTURES_OK &&
                                             same_bytes(bytes.value, bytes.value_size, data, 3));
    fixtures_keep_bytes_reply_free(&bytes);
    CHECK("keep_bytes gives nothing back for NULL and 0",
          fixtures_keep_bytes_sync(context, NULL, 0, &bytes) == FIXTURES_OK && bytes.value_size == 0);
    fixtures_keep_bytes_reply_free(&bytes);
    CHECK("keep_memory gives bytes back",
          fixtures_keep_memory_sync(context, data, 2, &memory) == FIXTURES_OK &&
              same_bytes(memory.value, memory.value_size, data, 2));
    fixtures_keep_memory_reply_free(&memory);
    CHECK("keep_optional_bytes tells empty from absent",
          fixtures_keep_optional_bytes_sync(context, data, 0, &optional) == FIXTURES_OK &&
              optional.value != NULL && optional.value_size == 0);
    fixtures_keep_optional_bytes_reply_free(&optional);
    CHECK("keep_optional_bytes gives NULL back",
          fixtures_keep_optional_bytes_sync(context, NULL, 0, &optional) == FIXTURES_OK &&
              optional.value == NULL);
    CHECK("keep_blob gives every member back",
          fixtures_keep_blob_sync(context, &in, &out) == FIXTURES_OK &&
              same_bytes(out.data, out.data_size, data, 3) && same_bytes(out.view, out.view_size, data, 1) &&
              out.checksum == NULL && out.seal != NULL && out.seal_size == 0);
    fixtures_blob_free(&out);
    CHECK("fixtures_blob_free leaves zeros", out.data == NULL && out.data_size == 0);
}

static void check_every_list(fixtures *context)
{
    static const bool flags[] = {true, false};
    static const int64_t longs[] = {INT64_MIN, INT64_MAX};
    static const float floats[] = {0.5f};
    static const char *const texts[] = {"one", "two"};
    static const fixtures_bytes blobs[] = {{NULL, 0}, {(const uint8_t *)"ab", 2}};
    static const fixtures_color colors[] = {FIXTURES_COLOR_NONE};
    static const fixtures_point points[] = {{1, 2}, {3, 4}};
    static const int32_t row[] = {1, 2, 3};
    static const fixtures_int32_list matrix[] = {{row, 3}, {NULL, 0}};
    static const fixtures_optional_int32 gaps[] = {{true, 5}, {false, 0}};
    static const char *const holes[] = {NULL, "there"};
    static const fixtures_point *const spots[] = {&points[1], NULL};
    fixtures_lists in = {flags, 2,      longs, 2,      floats, 1,    texts, 2,     blobs, 2,     colors,
                         1,     points, 2,     matrix, 2,      gaps, 2,     holes, 2,     spots, 2};
    fixtures_lists out;
    if (!CHECK("keep_lists", fixtures_keep_lists_sync(context, &in, &out) == FIXTURES_OK))
        return;

    CHECK("lists of bool and numbers",
          out.flags_count == 2 && out.flags[0] && !out.flags[1] && out.longs_count == 2 &&
              memcmp(out.longs, longs, sizeof longs) == 0 && out.floats_count == 1 && out.floats[0] > 0.4f);
    CHECK("a list of texts",
          out.texts_count == 2 && same_text(out.texts[0], "one") && same_text(out.texts[1], "two"));
    CHECK("a list of bytes", out.blobs_count == 2 && out.blobs[0].size == 0 &&
                                 same_bytes(out.blobs[1].data, out.blobs[1].size, blobs[1].data, 2));
    CHECK("a list of enums", out.colors_count == 1 && out.colors[0] == FIXTURES_COLOR_NONE);
    CHECK("a list of records", out.points_count == 2 && memcmp(out.points, points, sizeof points) == 0);
    CHECK("a list of lists", out.matrix_count == 2 && out.matrix[0].count == 3 &&
                                 memcmp(out.matrix[0].items, row, sizeof row) == 0 &&
                                 out.matrix[1].count == 0);
    CHECK("a list of optional numbers",
          out.gaps_count == 2 && out.gaps[0].has_value && out.gaps[0].value == 5 && !out.gaps[1].has_value);
    CHECK("a list of optional texts",
          out.holes_count == 2 && out.holes[0] == NULL && same_text(out.holes[1], "there"));
    CHECK("a list of optional records", out.spots_count == 2 &&
                                            memcmp(out.spots[0], &points[1], sizeof points[1]) == 0 &&
                                            out.spots[1] == NULL);
    fixtures_lists_free(&out);
}

void check_lists(fixtures *context)
{
    static const int32_t numbers[] = {INT32_MIN, 0, INT32_MAX};
    static const char *const texts[] = {"a", ""};
    static const fixtures_point points[] = {{1, -1}};
    static const fixtures_color colors[] = {FIXTURES_COLOR_RED, FIXTURES_COLOR_NONE};
    fixtures_keep_numbers_reply kept_numbers;
    fixtures_keep_texts_reply kept_texts;
    fixtures_keep_points_reply kept_points;
    fixtures_keep_optional_list_reply kept_colors;
    CHECK("keep_numbers gives the list back",
          fixtures_keep_numbers_sync(context, numbers, 3, &kept_numbers) == FIXTURES_OK &&
              kept_numbers.value_count == 3 && memcmp(kept_numbers.value, numbers, sizeof numbers) == 0);
    fixtures_keep_numbers_reply_free(&kept_numbers);
    CHECK("keep_texts gives the list back",
          fixtures_keep_texts_sync(context, texts, 2, &kept_texts) == FIXTURES_OK &&
              kept_texts.value_count == 2 && same_text(kept_texts.value[0], "a") &&
              same_text(kept_texts.value[1], ""));
    fixtures_keep_texts_reply_free(&kept_texts);
    CHECK("keep_points gives the list back",
          fixtures_keep_points_sync(context, points, 1, &kept_points) == FIXTURES_OK &&
              kept_points.value_count == 1 && memcmp(kept_points.value, points, sizeof points) == 0);
    fixtures_keep_points_reply_free(&kept_points);
    CHECK("keep_optional_list gives the list back",
          fixtures_keep_optional_list_sync(context, colors, 2, &kept_colors) == FIXTURES_OK &&
              kept_colors.value_count == 2 && memcmp(kept_colors.value, colors, sizeof colors) == 0);
    fixtures_keep_optional_list_reply_free(&kept_colors);
    CHECK("keep_optional_list gives NULL back",
          fixtures_keep_optional_list_sync(context, NULL, 0, &kept_colors) == FIXTURES_OK &&
              kept_colors.value == NULL);
    check_every_list(context);
}
