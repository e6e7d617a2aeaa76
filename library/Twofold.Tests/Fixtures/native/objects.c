/* Lifetimes of objects that methods return. The case table covers their results. */
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

void check_objects(fixtures *context)
{
    fixtures *other = NULL;
    fixtures_session *session = NULL;
    seen later;
    int64_t sum = 0;

    CHECK("a handle of another type is rejected",
          fixtures_session_release((fixtures_session *)context) == FIXTURES_INVALID_HANDLE);

    memset(&later, 0, sizeof later);
    latch_init(&later.done);
    CHECK("the callback form",
          fixtures_open_session(context, "called back", on_session, &later) == FIXTURES_OK);
    CHECK("the callback receives the handle", latch_wait(&later.done, 1) && later.status == FIXTURES_OK &&
                                                  fixtures_session_release(later.session) == FIXTURES_OK);

    CHECK("another context", fixtures_create_sync(&other) == FIXTURES_OK);
    CHECK("its object", fixtures_open_session_sync(other, "orphan", &session) == FIXTURES_OK);
    CHECK("its end", fixtures_destroy(other) == FIXTURES_OK);
    CHECK("an object ends together with the object that returned it",
          fixtures_session_add_sync(session, 1, &sum) == FIXTURES_INVALID_HANDLE);
    CHECK("and it can still be released", fixtures_session_release(session) == FIXTURES_OK);
}
