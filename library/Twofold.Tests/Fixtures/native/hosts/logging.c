/* The log: which lines it receives, when, and that it receives none after it is unset. */
#include <fixtures.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "check.h"

#define CALLERS 4
#define ROUNDS 200
#define TEXT_SIZE 16384

/* What a log callback received. No lock: lines come one at a time, and are read after it is unset. */
typedef struct heard {
    fixtures *context;
    char text[TEXT_SIZE];
    atomic_int lines;
    fixtures_log_level most_severe;
    atomic_int inside;
    atomic_bool is_set;
    atomic_bool is_over;
    bool was_shared;
    bool was_unset;
} heard;

static void hear(fixtures_log_level level, const char *message, void *user_data)
{
    heard *heard = user_data;
    const size_t used = strlen(heard->text);
    heard->was_shared = atomic_fetch_add(&heard->inside, 1) != 0 || heard->was_shared;
    heard->was_unset = !atomic_load(&heard->is_set) || heard->was_unset;
    if (used == 0 || level < heard->most_severe)
        heard->most_severe = level;
    snprintf(heard->text + used, sizeof heard->text - used, "%d %s\n", (int)level, message);
    atomic_fetch_add(&heard->lines, 1);
    atomic_fetch_sub(&heard->inside, 1);
}

static fixtures_status listen_to(heard *heard, fixtures_log_level level)
{
    heard->text[0] = '\0';
    atomic_store(&heard->lines, 0);
    atomic_store(&heard->is_set, true);
    return fixtures_set_log(level, hear, heard);
}

static fixtures_status unset(heard *heard)
{
    const fixtures_status status = fixtures_set_log(0, NULL, NULL);
    atomic_store(&heard->is_set, false);
    return status;
}

static bool crash(fixtures *context)
{
    int32_t number;
    return fixtures_crash_sync(context, &number) == FIXTURES_INTERNAL;
}

/* The log callback makes a call that fails, and then unsets itself. */
static void call_back(fixtures_log_level level, const char *message, void *user_data)
{
    heard *heard = user_data;
    (void)level, (void)message;
    if (crash(heard->context) && fixtures_set_log(0, NULL, NULL) == FIXTURES_OK)
        heard->lines++;
}

static bool serve(fixtures *context)
{
    fixtures_server_options options = FIXTURES_SERVER_OPTIONS_INIT;
    fixtures_server *server = NULL;
    options.address = "tcp:127.0.0.1:0";
    return fixtures_server_start(context, &options, &server) == FIXTURES_OK &&
           fixtures_server_stop(server) == FIXTURES_OK;
}

static void *crash_again_and_again(void *argument)
{
    heard *heard = argument;
    while (!atomic_load(&heard->is_over))
        crash(heard->context);
    return NULL;
}

/* Sets the log, waits for a line, and unsets it while the callers are still logging. */
static bool log_for_a_moment(heard *heard)
{
    if (listen_to(heard, FIXTURES_LOG_ERROR) != FIXTURES_OK)
        return false;
    while (atomic_load(&heard->lines) == 0)
        sched_yield();
    return unset(heard) == FIXTURES_OK;
}

int main(void)
{
    static heard heard;
    pthread_t callers[CALLERS];
    int i, failed = 0;

    if (!CHECK("a fixture", fixtures_create_sync(&heard.context) == FIXTURES_OK))
        return check_summary();
    CHECK("level 0 is rejected",
          listen_to(&heard, 0) == FIXTURES_INVALID_ARGUMENT &&
              same_text(fixtures_last_error(), "level: expected 1 (ERROR) to 4 (DEBUG), found 0"));
    CHECK("a level above the range is rejected", listen_to(&heard, 5) == FIXTURES_INVALID_ARGUMENT);
    CHECK("a rejected call does not set the log",
          crash(heard.context) && unset(&heard) == FIXTURES_OK && heard.lines == 0);

    listen_to(&heard, FIXTURES_LOG_DEBUG);
    CHECK("a crash is an INTERNAL error", crash(heard.context));
    unset(&heard);
    CHECK("the log has one line for it", heard.lines == 1 && heard.most_severe == FIXTURES_LOG_ERROR);
    CHECK("the line has the exception", strstr(heard.text, "InvalidOperationException: broken") != NULL);
    CHECK("and its stack trace",
          strstr(heard.text, "\n   at ") != NULL && strstr(heard.text, "Crash") != NULL);

    listen_to(&heard, FIXTURES_LOG_INFO);
    CHECK("a server starts and stops", serve(heard.context));
    unset(&heard);
    CHECK("the log has both",
          strstr(heard.text, ": listening\n") != NULL && strstr(heard.text, ": stopped\n") != NULL);
    listen_to(&heard, FIXTURES_LOG_WARNING);
    CHECK("a level excludes less severe lines",
          serve(heard.context) && unset(&heard) == FIXTURES_OK && heard.lines == 0);

    heard.lines = 0;
    fixtures_set_log(FIXTURES_LOG_ERROR, call_back, &heard);
    CHECK("the callback can call the library",
          crash(heard.context) && fixtures_set_log(0, NULL, NULL) == FIXTURES_OK && heard.lines == 1);

    for (i = 0; i < CALLERS; i++)
        failed += pthread_create(&callers[i], NULL, crash_again_and_again, &heard) != 0 ? 1 : 0;
    for (i = 0; i < ROUNDS; i++)
        failed += log_for_a_moment(&heard) ? 0 : 1;
    atomic_store(&heard.is_over, true);
    for (i = 0; i < CALLERS; i++)
        pthread_join(callers[i], NULL);
    CHECK("the log can be set and unset while other threads log", failed == 0);
    CHECK("the callback never runs after it was unset", !heard.was_unset);
    CHECK("the callback never runs concurrently", !heard.was_shared);
    CHECK("the fixture can be destroyed", fixtures_destroy(heard.context) == FIXTURES_OK);
    return check_summary();
}
