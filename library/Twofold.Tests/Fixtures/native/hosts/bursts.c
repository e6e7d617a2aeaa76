/* After a burst of calls, a process that is a host gets its memory back: bursts [MOST_LEFT_KIB] */
#include <malloc.h>
#include <my_timer.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "check.h"
#include "process.h"

#define MIB 1024L

/* What may be left of a burst, and how long that may take. */
#define LEFT_KIB (8 * MIB)
#define MOST_SECONDS 10

#define LARGE_BYTES (16 << 20)
#define LARGE_CALLS 20

#define PENDING_BYTES 1000
#define PENDING_CALLS 60000
#define NEVER_MS 5000

static long most_left_kib = LEFT_KIB;
static atomic_int answered;

static void on_echo(my_timer_status status, const my_timer_echo_response *reply, const char *error,
                    void *user_data)
{
    (void)status;
    (void)reply;
    (void)error;
    (void)user_data;
    atomic_fetch_add(&answered, 1);
}

static char *text(size_t bytes)
{
    char *message = malloc(bytes + 1);
    if (message == NULL)
        abort();
    memset(message, 'x', bytes);
    message[bytes] = '\0';
    return message;
}

/* Large replies, each complete in place. */
static bool echo_much(my_timer *timer)
{
    char *message = text(LARGE_BYTES);
    const my_timer_echo_request request = {message, 0};
    my_timer_echo_response reply = {0};
    int i, fine = 0;

    for (i = 0; i < LARGE_CALLS && my_timer_echo_sync(timer, &request, &reply) == MY_TIMER_OK; i++) {
        fine += strlen(reply.echoed) == LARGE_BYTES ? 1 : 0;
        my_timer_echo_response_free(&reply);
    }
    free(message);
    return fine == LARGE_CALLS;
}

/* Many calls that are pending together, until their timer is destroyed. */
static bool leave_many_pending(void)
{
    const my_timer_config config = {"busy"};
    char *message = text(PENDING_BYTES);
    const my_timer_echo_request request = {message, NEVER_MS};
    my_timer *timer = NULL;
    int pending = 0;

    if (my_timer_create_sync(&config, &timer) != MY_TIMER_OK)
        return false;
    atomic_store(&answered, 0);
    while (pending < PENDING_CALLS && my_timer_echo(timer, &request, on_echo, NULL) == MY_TIMER_OK)
        pending++;
    free(message);
    return my_timer_destroy(timer) == MY_TIMER_OK && pending == PENDING_CALLS &&
           atomic_load(&answered) == pending;
}

/* How much is resident beyond a figure when that is little enough, or when the time is over. */
static long left_kib(long idle)
{
    const struct timespec pause = {.tv_nsec = 100000000};
    int waits;

    /* What malloc keeps of the replies that were freed is the host's own. */
    malloc_trim(0);
    for (waits = 0; process_resident_kib() > idle + most_left_kib && waits < MOST_SECONDS * 10; waits++)
        nanosleep(&pause, NULL);
    return process_resident_kib() - idle;
}

/* How much a burst has taken beyond a figure, and what is left of it. */
static void check_back(const char *burst, long idle)
{
    const long taken = process_resident_kib() - idle, left = left_kib(idle);

    printf("%s: %ld MiB were taken, %ld are left\n", burst, taken / MIB, left / MIB);
    CHECK("the burst took memory", taken > LEFT_KIB);
    CHECK("the memory is given back", left <= most_left_kib);
}

int main(int argc, char **argv)
{
    const my_timer_config config = {"host"};
    const my_timer_echo_request small = {"hello", 0};
    my_timer_echo_response reply = {0};
    my_timer *timer = NULL;
    long idle;
    int round;

    if (argc > 1)
        most_left_kib = atol(argv[1]);
    CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK);
    CHECK("a call", my_timer_echo_sync(timer, &small, &reply) == MY_TIMER_OK);
    my_timer_echo_response_free(&reply);
    idle = process_resident_kib();

    for (round = 0; round < 2; round++) {
        CHECK("large replies", echo_much(timer));
        check_back("large replies", idle);
        CHECK("pending calls", leave_many_pending());
        check_back("pending calls", idle);
    }
    CHECK("calls work afterwards", my_timer_echo_sync(timer, &small, &reply) == MY_TIMER_OK);
    my_timer_echo_response_free(&reply);
    CHECK("the timer can be destroyed", my_timer_destroy(timer) == MY_TIMER_OK);
    return check_summary();
}
