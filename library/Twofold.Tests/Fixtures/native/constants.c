/* Constants, which the case table does not cover. */
#include <float.h>
#include <math.h>

#include "check.h"
#include "checks.h"

void check_constants(void)
{
    CHECK("FIXTURES_YES", FIXTURES_YES == true);
    CHECK("8 bits", FIXTURES_LEAST8 == INT8_MIN && FIXTURES_MOST8 == UINT8_MAX);
    CHECK("16 bits", FIXTURES_LEAST16 == INT16_MIN && FIXTURES_MOST16 == UINT16_MAX);
    CHECK("32 bits", FIXTURES_LEAST32 == INT32_MIN && FIXTURES_MOST32 == UINT32_MAX);
    CHECK("64 bits", FIXTURES_LEAST64 == INT64_MIN && FIXTURES_MOST64 == UINT64_MAX);
    CHECK("FIXTURES_THIRD",
          same_float(FIXTURES_THIRD, 1.0f / 3.0f) && sizeof(FIXTURES_THIRD) == sizeof(float));
    CHECK("FIXTURES_PI", fabs(FIXTURES_PI - acos(-1.0)) < DBL_EPSILON * 4);
    CHECK("FIXTURES_WHOLE", same_double(FIXTURES_WHOLE, 2.0) && sizeof(FIXTURES_WHOLE) == sizeof(double));
    CHECK("FIXTURES_NO_NUMBER", same_double(FIXTURES_NO_NUMBER, NAN));
    CHECK("FIXTURES_BEYOND",
          same_float(FIXTURES_BEYOND, INFINITY) && sizeof(FIXTURES_BEYOND) == sizeof(float));
    CHECK("FIXTURES_MINUS_ZERO", same_double(FIXTURES_MINUS_ZERO, -0.0));
    CHECK("FIXTURES_QUOTED", same_text(FIXTURES_QUOTED, "a \"quoted\"\n\\ \?\? \xc3\xa4"));
    CHECK("FIXTURES_ABI_VERSION", fixtures_abi_version() == FIXTURES_ABI_VERSION);
}
