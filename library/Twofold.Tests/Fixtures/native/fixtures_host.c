/* Serves the fixtures at the given address until SIGINT or SIGTERM. Arguments such as max_in_flight=8 set
 * limits. */
#include <fixtures.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads NAME=NUMBER into the option of that name; false if there is none. */
static bool set_option(fixtures_server_options *options, const char *argument)
{
    const struct {
        const char *name;
        uint32_t *value;
    } known[] = {
        {"loop_threads", &options->loop_threads},
        {"max_payload_bytes", &options->max_payload_bytes},
        {"max_in_flight", &options->max_in_flight},
        {"max_unread_bytes", &options->max_unread_bytes},
        {"max_connections", &options->max_connections},
        {"frame_timeout_ms", &options->frame_timeout_ms},
        {"progress_timeout_ms", &options->progress_timeout_ms},
        {"drain_timeout_ms", &options->drain_timeout_ms},
    };
    const char *equals = strchr(argument, '=');
    if (equals == NULL)
        return false;

    const size_t size = (size_t)(equals - argument);
    const uint32_t number = (uint32_t)strtoul(equals + 1, NULL, 10);
    if (size == strlen("transport") && memcmp(argument, "transport", size) == 0) {
        options->transport = (fixtures_transport)number;
        return true;
    }
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strlen(known[i].name) == size && memcmp(argument, known[i].name, size) == 0) {
            *known[i].value = number;
            return true;
        }
    }
    return false;
}

int main(int argc, char **argv)
{
    fixtures_server_options options = FIXTURES_SERVER_OPTIONS_INIT;
    fixtures *context = NULL;
    int exit_code = 0;
    if (argc < 2) {
        fprintf(stderr, "usage: fixtures_host ADDRESS [OPTION=NUMBER]...\n");
        return 2;
    }

    options.address = argv[1];
    for (int i = 2; i < argc; i++) {
        if (!set_option(&options, argv[i])) {
            fprintf(stderr, "fixtures_host: no such option: %s\n", argv[i]);
            return 2;
        }
    }

    if (fixtures_create_sync(&context) != FIXTURES_OK || fixtures_serve(context, &options) != FIXTURES_OK) {
        fprintf(stderr, "%s\n", fixtures_last_error());
        exit_code = 1;
    }
    if (context != NULL)
        fixtures_destroy(context);
    return exit_code;
}
