#include "host_options.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "activation.h"

typedef enum value_kind {
    HELP,
    SWITCH,   /* sets a bool */
    TEXT,     /* sets a string */
    NUMBER,   /* sets a uint32_t */
    TRANSPORT /* sets a my_timer_transport */
} value_kind;

typedef struct option {
    const char *group;      /* the heading above it, or NULL to stand under the one before */
    const char *flag;       /* such as "--name" */
    const char *value;      /* how the help page calls its value, or NULL if it takes none */
    const char *text;       /* what it is for */
    value_kind kind;        /* what it sets */
    size_t offset;          /* where in host_options */
    uint32_t initial, most; /* of a number: its default and the largest; the smallest is 1 */
    bool serve_host_only;   /* a relay has no use for it */
} option;

#define LARGEST_LIMIT (UINT32_C(1) << 30)
#define AT(field) offsetof(host_options, field)

/* clang-format off */
static const option OPTIONS[] = {
    {"Options", "--name", "NAME", "name of the timer, which its replies carry (default: ipc-server)",
     TEXT, AT(name), 0, 0, false},
    {NULL, "--allow-remote", NULL, "serve TCP addresses that other machines can reach; the wire is not encrypted",
     SWITCH, AT(server.allow_remote), 0, 0, false},
    {NULL, "--transport", "KIND", "automatic, epoll (Linux) or sockets (default: automatic)",
     TRANSPORT, AT(server.transport), 0, 0, true},
    {NULL, "--loop-threads", "N", "threads of the epoll transport",
     NUMBER, AT(server.loop_threads), 1, 256, true},
    {NULL, "--verbose", NULL, "a line on stderr for each connection and each request that fails",
     SWITCH, AT(verbose), 0, 0, true},
    {NULL, "--help", NULL, "print this page",
     HELP, 0, 0, 0, false},

    {"Limits of a request; past one it is refused", "--max-method-bytes", "N", "longest method name",
     NUMBER, AT(server.max_method_bytes), 255, LARGEST_LIMIT, false},
    {NULL, "--max-payload-bytes", "N", "largest payload",
     NUMBER, AT(server.max_payload_bytes), 16777216, LARGEST_LIMIT, false},
    {NULL, "--max-nesting", "N", "levels of arrays and maps in a payload",
     NUMBER, AT(server.max_nesting), 64, 1024, true},

    {"Limits of a connection", "--max-in-flight", "N", "unanswered requests before it is not read",
     NUMBER, AT(server.max_in_flight), 1024, LARGEST_LIMIT, true},
    {NULL, "--max-unread-bytes", "N", "unread output before it is not read, and loses events",
     NUMBER, AT(server.max_unread_bytes), 1048576, LARGEST_LIMIT, false},
    {NULL, "--max-objects", "N", "objects that it holds",
     NUMBER, AT(server.max_objects), 1024, LARGEST_LIMIT, true},

    {"Limits of the server", "--max-connections", "N", "open connections; one more is refused",
     NUMBER, AT(server.max_connections), 1024, LARGEST_LIMIT, false},

    {"Times in milliseconds; past one the connection is closed", "--frame-timeout-ms", "N", "for the rest of a request that has begun to arrive",
     NUMBER, AT(server.frame_timeout_ms), 30000, LARGEST_LIMIT, false},
    {NULL, "--progress-timeout-ms", "N", "for unread output of which the peer takes nothing",
     NUMBER, AT(server.progress_timeout_ms), 30000, LARGEST_LIMIT, false},
    {NULL, "--drain-timeout-ms", "N", "for the calls in flight when the server is stopped",
     NUMBER, AT(server.drain_timeout_ms), 5000, LARGEST_LIMIT, false},
};
/* clang-format on */

enum {
    OPTION_COUNT = sizeof OPTIONS / sizeof OPTIONS[0]
};

static const struct {
    const char *name;
    my_timer_transport transport;
} TRANSPORTS[] = {
    {"automatic", MY_TIMER_TRANSPORT_AUTOMATIC},
    {"epoll", MY_TIMER_TRANSPORT_EPOLL},
    {"sockets", MY_TIMER_TRANSPORT_SOCKETS},
};

static bool applies(const option *o, const host_program *program)
{
    return !(o->serve_host_only && program->is_relay);
}

