/*
 * A relay by hand: reads frames, calls the library through my_timer_call_cbor and writes the replies.
 * serve_host does the same with one call; this is for programs that have a transport of their own.
 */
#include <stdio.h>

#include "host_options.h"
#include "relay.h"

/* Lets the calls in flight finish, then ends what is left: destroying the timer cancels it. */
static void drain(relay *r)
{
    int64_t deadline = thread_now_ms() + r->limits->drain_timeout_ms;
    thread_mutex_lock(&r->mutex);
    r->stopping = true;
    for (connection *c = r->connections; c != NULL; c = c->next)
        net_shutdown_receive(c->socket);
    while (r->count > 0 && thread_condition_wait(&r->changed, &r->mutex, deadline))
        continue;
    for (connection *c = r->connections; c != NULL; c = c->next)
        net_shutdown(c->socket);
    thread_mutex_unlock(&r->mutex);

    my_timer_destroy(r->timer);
    thread_mutex_lock(&r->mutex);
    while (r->count > 0)
        thread_condition_wait(&r->changed, &r->mutex, thread_now_ms() + RELAY_RECHECK_MS);
    thread_mutex_unlock(&r->mutex);
    if (r->has_finished)
        thread_join(r->finished);
}

static const host_program PROGRAM = {
    "server",
    "Makes one timer and relays to it: this program listens, reads requests and hands them to\n"
    "the library as CBOR, one at a time of each connection. It answers like serve_host, whose\n"
    "library does all of that itself.",
    true,
};

int main(int argc, char **argv)
{
    relay r = {0};
    host_options options;
    my_timer_config config = {0};
    net_listener listener = {.socket = NET_NONE};
    net_socket accepted = NET_NONE;
    net_result result;
    char error[NET_ERROR_SIZE];
    int exit_code = 0;

    if (!host_options_parse(&options, argc, argv, &PROGRAM, &exit_code))
        return exit_code;
    thread_mutex_init(&r.mutex);
    thread_condition_init(&r.changed);

    r.limits = &options.server;
    exit_code = 1;
    config.name = options.name;
    if (my_timer_create_sync(&config, &r.timer) != MY_TIMER_OK) {
        fprintf(stderr, "%s\n", my_timer_last_error());
        goto cleanup;
    }
    if (!net_listen(&listener, options.server.address, options.server.allow_remote, error)) {
        fprintf(stderr, "%s\n", error);
        goto cleanup;
    }
    if (!net_stop_on_signals()) {
        fprintf(stderr, "cannot handle signals\n");
        goto cleanup;
    }
    printf("listening on %s\n", listener.address);
    fflush(stdout);

    while ((result = net_accept(&listener, &accepted)) != NET_STOPPED) {
        if (result == NET_OK) {
            connection_start(&r, accepted);
            continue;
        }
        /* Most likely out of descriptors: a connection that closes gives one back. */
        thread_mutex_lock(&r.mutex);
        thread_condition_wait(&r.changed, &r.mutex, thread_now_ms() + 100);
        thread_mutex_unlock(&r.mutex);
    }
    exit_code = 0;

cleanup:
    net_listener_close(&listener);
    if (r.timer != NULL)
        drain(&r);
    thread_condition_destroy(&r.changed);
    thread_mutex_destroy(&r.mutex);
    return exit_code;
}
