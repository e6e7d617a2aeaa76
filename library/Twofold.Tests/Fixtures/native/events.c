/* Listeners of every event, natively. */
#include <string.h>

#include "check.h"
#include "checks.h"
#include "latch.h"

/* One listener's: whether what came is what was raised, and how often. */
typedef struct heard {
    latch count;
    bool is_as_expected;
} heard;

static void hear(void *user_data, bool is_as_expected)
{
    heard *heard = user_data;
    heard->is_as_expected = is_as_expected;
    latch_signal(&heard->count);
}

static void on_tick(void *user_data)
{
    hear(user_data, true);
}

static void on_count(const fixtures_on_count_event *event, void *user_data)
{
    hear(user_data, event->value == 7);
}

static void on_label(const fixtures_label *event, void *user_data)
{
    hear(user_data, same_text(event->text, "seven"));
}

static void on_everything(const fixtures_on_everything_event *event, void *user_data)
{
    hear(user_data, event->flag && event->small == -8 && event->large == UINT64_MAX && event->number > 0.4 &&
                        same_text(event->text, "text") && event->data_size == 2 && event->data[1] == 2 &&
                        event->has_color && event->color == FIXTURES_COLOR_DARK_GREEN &&
                        event->point.y > 1.9);
}

void check_events(fixtures *context)
{
    enum {
        TICK,
        NUMBER,
        LABEL,
        EVERYTHING,
        ALL
    };
    static const char *const names[] = {"on_tick", "on_count", "on_label", "on_everything"};
    heard heard[ALL];
    uint64_t ids[ALL], lost = 1;
    memset(heard, 0, sizeof heard);
    for (int i = 0; i < ALL; i++)
        latch_init(&heard[i].count);

    CHECK("listeners can be added",
          fixtures_add_on_tick_listener(context, on_tick, &heard[TICK], &ids[TICK]) == FIXTURES_OK &&
              fixtures_add_on_count_listener(context, on_count, &heard[NUMBER], &ids[NUMBER]) ==
                  FIXTURES_OK &&
              fixtures_add_on_label_listener(context, on_label, &heard[LABEL], &ids[LABEL]) == FIXTURES_OK &&
              fixtures_add_on_everything_listener(context, on_everything, &heard[EVERYTHING],
                                                  &ids[EVERYTHING]) == FIXTURES_OK);
    CHECK("raise_all", fixtures_raise_all_sync(context) == FIXTURES_OK);
    for (int i = 0; i < ALL; i++)
        CHECK(names[i], latch_wait(&heard[i].count, 1) && heard[i].is_as_expected);

    CHECK("nothing was lost", fixtures_listener_lost(context, ids[TICK], &lost) == FIXTURES_OK && lost == 0);
    CHECK("a listener can be removed", fixtures_remove_listener(context, ids[TICK]) == FIXTURES_OK);
    CHECK("raise_all again", fixtures_raise_all_sync(context) == FIXTURES_OK);
    CHECK("the others hear it", latch_wait(&heard[EVERYTHING].count, 2) &&
                                    latch_wait(&heard[LABEL].count, 2) &&
                                    latch_wait(&heard[NUMBER].count, 2));
    for (int i = NUMBER; i < ALL; i++)
        fixtures_remove_listener(context, ids[i]);
    CHECK("the removed one does not", heard[TICK].count.count == 1);
    CHECK("it cannot be removed twice",
          fixtures_remove_listener(context, ids[TICK]) == FIXTURES_INVALID_ARGUMENT);
}
