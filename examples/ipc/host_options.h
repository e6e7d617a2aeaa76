/* The command line that serve_host and server share. */
#ifndef EXAMPLES_HOST_OPTIONS_H
#define EXAMPLES_HOST_OPTIONS_H

#include <my_timer.h>

/** What a host says of itself. */
typedef struct host_program {
    const char *name;    /* as it is called */
    const char *summary; /* what it does, in lines that fit a page */
    bool is_relay;       /* it serves by hand, and lacks the flags that only my_timer_serve can honour */
} host_program;

/** What the user has asked for; every limit in it is set. */
typedef struct host_options {
    const char *name;               /* the timer's name */
    bool verbose;                   /* what happens goes to stderr */
    my_timer_server_options server; /* where to listen, and the limits */
} host_options;

/**
 * Reads the command line. False ends the program with *exit_code: 0 after --help, 2 after a usage error,
 * which has been explained on stderr.
 */
bool host_options_parse(host_options *options, int argc, char **argv, const host_program *program,
                        int *exit_code);

#endif
