/* Objects that methods hand out: handles of a type of their own, with methods and a release. */
#include <string.h>

#include "check.h"
#include "checks.h"
#include "latch.h"

typedef struct seen {
    latch done;
    fixtures_status status;
    fixtures_session *session;
} seen;

static void on_session(fixtures_status status, fixtures_session *reply, const char *error, void *user_data)
{
    seen *seen = user_data;
    (void)error;
    seen->status = status;
    seen->session = reply;
    latch_signal(&seen->done);
}

static void check_calls(fixtures *context, fixtures_session *session)
{
    fixtures_session *fork = NULL;
    int64_t sum = 0;
    int32_t open = 0;
    char *name = NULL;

    CHECK("an object is counted", fixtures_count_sessions_sync(context, &open) == FIXTURES_OK && open == 1);
    CHECK("an object's method", fixtures_session_add_sync(session, 5, &sum) == FIXTURES_OK && sum == 5);
    CHECK("an object keeps its state",
          fixtures_session_add_sync(session, -7, &sum) == FIXTURES_OK && sum == -2);
    CHECK("an object's method that awaits",
          fixtures_session_name_sync(session, &name) == FIXTURES_OK && same_text(name, "session"));
    fixtures_string_free(name);

    CHECK("an object hands out another",
          fixtures_session_fork_sync(session, "fork", &fork) == FIXTURES_OK && fork != session);
    CHECK("the other goes on from there",
          fixtures_session_add_sync(fork, 44, &sum) == FIXTURES_OK && sum == 42);
    CHECK("release of the other", fixtures_session_release(fork) == FIXTURES_OK);
}

void check_objects(fixtures *context)
{
    fixtures *other = NULL;
    fixtures_session *session = NULL;
    seen later;
    int64_t sum = 0;
    int32_t open = 0;

    CHECK("an object is handed out",
          fixtures_open_session_sync(context, "session", &session) == FIXTURES_OK && session != NULL);
    check_calls(context, session);
    CHECK("release", fixtures_session_release(session) == FIXTURES_OK);
    CHECK("a released object is disposed of",
          fixtures_count_sessions_sync(context, &open) == FIXTURES_OK && open == 0);
    CHECK("a released handle is refused",
          fixtures_session_add_sync(session, 1, &sum) == FIXTURES_INVALID_HANDLE);
    CHECK("a second release is refused", fixtures_session_release(session) == FIXTURES_INVALID_HANDLE);
    CHECK("a handle of another type is refused",
          fixtures_session_release((fixtures_session *)context) == FIXTURES_INVALID_HANDLE);

    CHECK("an object is handed out later",
          fixtures_open_session_later_sync(context, "later", &session) == FIXTURES_OK);
    CHECK("release of that", fixtures_session_release(session) == FIXTURES_OK);

    memset(&later, 0, sizeof later);
    latch_init(&later.done);
    CHECK("the callback form",
          fixtures_open_session(context, "called back", on_session, &later) == FIXTURES_OK);
    CHECK("the callback gets the handle", latch_wait(&later.done, 1) && later.status == FIXTURES_OK &&
                                              fixtures_session_release(later.session) == FIXTURES_OK);

    CHECK("another context", fixtures_create_sync(&other) == FIXTURES_OK);
    CHECK("its object", fixtures_open_session_sync(other, "orphan", &session) == FIXTURES_OK);
    CHECK("its end", fixtures_destroy(other) == FIXTURES_OK);
    CHECK("an object ends with what it comes from",
          fixtures_session_add_sync(session, 1, &sum) == FIXTURES_INVALID_HANDLE);
    CHECK("and can still be released", fixtures_session_release(session) == FIXTURES_OK);
}
