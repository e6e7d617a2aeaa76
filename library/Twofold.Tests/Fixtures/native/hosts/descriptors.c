/* A host with few free descriptors. A server that fails to start does not leak any. */
#include <fcntl.h>
#include <my_timer.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "check.h"

#define MOST 64
#define LOOPS 3

static bool is_open(int descriptor)
{
    return fcntl(descriptor, F_GETFD) >= 0;
}

/* Does not open a folder to count, because that would use a descriptor. */
static int count_open(void)
{
    int i, count = 0;
    for (i = 0; i < MOST; i++)
        count += is_open(i) ? 1 : 0;
    return count;
}

static bool allow_few(void)
{
    struct rlimit few;
    if (getrlimit(RLIMIT_NOFILE, &few) != 0)
        return false;
    few.rlim_cur = MOST;
    return setrlimit(RLIMIT_NOFILE, &few) == 0;
}

/* Opens descriptors until only this many are free, and records which ones it opened. */
static void leave(int left, bool taken[MOST])
{
    int i;
    for (i = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0); i >= 0; i = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0))
        taken[i] = true;
    for (i = 0; i < MOST && left > 0; i++) {
        if (taken[i]) {
            taken[i] = close(i) != 0;
            left--;
        }
    }
}

static void give_back(bool taken[MOST])
{
    int i;
    for (i = 0; i < MOST; i++) {
        if (taken[i])
            taken[i] = close(i) != 0;
    }
}

/* Starts a server with 0 free descriptors, then 1, 2, ... Returns the number that was enough, or -1 if a
 * start did not fail as expected. */
static int start_with_few(my_timer *timer, my_timer_transport transport, const char *address)
{
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer_server *server = NULL;
    my_timer_status status = MY_TIMER_UNAVAILABLE;
    bool taken[MOST] = {false};
    int left, open = 0;

    options.address = address;
    options.transport = transport;
    options.loop_threads = LOOPS;
    for (left = 0; status == MY_TIMER_UNAVAILABLE && left < MOST; left++) {
        leave(left, taken);
        open = count_open();
        status = my_timer_server_start(timer, &options, &server);
        if (status != MY_TIMER_OK && (count_open() != open || my_timer_last_error()[0] == '\0')) {
            printf("%s, %d left: %d open before, %d after: %s\n", address, left, open, count_open(),
                   my_timer_last_error());
            status = MY_TIMER_INTERNAL;
        }
        if (status != MY_TIMER_OK)
            give_back(taken);
    }
    if (status != MY_TIMER_OK || my_timer_server_stop(server) != MY_TIMER_OK || count_open() != open)
        left = 0;
    give_back(taken);
    return left - 1;
}

int main(void)
{
    const my_timer_config config = {"frugal"};
    char folder[] = "/tmp/descriptorsXXXXXX", address[64];
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer_server *server = NULL;
    my_timer *timer = NULL;

    if (!CHECK("a folder", mkdtemp(folder) != NULL) || !CHECK("few descriptors", allow_few()) ||
        !CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK))
        return check_summary();
    snprintf(address, sizeof address, "unix:%s/s", folder);

    /* After this, the runtime has opened all descriptors that it opens once and keeps. */
    options.address = address;
    options.transport = MY_TIMER_TRANSPORT_SOCKETS;
    CHECK("a server over sockets", my_timer_server_start(timer, &options, &server) == MY_TIMER_OK &&
                                       my_timer_server_stop(server) == MY_TIMER_OK);

    CHECK("each loop needs three, plus the listener and a spare one to reject peers",
          start_with_few(timer, MY_TIMER_TRANSPORT_EPOLL, address) == 2 + 3 * LOOPS);
    CHECK("over TCP too",
          start_with_few(timer, MY_TIMER_TRANSPORT_EPOLL, "tcp:127.0.0.1:0") == 2 + 3 * LOOPS);
    CHECK("the sockets transport needs the listener, and the lock of its path while it starts",
          start_with_few(timer, MY_TIMER_TRANSPORT_SOCKETS, address) == 2);
    CHECK("over TCP it needs only the listener",
          start_with_few(timer, MY_TIMER_TRANSPORT_SOCKETS, "tcp:127.0.0.1:0") == 1);
    CHECK("the timer can be destroyed", my_timer_destroy(timer) == MY_TIMER_OK);
    CHECK("nothing is left in the folder", rmdir(folder) == 0);
    return check_summary();
}
