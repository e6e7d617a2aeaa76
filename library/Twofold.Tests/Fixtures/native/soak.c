/*
 * Two million calls in every form, and ten thousand objects. The first tenth of each is a warm-up; after it
 * the process must not grow. soak [CALLS [OBJECTS]]
 */
#include <fixtures.h>
#include <fixtures_cbor.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "ending.h"
#include "resources.h"

/* Allowed growth of the heap between collections, in KiB: half a byte per call, 35 per object. */
#define SLACK 1024

/* Threads that the pool may add under load. */
#define SLACK_THREADS 4

static const uint8_t no_arguments[] = {0xA0};
static const uint8_t a_text[] = {0xA1, 0x65, 'v', 'a', 'l', 'u', 'e', 0x64, 't', 'e', 'x', 't'};

/* The number of times that callbacks and listeners ran. */
static long answers, events;

static void on_nothing(fixtures_status status, const char *error, void *user_data)
{
    (void)error;
    (void)user_data;
    answers += status == FIXTURES_OK;
}

static void on_cbor(fixtures_status status, const uint8_t *body, size_t size, void *user_data)
{
    (void)body;
    (void)user_data;
    answers += status == FIXTURES_OK && size > 0;
}

static void on_failure(fixtures_status status, int32_t reply, const char *error, void *user_data)
{
    (void)reply;
    (void)user_data;
    answers += status == FIXTURES_ERROR && same_text(error, "as expected");
}

static void on_passed(const fixtures_on_passed_event *event, void *user_data)
{
    (void)event;
    (void)user_data;
    events++;
}

static void on_label(const fixtures_label *event, void *user_data)
{
    (void)user_data;
    events += same_text(event->text, "seven");
}

static void on_event_cbor(const uint8_t *body, size_t size, void *user_data)
{
    (void)body;
    (void)user_data;
    events += size > 0;
}

/* Makes CALLS_EACH calls of all kinds, and returns whether each had the expected result. */
#define CALLS_EACH 18
static bool call_each(fixtures *context)
{
    static const fixtures_point points[] = {{1, 2}, {3, 4}};
    static const fixtures_scalars scalars = {.flag = true, .int32 = -32};
    static const fixtures_desk desk = {{"bob", 40}};
    static const fixtures_company company = {"acme", {&desk, 1, {{"eve", 50}}}};
    fixtures_keep_points_reply kept_points;
    fixtures_scalars kept_scalars;
    fixtures_company kept_company;
    fixtures_session *session = NULL;
    int64_t number = 0;
    int32_t failure = 0;
    uint64_t id = 0;
    char *text = NULL;
    bool holds = fixtures_pass_sync(context, &number) == FIXTURES_OK &&
                 fixtures_pass_twice_sync(context, &number) == FIXTURES_OK &&
                 fixtures_pass_cbor(context, no_arguments, 1, on_cbor, NULL) == FIXTURES_OK &&
                 fixtures_touch(context, on_nothing, NULL) == FIXTURES_OK &&
                 fixtures_keep_text_cbor(context, a_text, sizeof a_text, on_cbor, NULL) == FIXTURES_OK &&
                 fixtures_fail(context, "as expected", on_failure, NULL) == FIXTURES_OK &&
                 fixtures_fail_sync(context, "as expected", &failure) == FIXTURES_ERROR &&
                 fixtures_keep_text_sync(context, "\xff", &text) == FIXTURES_INVALID_ARGUMENT &&
                 fixtures_raise_all_sync(context) == FIXTURES_OK;

    holds = holds && fixtures_keep_text_sync(context, "a text", &text) == FIXTURES_OK;
    fixtures_string_free(text);
    holds = holds && fixtures_keep_scalars_sync(context, &scalars, &kept_scalars) == FIXTURES_OK;
    holds = holds && fixtures_keep_points_sync(context, points, 2, &kept_points) == FIXTURES_OK;
    fixtures_keep_points_reply_free(&kept_points);
    holds = holds && fixtures_keep_company_sync(context, &company, &kept_company) == FIXTURES_OK;
    fixtures_company_free(&kept_company);

    holds = holds && fixtures_open_session_sync(context, "session", &session) == FIXTURES_OK &&
            fixtures_session_add_sync(session, 1, &number) == FIXTURES_OK &&
            fixtures_session_release(session) == FIXTURES_OK;
    return holds && fixtures_add_on_passed_listener(context, on_passed, NULL, &id) == FIXTURES_OK &&
           fixtures_remove_listener(context, id) == FIXTURES_OK;
}

