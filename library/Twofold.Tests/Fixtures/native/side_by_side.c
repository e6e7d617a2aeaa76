/* Both libraries in one process: each works, and neither accepts a handle of the other. */
#include <fixtures.h>
#include <fixtures_cbor.h>
#include <my_timer.h>
#include <my_timer_cbor.h>

#include "check.h"

int main(void)
{
    my_timer_config config = {0};
    my_timer *timer = NULL;
    fixtures *context = NULL;
    char *version = NULL;
    int32_t sum = 0;
    config.name = "beside";

    CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK);
    CHECK("a fixture", fixtures_create_sync(&context) == FIXTURES_OK);
    CHECK("the timer answers", my_timer_version_sync(timer, &version) == MY_TIMER_OK &&
                                   same_text(version, MY_TIMER_TIMER_VERSION));
    my_timer_string_free(version);
    CHECK("the fixture answers", fixtures_add_later_sync(context, 40, 2, &sum) == FIXTURES_OK && sum == 42);

    CHECK("the fixtures reject a timer", fixtures_touch_sync((fixtures *)timer) == FIXTURES_INVALID_HANDLE);
    CHECK("the timer rejects a fixture",
          my_timer_version_sync((my_timer *)context, &version) == MY_TIMER_INVALID_HANDLE);
    CHECK("each has its own last error",
          same_text(fixtures_last_error(), "the fixtures handle was destroyed, or is of another kind") &&
              same_text(my_timer_last_error(), "the my_timer handle was destroyed, or is of another kind"));
    CHECK("the fixtures do not destroy a timer",
          fixtures_destroy((fixtures *)timer) == FIXTURES_INVALID_HANDLE);

    CHECK("the timer can be destroyed", my_timer_destroy(timer) == MY_TIMER_OK);
    CHECK("the fixture still answers",
          fixtures_add_later_sync(context, 1, 2, &sum) == FIXTURES_OK && sum == 3);
    CHECK("the fixture can be destroyed", fixtures_destroy(context) == FIXTURES_OK);
    return check_summary();
}
