/* Constants, and what is passed by value. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "check.h"
#include "checks.h"

/* Sends both values and checks that they come back the same, to the bit. */
#define CHECK_KEPT(name, type, least, most)                                                                  \
    do {                                                                                                     \
        type low = (least), high = (most), low_back, high_back;                                              \
        CHECK("keep_" #name " gives both ends back",                                                         \
              fixtures_keep_##name##_sync(context, low, &low_back) == FIXTURES_OK &&                         \
                  fixtures_keep_##name##_sync(context, high, &high_back) == FIXTURES_OK &&                   \
                  memcmp(&low, &low_back, sizeof low) == 0 && memcmp(&high, &high_back, sizeof high) == 0);  \
    } while (0)

void check_constants(void)
{
    CHECK("FIXTURES_YES", FIXTURES_YES == true);
    CHECK("8 bits", FIXTURES_LEAST8 == INT8_MIN && FIXTURES_MOST8 == UINT8_MAX);
    CHECK("16 bits", FIXTURES_LEAST16 == INT16_MIN && FIXTURES_MOST16 == UINT16_MAX);
    CHECK("32 bits", FIXTURES_LEAST32 == INT32_MIN && FIXTURES_MOST32 == UINT32_MAX);
    CHECK("64 bits", FIXTURES_LEAST64 == INT64_MIN && FIXTURES_MOST64 == UINT64_MAX);
    CHECK("FIXTURES_THIRD", fabsf(FIXTURES_THIRD - 1.0f / 3.0f) < FLT_EPSILON);
    CHECK("FIXTURES_PI", fabs(FIXTURES_PI - acos(-1.0)) < DBL_EPSILON * 4);
    CHECK("FIXTURES_WHOLE",
          fabs(FIXTURES_WHOLE - 2.0) < DBL_EPSILON && sizeof(FIXTURES_WHOLE) == sizeof(double));
    CHECK("FIXTURES_QUOTED", same_text(FIXTURES_QUOTED, "a \"quoted\"\n\\ \?\? \xc3\xa4"));
    CHECK("FIXTURES_ABI_VERSION", fixtures_abi_version() == FIXTURES_ABI_VERSION);
}

void check_scalars(fixtures *context)
{
    fixtures_scalars in, out;
    fixtures_color color;
    CHECK_KEPT(bool, bool, false, true);
    CHECK_KEPT(int8, int8_t, INT8_MIN, INT8_MAX);
    CHECK_KEPT(uint8, uint8_t, 0, UINT8_MAX);
    CHECK_KEPT(int16, int16_t, INT16_MIN, INT16_MAX);
    CHECK_KEPT(uint16, uint16_t, 0, UINT16_MAX);
    CHECK_KEPT(int32, int32_t, INT32_MIN, INT32_MAX);
    CHECK_KEPT(uint32, uint32_t, 0, UINT32_MAX);
    CHECK_KEPT(int64, int64_t, INT64_MIN, INT64_MAX);
    CHECK_KEPT(uint64, uint64_t, 0, UINT64_MAX);
    CHECK_KEPT(float, float, -0.0f, INFINITY);
    CHECK_KEPT(double, double, -0.0, -DBL_MAX);
    CHECK_KEPT(color, fixtures_color, FIXTURES_COLOR_NONE, FIXTURES_COLOR_DARK_GREEN);

    /* Padding included, so that the structs can be compared whole. */
    memset(&in, 0, sizeof in);
    in.flag = true;
    in.int8 = -8;
    in.u_int8 = 8;
    in.int16 = -16;
    in.u_int16 = 16;
    in.int32 = -32;
    in.u_int32 = 32;
    in.int64 = -64;
    in.u_int64 = 64;
    in.single = 0.5f;
    in.number = NAN;
    memset(&out, 0xAA, sizeof out);
    CHECK("keep_scalars gives every member back",
          fixtures_keep_scalars_sync(context, &in, &out) == FIXTURES_OK && memcmp(&in, &out, sizeof in) == 0);
    fixtures_scalars_free(&out);

    color = FIXTURES_COLOR_RED;
    CHECK("no_such_color is an error", fixtures_no_such_color_sync(context, &color) == FIXTURES_ERROR &&
                                           same_text(fixtures_last_error(), "99 is no member of Color"));
}