static void print_help(const host_program *program)
{
    char left[40];
    printf("Usage: %s [OPTION]... [ADDRESS]\n\n%s\n", program->name, program->summary);
    printf(
        "\n"
        "ADDRESS is where to listen. Without it: the socket that systemd passes (sd_listen_fds(3)), else "
        "the\n"
        "variable MY_TIMER_ADDRESS.\n"
        "  unix:PATH                a unix socket that only this user may open (mode 0600)\n"
        "  tcp:HOST:PORT            TCP, such as tcp:127.0.0.1:7000; port 0 picks a free one\n"
        "  tcp:[::1]:PORT           TCP over IPv6\n"
        "  fd:N                     descriptor N, which listens already and whose file is left in place\n");
    for (const option *o = OPTIONS; o < OPTIONS + OPTION_COUNT; o++) {
        if (o->group != NULL)
            printf("\n%s\n", o->group);
        if (!applies(o, program))
            continue;
        snprintf(left, sizeof left, "%s %s", o->flag, o->value == NULL ? "" : o->value);
        printf("  %-24s %s", left, o->text);
        if (o->kind == NUMBER)
            printf(" (default: %u)", (unsigned)o->initial);
        putchar('\n');
    }
    printf("\n"
           "When it is ready it prints one line, \"listening on ADDRESS\", with the port that was picked.\n"
           "SIGINT (Ctrl-C) or SIGTERM stops it: calls in flight are finished first. A second one ends it at "
           "once.\n"
           "\n"
           "Exit status\n"
           "  0  it was stopped\n"
           "  1  it cannot serve\n"
           "  2  it was called wrongly\n"
           "\n"
           "Examples\n"
           "  %s unix:/tmp/timer.sock\n"
           "  %s --name reports --max-connections 64 tcp:127.0.0.1:7000\n",
           program->name, program->name);
}

static const option *find(const char *flag, const host_program *program)
{
    for (const option *o = OPTIONS; o < OPTIONS + OPTION_COUNT; o++) {
        if (strcmp(flag, o->flag) == 0 && applies(o, program))
            return o;
    }
    return NULL;
}

static bool read_number(const char *text, uint32_t most, uint32_t *number)
{
    size_t digits = strspn(text, "0123456789");
    unsigned long long value = strtoull(text, NULL, 10);
    *number = (uint32_t)value;
    return digits > 0 && digits < 19 && text[digits] == '\0' && value >= 1 && value <= most;
}

/* Sets what the option is for; false, with the reason in `problem`, if the value is not one of its kind. */
static bool assign(host_options *options, const option *o, const char *value, char *problem, size_t size)
{
    char *to = (char *)options + o->offset;
    uint32_t number;
    switch (o->kind) {
    case SWITCH:
        *(bool *)to = true;
        return true;
    case TEXT:
        *(const char **)to = value;
        return true;
    case NUMBER:
        if (read_number(value, o->most, &number)) {
            *(uint32_t *)to = number;
            return true;
        }
        snprintf(problem, size, "%s takes a number from 1 to %u, not %s", o->flag, (unsigned)o->most, value);
        return false;
    case TRANSPORT:
        for (size_t i = 0; i < sizeof TRANSPORTS / sizeof TRANSPORTS[0]; i++) {
            if (strcmp(value, TRANSPORTS[i].name) == 0) {
                *(my_timer_transport *)to = TRANSPORTS[i].transport;
                return true;
            }
        }
        snprintf(problem, size, "%s takes automatic, epoll or sockets, not %s", o->flag, value);
        return false;
    case HELP:
        break;
    }
    return true;
}

static void set_defaults(host_options *options)
{
    const my_timer_server_options none = MY_TIMER_SERVER_OPTIONS_INIT;
    options->name = "ipc-server";
    options->server = none;
    options->verbose = false;
    for (const option *o = OPTIONS; o < OPTIONS + OPTION_COUNT; o++) {
        if (o->kind == NUMBER)
            *(uint32_t *)((char *)options + o->offset) = o->initial;
    }
}

bool host_options_parse(host_options *options, int argc, char **argv, const host_program *program,
                        int *exit_code)
{
    char problem[256] = "";
    const char *address = NULL;
    set_defaults(options);
    for (int i = 1; i < argc && problem[0] == '\0'; i++) {
        const char *given = argv[i];
        const option *o = find(strcmp(given, "-h") == 0 ? "--help" : given, program);
        if (o != NULL && o->kind == HELP) {
            print_help(program);
            *exit_code = 0;
            return false;
        }
        if (o != NULL && o->value != NULL && i + 1 == argc)
            snprintf(problem, sizeof problem, "%s needs a value: %s", given, o->value);
        else if (o != NULL)
            assign(options, o, o->value == NULL ? NULL : argv[++i], problem, sizeof problem);
        else if (given[0] == '-')
            snprintf(problem, sizeof problem, "unknown option %s", given);
        else if (address != NULL)
            snprintf(problem, sizeof problem, "more than one ADDRESS: %s", given);
        else
            address = given;
    }
    if (address == NULL)
        address = activation_address();
    if (address == NULL)
        address = getenv("MY_TIMER_ADDRESS");
    if (problem[0] == '\0' && (address == NULL || address[0] == '\0'))
        snprintf(problem, sizeof problem, "no ADDRESS");
    options->server.address = address;
    if (problem[0] == '\0')
        return true;
    fprintf(stderr, "%s: %s\nusage: %s [OPTION]... [ADDRESS] (see --help)\n", program->name, problem,
            program->name);
    *exit_code = 2;
    return false;
}
