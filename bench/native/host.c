/* Serves the library over the given transport. Usage: host epoll|sockets ADDRESS */
#include <my_timer.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    my_timer_config config = {.name = "bench"};
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer *timer = NULL;
    int exit_code = 0;

    if (argc != 3 || (strcmp(argv[1], "epoll") != 0 && strcmp(argv[1], "sockets") != 0)) {
        fprintf(stderr, "usage: %s epoll|sockets ADDRESS\n", argv[0]);
        return 2;
    }
    options.transport = strcmp(argv[1], "epoll") == 0 ? MY_TIMER_TRANSPORT_EPOLL : MY_TIMER_TRANSPORT_SOCKETS;
    options.address = argv[2];
    if (my_timer_create_sync(&config, &timer) != MY_TIMER_OK ||
        my_timer_serve(timer, &options) != MY_TIMER_OK) {
        fprintf(stderr, "%s\n", my_timer_last_error());
        exit_code = 1;
    }
    if (timer != NULL)
        my_timer_destroy(timer);
    return exit_code;
}
