#include "check.h"

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

int check_summary(void)
{
    printf("%d ok, %d failed\n", held, failed);
    return failed == 0 && held > 0 ? 0 : 1;
}
