/* Threads that call the library in the destructors of their keys, as often as the system runs those:
 * departures [THREADS [MOST_KIB]] */
#include <my_timer.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "process.h"

#define AT_ONCE 16
#define THREADS 10000
#define MOST_KIB 8192
#define MOST_THREADS 4

/* Keys are destroyed in the order of their creation: some before the library's own, some after. */
#define KEYS 4

typedef struct visit {
    atomic_int answered;
    atomic_int refused;
    atomic_int wrong;
} visit;

static pthread_key_t s_keys[KEYS];
static my_timer *s_timer;
static visit s_first_round, s_later_rounds;

static _Thread_local int t_destructions[KEYS];

static void call(visit *visit)
{
    char *version = NULL;
    const my_timer_status status = my_timer_version_sync(s_timer, &version);
    const char *error = my_timer_last_error();

    if (status == MY_TIMER_OK && same_text(version, MY_TIMER_TIMER_VERSION))
        atomic_fetch_add(&visit->answered, 1);
    else if (status == MY_TIMER_INVALID_HANDLE && version == NULL && error != NULL && error[0] != '\0' &&
             my_timer_server_address(NULL) == NULL)
        atomic_fetch_add(&visit->refused, 1);
    else
        atomic_fetch_add(&visit->wrong, 1);
    my_timer_string_free(version);
}

/* Sets the value again, so that the system runs this in each of its rounds. */
static void leave(void *value)
{
    const size_t key = (size_t)((pthread_key_t *)value - s_keys);
    call(t_destructions[key]++ == 0 ? &s_first_round : &s_later_rounds);
    pthread_setspecific(s_keys[key], value);
}

/* Half of the threads make their first call of all in a destructor. */
static void *arrive(void *calls)
{
    char *version = NULL;
    for (size_t key = 0; key < KEYS; key++)
        pthread_setspecific(s_keys[key], &s_keys[key]);
    if (calls != NULL && my_timer_version_sync(s_timer, &version) == MY_TIMER_OK)
        my_timer_string_free(version);
    return NULL;
}

static bool come_and_go(int count)
{
    pthread_t threads[AT_ONCE];
    for (int done = 0; done < count; done += AT_ONCE) {
        for (int i = 0; i < AT_ONCE; i++) {
            if (pthread_create(&threads[i], NULL, arrive, i % 2 == 0 ? NULL : s_timer) != 0)
                return false;
        }
        for (int i = 0; i < AT_ONCE; i++)
            pthread_join(threads[i], NULL);
    }
    return true;
}

int main(int argc, char **argv)
{
    const my_timer_config config = {"host"};
    const int threads = argc > 1 ? atoi(argv[1]) : THREADS;
    const long most_kib = argc > 2 ? atol(argv[2]) : MOST_KIB;
    bool have_keys = true;
    char *version = NULL;

    if (threads <= 0 || threads % AT_ONCE != 0 || most_kib <= 0) {
        fprintf(stderr, "usage: departures [THREADS [MOST_KIB]], of which %d come at once\n", AT_ONCE);
        return 2;
    }
    for (int i = 0; i < KEYS; i++) {
        if (i == KEYS / 2 && !CHECK("a timer", my_timer_create_sync(&config, &s_timer) == MY_TIMER_OK))
            return check_summary();
        have_keys = have_keys && pthread_key_create(&s_keys[i], leave) == 0;
    }
    CHECK("the host still has keys", have_keys);
    CHECK("the first threads end", come_and_go(threads / (5 * AT_ONCE) * AT_ONCE + AT_ONCE));
    const long resident = process_resident_kib();
    const int running = process_threads();
    CHECK("the others end", come_and_go(threads));

    CHECK("each call of the first round is answered",
          s_first_round.refused == 0 && s_first_round.answered >= threads * KEYS);
    CHECK("each later one is refused",
          s_later_rounds.answered == 0 && s_later_rounds.refused >= threads * KEYS);
    CHECK("and no other happens", s_first_round.wrong == 0 && s_later_rounds.wrong == 0);
    CHECK("no threads are left", process_threads() <= running + MOST_THREADS);
    CHECK("nor memory", resident > 0 && process_resident_kib() <= resident + most_kib);
    CHECK("a living thread is answered", my_timer_version_sync(s_timer, &version) == MY_TIMER_OK);
    my_timer_string_free(version);
    CHECK("the timer can be destroyed", my_timer_destroy(s_timer) == MY_TIMER_OK);
    return check_summary();
}
