/* The command line that serve_host and server share. */
#ifndef EXAMPLES_HOST_OPTIONS_H
#define EXAMPLES_HOST_OPTIONS_H

#include <my_timer.h>

/** A program with this command line. */
typedef struct host_program {
    const char *name;         /* of the program */
    const char *summary;      /* what it does, for the help page */
    const char *const *flags; /* the flags it has beside --name, --help and the address; NULL: all of them */
} host_program;

/** What the command line says. */
typedef struct host_options {
    const char *name;               /* the timer's name */
    bool verbose;                   /* write the library's log to stderr */
    my_timer_server_options server; /* where to listen, and the limits; one that is 0 has its default */
    char address[512];              /* what server.address points to after --unix or --tcp */
} host_options;

/**
 * Reads the command line. To be called first: it opens those of the descriptors 0 to 2 that are closed.
 * False: the program is to end with *exit_code, which is 0 after --help, and 2 after an error that is
 * explained on stderr.
 */
bool host_options_parse(host_options *options, int argc, char **argv, const host_program *program,
                        int *exit_code);

#endif
