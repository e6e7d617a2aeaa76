/*
 * More pending calls than a process may hold are rejected, and end nothing else: pending [BYTES_PER_CALL
 * [CALLS]] With the defaults, memory is the limit; with small messages it is the number of calls.
 */
#include <my_timer.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "process.h"

#define BYTES 60000
#define CALLS 10000
#define MIB 1024L
#define NEVER_MS 5000

static atomic_int answered, cancelled;

static void on_echo(my_timer_status status, const my_timer_echo_response *reply, const char *error,
                    void *user_data)
{
    (void)reply;
    (void)error;
    (void)user_data;
    atomic_fetch_add(&answered, 1);
    atomic_fetch_add(&cancelled, status == MY_TIMER_CANCELLED ? 1 : 0);
}

int main(int argc, char **argv)
{
    const my_timer_config config = {"busy"};
    const int bytes = argc > 1 ? atoi(argv[1]) : BYTES, calls = argc > 2 ? atoi(argv[2]) : CALLS;
    char *message = malloc((size_t)bytes + 1), *version = NULL;
    my_timer_echo_request request = {message, NEVER_MS};
    my_timer_status status = MY_TIMER_OK;
    my_timer *timer = NULL, *next = NULL;
    char error[128] = "";
    int pending = 0;

    if (message == NULL)
        return 2;
    memset(message, 'x', (size_t)bytes);
    message[bytes] = '\0';
    CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK);
    while (pending < calls && (status = my_timer_echo(timer, &request, on_echo, NULL)) == MY_TIMER_OK)
        pending++;
    snprintf(error, sizeof error, "%s", my_timer_last_error());
    CHECK("one call too many is rejected with UNAVAILABLE", status == MY_TIMER_UNAVAILABLE);
    CHECK("the error names the limit", strstr(error, "limit of") != NULL);
    CHECK("what was accepted is within the limit", pending > 10 && process_resident_kib() < 700 * MIB);
    CHECK("a blocking call is still answered", my_timer_version_sync(timer, &version) == MY_TIMER_OK);
    my_timer_string_free(version);
    CHECK("the timer can be destroyed", my_timer_destroy(timer) == MY_TIMER_OK);
    CHECK("which ends every pending call once",
          atomic_load(&answered) == pending && atomic_load(&cancelled) == pending);

    request.message = "again";
    request.delay_ms = 0;
    CHECK("another timer works", my_timer_create_sync(&config, &next) == MY_TIMER_OK &&
                                     my_timer_echo(next, &request, on_echo, NULL) == MY_TIMER_OK &&
                                     my_timer_destroy(next) == MY_TIMER_OK);
    CHECK("its call has ended too", atomic_load(&answered) == pending + 1);
    free(message);
    return check_summary();
}
