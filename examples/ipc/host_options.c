#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include "host_options.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

#include "activation.h"
#include "my_timer_host_options.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The flags that are not options of the library's server. */
typedef enum own_flag {
    OWN_UNIX,
    OWN_TCP,
    OWN_NAME,
    OWN_VERBOSE,
    OWN_HELP,
    OWN_COUNT
} own_flag;

static const struct {
    const char *flag;
    const char *values; /* what the help page calls its values; NULL if it takes none */
    int count;          /* how many it takes */
    const char *text;   /* what it is for */
} OWN[OWN_COUNT] = {
    [OWN_UNIX] = {"--unix", "PATH", 1, "the same as the address unix:PATH"},
    [OWN_TCP] = {"--tcp", "HOST PORT", 2, "the same as the address tcp:HOST:PORT"},
    [OWN_NAME] = {"--name", "NAME", 1, "name of the timer, which its replies carry (default: ipc-server)"},
    [OWN_VERBOSE] = {"--verbose", NULL, 0, "log each connection and each failed request to stderr"},
    [OWN_HELP] = {"--help", NULL, 0, "print this page"},
};

/* Why the command line is wrong; empty if it is not. */
typedef char problem[256];

_Static_assert(sizeof(my_timer_transport) == sizeof(uint32_t), "assign() sets enums as it sets numbers");

static bool has_flag(const host_program *program, const char *flag)
{
    const char *const *one = program->flags;
    while (one != NULL && *one != NULL && strcmp(*one, flag) != 0)
        one++;
    return one == NULL || *one != NULL;
}

static own_flag find_own(const char *flag, const host_program *program)
{
    for (own_flag own = 0; own < OWN_COUNT; own++) {
        if (strcmp(flag, OWN[own].flag) == 0 && (own != OWN_VERBOSE || has_flag(program, flag)))
            return own;
    }
    return strcmp(flag, "-h") == 0 ? OWN_HELP : OWN_COUNT;
}

static const my_timer_host_option *find(const char *flag, const host_program *program)
{
    for (size_t i = 0; i < COUNT(MY_TIMER_HOST_OPTIONS); i++) {
        if (strcmp(flag, MY_TIMER_HOST_OPTIONS[i].flag) == 0 && has_flag(program, flag))
            return &MY_TIMER_HOST_OPTIONS[i];
    }
    return NULL;
}

static void print_flag(const char *flag, const char *values, const char *text)
{
    char left[40];
    snprintf(left, sizeof left, "%s %s", flag, values == NULL ? "" : values);
    printf("  %-28s %s", left, text);
}

static void print_server_options(const host_program *program)
{
    const char *group = "";
    for (size_t i = 0; i < COUNT(MY_TIMER_HOST_OPTIONS); i++) {
        const my_timer_host_option *o = &MY_TIMER_HOST_OPTIONS[i];
        if (!has_flag(program, o->flag))
            continue;
        if (strcmp(group, o->group) != 0)
            printf("\n%s\n", o->group);
        group = o->group;
        print_flag(o->flag, o->value, o->text);
        for (size_t at = 0; o->kind == MY_TIMER_HOST_CHOICE && o->choices[at] != NULL; at++)
            printf("%s%s", at == 0 ? ": " : ", ", o->choices[at]);
        if (o->kind == MY_TIMER_HOST_CHOICE)
            printf(" (default: %s)", o->choices[o->initial]);
        if (o->kind == MY_TIMER_HOST_NUMBER)
            printf(" (default: %u)", (unsigned)o->initial);
        if (o->kind == MY_TIMER_HOST_OCTAL)
            printf(" (default: %04o)", (unsigned)o->initial);
        putchar('\n');
    }
}

static void print_help(const host_program *program)
{
    printf("Usage: %s [OPTION]... [ADDRESS]\n\n%s\n", program->name, program->summary);
    printf(
        "\n"
        "ADDRESS is where to listen. Without it: the socket that systemd passes (sd_listen_fds(3)), or else "
        "the\n"
        "variable MY_TIMER_ADDRESS.\n"
        "  unix:PATH                    a unix socket that only this user can open (mode 0600)\n"
        "  tcp:HOST:PORT                TCP, such as tcp:127.0.0.1:7000; port 0 picks a free one\n"
        "  tcp:[::1]:PORT               TCP over IPv6\n"
        "  fd:N                         descriptor N, which listens already and whose file is left in place\n"
        "\n"
        "Options\n");
    for (own_flag own = 0; own < OWN_COUNT; own++) {
        if (own == OWN_VERBOSE && !has_flag(program, OWN[own].flag))
            continue;
        print_flag(OWN[own].flag, OWN[own].values, OWN[own].text);
        putchar('\n');
    }
    print_server_options(program);
    printf("\n"
           "When it is ready it prints one line, \"listening on ADDRESS\", with the port that was picked.\n"
           "SIGINT (Ctrl-C) or SIGTERM stops it after the calls in flight. A second one ends it at once.\n"
           "\n"
           "Exit status\n"
           "  0  stopped by a signal\n"
           "  1  it cannot serve\n"
           "  2  the command line is wrong\n"
           "\n"
           "Examples\n"
           "  %s unix:/tmp/timer.sock\n"
           "  %s --name reports --tcp 127.0.0.1 7000\n",
           program->name, program->name);
}

