/* Calls everything that the fixtures export, through the header. */
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
    check_scalars(context);
    check_texts(context);
    check_bytes(context);
    check_lists(context);
    check_optionals(context);
    check_nested(context);
    check_methods(context);
    check_callbacks(context);
    check_events(context);
    check_refusals(context);
    check_objects(context);
    check_call_path(context);

    CHECK("destroy", fixtures_destroy(context) == FIXTURES_OK);
    CHECK("a destroyed handle is refused", fixtures_touch_sync(context) == FIXTURES_INVALID_HANDLE);
    return check_summary();
}
