/* A host with its own signal handlers and signal mask that serves twice. A SIGINT or SIGTERM from outside
 * ends each serve call. */
#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include <my_timer.h>
#include <signal.h>
#include <stdio.h>

#include "check.h"
#include "handlers.h"

/* Blocks or unblocks what ends a server; whether SIGTERM was blocked. */
static bool set_mask(int how)
{
    sigset_t signals, before;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return pthread_sigmask(how, &signals, &before) == 0 && sigismember(&before, SIGTERM) == 1;
}

static void serve(my_timer *timer, const my_timer_server_options *options)
{
    fflush(stdout);
    set_mask(SIG_BLOCK);
    CHECK("serve returns after the signal", my_timer_serve(timer, options) == MY_TIMER_OK);
    CHECK("the host still blocks that signal", set_mask(SIG_UNBLOCK));
    CHECK("the host's handler did not receive that signal", !has_handled());
    CHECK("all of the host's handlers are restored", are_as_installed());
    CHECK("the next SIGINT reaches the host's handler", reaches_host(SIGINT));
    CHECK("the next SIGTERM reaches the host's handler", reaches_host(SIGTERM));
    CHECK("the next SIGCHLD reaches the host's handler", reaches_host(SIGCHLD));
    CHECK("the next SIGCONT reaches the host's handler", reaches_host(SIGCONT));
    has_handled();
}

int main(void)
{
    const my_timer_config config = {"serving"};
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer *timer = NULL;

    options.address = "tcp:127.0.0.1:0";
    install_all();
    if (!CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK))
        return check_summary();
    serve(timer, &options);
    serve(timer, &options);
    CHECK("the timer outlives its servers", my_timer_destroy(timer) == MY_TIMER_OK);
    return check_summary();
}
