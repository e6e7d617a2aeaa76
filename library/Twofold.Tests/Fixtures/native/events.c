/* Adds and removes listeners. The case table covers the payloads of events. */
#include <string.h>

#include "check.h"
#include "checks.h"
#include "latch.h"

static void on_tick(void *user_data)
{
    latch_signal(user_data);
}

static void on_label(const fixtures_label *event, void *user_data)
{
    (void)event;
    latch_signal(user_data);
}

void check_events(fixtures *context)
{
    latch ticks, labels;
    uint64_t tick_id = 0, label_id = 0, lost = 1;
    latch_init(&ticks);
    latch_init(&labels);

    CHECK("listeners can be added",
          fixtures_add_on_tick_listener(context, on_tick, &ticks, &tick_id) == FIXTURES_OK &&
              fixtures_add_on_label_listener(context, on_label, &labels, &label_id) == FIXTURES_OK);
    CHECK("raise_all", fixtures_raise_all_sync(context) == FIXTURES_OK);
    CHECK("both receive the event", latch_wait(&ticks, 1) && latch_wait(&labels, 1));
    CHECK("nothing was lost", fixtures_listener_lost(context, tick_id, &lost) == FIXTURES_OK && lost == 0);

    CHECK("a listener can be removed", fixtures_remove_listener(context, tick_id) == FIXTURES_OK);
    CHECK("raise_all again", fixtures_raise_all_sync(context) == FIXTURES_OK);
    CHECK("the other listener receives the event", latch_wait(&labels, 2));
    CHECK("the removed listener does not", ticks.count == 1);
    CHECK("it cannot be removed twice",
          fixtures_remove_listener(context, tick_id) == FIXTURES_INVALID_ARGUMENT);
    CHECK("the other can be removed too", fixtures_remove_listener(context, label_id) == FIXTURES_OK);
}
