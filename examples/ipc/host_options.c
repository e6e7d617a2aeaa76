#include "host_options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_help(const char *program, const char *summary)
{
    printf("Usage: %s [--name NAME] [--allow-remote] ADDRESS\n\n%s\n", program, summary);
    printf("\n"
           "ADDRESS is where to listen; without it the variable MY_TIMER_ADDRESS is used.\n"
           "  unix:PATH        a unix socket that only this user may open (mode 0600)\n"
           "  tcp:HOST:PORT    TCP, such as tcp:127.0.0.1:7000; port 0 picks a free one\n"
           "  tcp:[::1]:PORT   TCP over IPv6\n"
           "\n"
           "Options\n"
           "  --name NAME      name of the timer, which its replies carry (default: ipc-server)\n"
           "  --allow-remote   serve TCP addresses that other machines can reach; the wire is not encrypted\n"
           "  --help           print this page\n"
           "\n"
           "When it is ready it prints one line, \"listening on ADDRESS\", with the port that was picked.\n"
           "SIGINT (Ctrl-C) or SIGTERM stops it: calls in flight are finished first, for at most 5 seconds.\n"
           "Exit status: 0 after a stop, 1 if it cannot serve, 2 if it was called wrongly.\n"
           "\n"
           "Examples\n"
           "  %s unix:/tmp/timer.sock\n"
           "  %s --name reports tcp:127.0.0.1:7000\n",
           program, program);
}

static int usage_error(const char *program, const char *problem, const char *argument)
{
    fprintf(
        stderr,
        "%s: %s%s\nusage: %s [--name NAME] [--allow-remote] ADDRESS (or set MY_TIMER_ADDRESS; see --help)\n",
        program, problem, argument, program);
    return 2;
}

bool host_options_parse(host_options *options, int argc, char **argv, const char *program,
                        const char *summary, int *exit_code)
{
    const char *problem = NULL, *culprit = "";
    options->name = "ipc-server";
    options->address = NULL;
    options->allow_remote = false;
    for (int i = 1; i < argc && problem == NULL; i++) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            print_help(program, summary);
            *exit_code = 0;
            return false;
        }
        if (strcmp(argv[i], "--allow-remote") == 0) {
            options->allow_remote = true;
        } else if (strcmp(argv[i], "--name") == 0) {
            if (i + 1 < argc)
                options->name = argv[++i];
            else
                problem = "--name needs a NAME";
        } else if (argv[i][0] == '-') {
            problem = "unknown option ";
            culprit = argv[i];
        } else if (options->address != NULL) {
            problem = "more than one ADDRESS: ";
            culprit = argv[i];
        } else {
            options->address = argv[i];
        }
    }
    if (options->address == NULL)
        options->address = getenv("MY_TIMER_ADDRESS");
    if (problem == NULL && (options->address == NULL || options->address[0] == '\0'))
        problem = "no ADDRESS";
    if (problem == NULL)
        return true;
    *exit_code = usage_error(program, problem, culprit);
    return false;
}