static bool read_number(const char *text, int base, uint32_t most, uint32_t *number)
{
    size_t digits = strspn(text, base == 8 ? "01234567" : "0123456789");
    unsigned long long value = strtoull(text, NULL, base);
    *number = (uint32_t)value;
    return digits > 0 && digits < 19 && text[digits] == '\0' && value >= 1 && value <= most;
}

/* Sets the field that the option is for. */
static void assign(my_timer_server_options *options, const my_timer_host_option *o, const char *value,
                   problem why)
{
    char *field = (char *)options + o->offset;
    uint32_t number = 0;
    int used;
    switch (o->kind) {
    case MY_TIMER_HOST_SWITCH:
        *(bool *)field = true;
        break;
    case MY_TIMER_HOST_NUMBER:
        if (!read_number(value, 10, o->most, &number))
            snprintf(why, sizeof(problem), "%s takes a number from 1 to %u, not %s", o->flag,
                     (unsigned)o->most, value);
        memcpy(field, &number, sizeof number);
        break;
    case MY_TIMER_HOST_OCTAL:
        if (!read_number(value, 8, o->most, &number))
            snprintf(why, sizeof(problem), "%s takes an octal number from 1 to %04o, not %s", o->flag,
                     (unsigned)o->most, value);
        memcpy(field, &number, sizeof number);
        break;
    case MY_TIMER_HOST_TEXT:
        memcpy(field, &value, sizeof value);
        break;
    case MY_TIMER_HOST_CHOICE:
        while (o->choices[number] != NULL && strcmp(value, o->choices[number]) != 0)
            number++;
        memcpy(field, &number, sizeof number);
        if (o->choices[number] != NULL)
            break;
        used = snprintf(why, sizeof(problem), "%s takes ", o->flag);
        for (const char *const *choice = o->choices; *choice != NULL && used < (int)sizeof(problem); choice++)
            used += snprintf(why + used, sizeof(problem) - (size_t)used, "%s, ", *choice);
        if (used < (int)sizeof(problem))
            snprintf(why + used, sizeof(problem) - (size_t)used, "not %s", value);
        break;
    }
}

/* Sets one of a host's own flags from its values, which are there. */
static void assign_own(host_options *options, own_flag own, char **values)
{
    const char *host;
    switch (own) {
    case OWN_UNIX:
        snprintf(options->address, sizeof options->address, "unix:%s", values[0]);
        options->server.address = options->address;
        break;
    case OWN_TCP:
        host = values[0];
        snprintf(options->address, sizeof options->address,
                 strchr(host, ':') != NULL && host[0] != '[' ? "tcp:[%s]:%s" : "tcp:%s:%s", host, values[1]);
        options->server.address = options->address;
        break;
    case OWN_NAME:
        options->name = values[0];
        break;
    case OWN_VERBOSE:
        options->verbose = true;
        break;
    default:
        break;
    }
}

/* What is opened next takes the number of a standard descriptor that is closed, and would get what is
 * printed. */
static void open_standard_descriptors(void)
{
#ifndef _WIN32
    int opened = open("/dev/null", O_RDWR);
    while (opened >= 0 && opened <= STDERR_FILENO)
        opened = open("/dev/null", O_RDWR);
    if (opened >= 0)
        close(opened);
#endif
}

bool host_options_parse(host_options *options, int argc, char **argv, const host_program *program,
                        int *exit_code)
{
    const my_timer_server_options defaults = MY_TIMER_SERVER_OPTIONS_INIT;
    int addresses = 0;
    problem why = "";

    open_standard_descriptors();
    memset(options, 0, sizeof *options);
    options->name = "ipc-server";
    options->server = defaults;
    for (int i = 1; i < argc && why[0] == '\0'; i++) {
        const char *given = argv[i];
        const own_flag own = find_own(given, program);
        const my_timer_host_option *o = find(given, program);
        const char *values = own < OWN_COUNT ? OWN[own].values : o != NULL ? o->value : NULL;
        const int count = own < OWN_COUNT ? OWN[own].count : values != NULL;
        if (own == OWN_HELP) {
            print_help(program);
            *exit_code = 0;
            return false;
        }
        if (own == OWN_COUNT && o == NULL && given[0] == '-') {
            snprintf(why, sizeof why, "unknown option %s", given);
        } else if (i + count >= argc) {
            snprintf(why, sizeof why, "%s needs %s: %s", given, count == 1 ? "a value" : "two values",
                     values);
        } else if (o != NULL) {
            assign(&options->server, o, argv[i + 1], why);
        } else if (own < OWN_COUNT) {
            assign_own(options, own, argv + i + 1);
        } else {
            options->server.address = given;
        }
        addresses += own == OWN_UNIX || own == OWN_TCP || options->server.address == given;
        if (addresses > 1 && why[0] == '\0')
            snprintf(why, sizeof why, "more than one ADDRESS: %s", given);
        i += count;
    }
    if (addresses == 0)
        options->server.address = activation_address();
    if (options->server.address == NULL)
        options->server.address = getenv("MY_TIMER_ADDRESS");
    if (why[0] == '\0' && (options->server.address == NULL || options->server.address[0] == '\0'))
        snprintf(why, sizeof why, "no ADDRESS");
    if (why[0] == '\0')
        return true;
    fprintf(stderr, "%s: %s\nusage: %s [OPTION]... [ADDRESS] (see --help)\n", program->name, why,
            program->name);
    *exit_code = 2;
    return false;
}
