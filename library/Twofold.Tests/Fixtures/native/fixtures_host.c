/* Serves the fixtures at the address that it is given, until SIGINT or SIGTERM. */
#include <fixtures.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    fixtures_server_options options = FIXTURES_SERVER_OPTIONS_INIT;
    fixtures *context = NULL;
    int exit_code = 0;
    if (argc != 2) {
        fprintf(stderr, "usage: fixtures_host ADDRESS\n");
        return 2;
    }

    options.address = argv[1];
    if (fixtures_create_sync(&context) != FIXTURES_OK || fixtures_serve(context, &options) != FIXTURES_OK) {
        fprintf(stderr, "%s\n", fixtures_last_error());
        exit_code = 1;
    }
    if (context != NULL)
        fixtures_destroy(context);
    return exit_code;
}
