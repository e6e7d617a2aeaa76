/* A host with handlers of its own that serves, twice: each serving is ended by a SIGINT or SIGTERM from
 * outside. */
#include <my_timer.h>
#include <stdio.h>

#include "check.h"
#include "handlers.h"

static void serve(my_timer *timer, const my_timer_server_options *options)
{
    fflush(stdout);
    CHECK("serve returns after the signal", my_timer_serve(timer, options) == MY_TIMER_OK);
    CHECK("which the host's handler did not get", !has_handled());
    CHECK("all of the host's handlers are back", are_as_installed());
    CHECK("the next SIGINT is the host's", reaches_host(SIGINT));
    CHECK("the next SIGTERM is the host's", reaches_host(SIGTERM));
    CHECK("the next SIGCHLD is the host's", reaches_host(SIGCHLD));
    CHECK("the next SIGCONT is the host's", reaches_host(SIGCONT));
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
