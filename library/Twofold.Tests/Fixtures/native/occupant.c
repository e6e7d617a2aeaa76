#include "occupant.h"

#include "ending.h"

#define PATIENCE_MS 20000

THREAD_MAIN(occupy, argument)
{
    occupant *occupant = argument;
    ending_mark_caller();
    occupant->status = fixtures_occupy_sync(occupant->context);
    return 0;
}

/* Only the count shows that the method is running. Polling without a pause may starve the other thread. */
static void pause_briefly(void)
{
    thread_mutex mutex;
    thread_condition never;
    thread_mutex_init(&mutex);
    thread_condition_init(&never);
    thread_mutex_lock(&mutex);
    thread_condition_wait(&never, &mutex, thread_now_ms() + 1);
    thread_mutex_unlock(&mutex);
    thread_condition_destroy(&never);
    thread_mutex_destroy(&mutex);
}

bool occupant_enter(occupant *occupant, fixtures *context)
{
    const int64_t deadline = thread_now_ms() + PATIENCE_MS;
    int32_t before = 0, now = 0;
    occupant->context = context;
    occupant->status = FIXTURES_INTERNAL;
    fixtures_count_occupied_sync(&before);
    if (!thread_start(&occupant->thread, occupy, occupant))
        return false;

    while (fixtures_count_occupied_sync(&now) == FIXTURES_OK && now <= before && thread_now_ms() < deadline)
        pause_briefly();
    return now > before;
}

fixtures_status occupant_leave(occupant *occupant)
{
    fixtures_vacate_sync();
    thread_join(occupant->thread);
    return occupant->status;
}
