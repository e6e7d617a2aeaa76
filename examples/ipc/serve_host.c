/* The library serves itself: a host of a dozen lines that any client in any language can call. */
#include <my_timer.h>
#include <stdio.h>
#include <stdlib.h>

#include "host_options.h"

static const host_program PROGRAM = {
    "serve_host",
    "Makes one timer and serves it: the library itself listens, reads requests and replies.\n"
    "Try it with the clients beside it: client, python-client and rust-client.",
    NULL,
};

/* Called for one line at a time, on a thread of the library. */
static void print_line(my_timer_log_level level, const char *line, void *user_data)
{
    (void)level;
    (void)user_data;
    fprintf(stderr, "%s\n", line);
}

int main(int argc, char **argv)
{
    host_options options;
    my_timer_config config = {0};
    my_timer *timer = NULL;
    my_timer_status status;
    int exit_code = 0;

    if (!host_options_parse(&options, argc, argv, &PROGRAM, &exit_code))
        return exit_code;
    config.name = options.name;
    if (options.verbose)
        my_timer_set_log(MY_TIMER_LOG_DEBUG, print_line, NULL);

    /* Prints "listening on ADDRESS"; returns after SIGINT or SIGTERM, once the calls in flight are done. */
    status = my_timer_create_sync(&config, &timer);
    if (status == MY_TIMER_OK)
        status = my_timer_serve(timer, &options.server);
    if (status == MY_TIMER_CANCELLED)
        _Exit(0); /* a second signal: destroy would end every call that is left */
    if (status != MY_TIMER_OK) {
        fprintf(stderr, "%s\n", my_timer_last_error());
        exit_code = 1;
    }
    if (timer != NULL)
        my_timer_destroy(timer);
    my_timer_set_log(MY_TIMER_LOG_ERROR, NULL, NULL); /* returns after the last line has been printed */
    return exit_code;
}
