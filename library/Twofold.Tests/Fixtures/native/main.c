/* Checks that the case table cannot express: constants, lifetimes, and errors that only C can make. */
#include <fixtures.h>
#include <stdio.h>

#include "check.h"
#include "checks.h"

int main(void)
{
    fixtures *context = NULL;
    if (!CHECK("create", fixtures_create_sync(&context) == FIXTURES_OK && context != NULL))
        return check_summary();

    check_constants();
    check_callbacks(context);
    check_events(context);
    check_refusals(context);
    check_objects(context);
    check_call_path(context);

    CHECK("destroy", fixtures_destroy(context) == FIXTURES_OK);
    CHECK("a destroyed handle is rejected", fixtures_touch_sync(context) == FIXTURES_INVALID_HANDLE);
    return check_summary();
}
