/* The command line that serve_host and server share. */
#ifndef EXAMPLES_HOST_OPTIONS_H
#define EXAMPLES_HOST_OPTIONS_H

#include <stdbool.h>

typedef struct host_options {
    const char *name;    /* the timer's name */
    const char *address; /* where to listen */
    bool allow_remote;   /* TCP beyond loopback is wanted */
} host_options;

/**
 * Reads the flags; `program` and `summary` head the help page. False ends the program with *exit_code: 0
 * after
 * --help, 2 after a usage error, which has been explained on stderr.
 */
bool host_options_parse(host_options *options, int argc, char **argv, const char *program,
                        const char *summary, int *exit_code);

#endif
