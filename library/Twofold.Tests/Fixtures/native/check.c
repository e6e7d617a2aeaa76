#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static int held;
static int failed;

bool check(bool holds, const char *what, const char *file, int line)
{
    if (holds) {
        held++;
        printf("ok %s\n", what);
    } else {
        failed++;
        printf("FAILED %s (%s:%d)\n", what, file, line);
    }
    return holds;
}

bool same_text(const char *left, const char *right)
{
    return left != NULL && right != NULL && strcmp(left, right) == 0;
}

bool same_optional_text(const char *left, const char *right)
{
    return left == NULL || right == NULL ? left == right : same_text(left, right);
}

bool same_bytes(const uint8_t *left, size_t left_size, const uint8_t *right, size_t right_size)
{
    return left_size == right_size && (left_size == 0 || memcmp(left, right, left_size) == 0);
}

bool same_float(float left, float right)
{
    return (isnan(left) && isnan(right)) || memcmp(&left, &right, sizeof left) == 0;
}

bool same_double(double left, double right)
{
    return (isnan(left) && isnan(right)) || memcmp(&left, &right, sizeof left) == 0;
}

int check_summary(void)
{
    printf("%d ok, %d failed\n", held, failed);
    return failed == 0 && held > 0 ? 0 : 1;
}