static bool call_many(fixtures *context, long calls)
{
    bool holds = true;
    for (long made = 0; holds && made < calls; made += CALLS_EACH)
        holds = call_each(context);
    return holds;
}

/* Only calls that await. They produce so little garbage that the heap is rarely collected. */
static bool call_blocking(fixtures *context, long calls)
{
    int64_t number;
    bool holds = true;
    for (long i = 0; holds && i < calls; i++)
        holds = fixtures_pass_twice_sync(context, &number) == FIXTURES_OK;
    return holds;
}

/* Creates, uses and destroys objects. Each has a listener, an object that is not released, and a call in
 * flight. */
static bool create_many(long objects)
{
    bool holds = true;
    for (long i = 0; holds && i < objects; i++) {
        fixtures *context = NULL;
        fixtures_session *session = NULL;
        int64_t number = 0;
        ending end;
        ending_init(&end, NULL);
        holds = fixtures_create_sync(&context) == FIXTURES_OK &&
                fixtures_add_on_passed_listener(context, on_passed, NULL, NULL) == FIXTURES_OK &&
                fixtures_open_session_sync(context, "session", &session) == FIXTURES_OK &&
                fixtures_pass_and_stay(context, end_nothing, &end) == FIXTURES_OK &&
                fixtures_pass_sync(context, &number) == FIXTURES_OK && number == 2 &&
                fixtures_destroy(context) == FIXTURES_OK && ending_count(&end) == 1 &&
                end.status == FIXTURES_CANCELLED && fixtures_session_release(session) == FIXTURES_OK;
        ending_free(&end);
    }
    return holds;
}

/* Prints both values, so that a failure shows the growth. */
static void check_growth(const char *what, const resources *before, long slack)
{
    resources now;
    char label[160];
    CHECK("the resources of the process can be read", resources_read(&now));
    snprintf(label, sizeof label, "%s: %ld -> %ld KiB, %ld -> %ld threads, %ld -> %ld descriptors", what,
             before->resident_kib, now.resident_kib, before->threads, now.threads, before->descriptors,
             now.descriptors);
    CHECK(label, now.resident_kib <= before->resident_kib + slack &&
                     now.threads <= before->threads + SLACK_THREADS &&
                     now.descriptors <= before->descriptors);
}

int main(int argc, char **argv)
{
    const long calls = argc > 1 ? atol(argv[1]) : 2000000;
    const long objects = argc > 2 ? atol(argv[2]) : 30000;
    const long slack = argc > 3 ? atol(argv[3]) : SLACK;
    fixtures *context = NULL;
    resources before;
    if (calls <= 0 || objects <= 0) {
        fprintf(stderr, "usage: soak [CALLS [OBJECTS [SLACK_KIB]]]\n");
        return 2;
    }

    CHECK("create", fixtures_create_sync(&context) == FIXTURES_OK);
    CHECK("listeners",
          fixtures_add_on_passed_listener(context, on_passed, NULL, NULL) == FIXTURES_OK &&
              fixtures_add_on_label_listener(context, on_label, NULL, NULL) == FIXTURES_OK &&
              fixtures_add_listener_cbor(context, "on_everything", on_event_cbor, NULL, NULL) == FIXTURES_OK);
    CHECK("the first calls", call_many(context, calls) && resources_read(&before));
    CHECK("the others", call_many(context, calls));
    check_growth("calls", &before, slack);
    CHECK("callbacks and listeners were called", answers > calls / 5 && events > calls / 5);

    CHECK("the first blocking calls", call_blocking(context, 2 * objects) && resources_read(&before));
    CHECK("the others", call_blocking(context, 2 * objects));
    check_growth("blocking calls", &before, slack);
    CHECK("destroy", fixtures_destroy(context) == FIXTURES_OK);

    CHECK("the first objects", create_many(objects) && resources_read(&before));
    CHECK("the others", create_many(objects));
    check_growth("objects", &before, slack);
    return check_summary();
}
