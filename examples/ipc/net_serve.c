#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include "net_serve.h"

#include <stdlib.h>
#include <string.h>

#include "thread.h"

enum {
    SEND_TIMEOUT_MS = 30000, /* for a peer to take what was queued when a send began */
    LINGER_MS = 2000         /* for a peer to read the last bytes and to close */
};

struct net_peer {
    const net_service *service;
    net_socket socket;
    thread_handle reader, sender;
    bool started; /* `reader` has to be joined; only net_serve uses it */

    thread_mutex mutex;       /* guards what follows; never held while sending or receiving */
    thread_condition changed; /* signalled when bytes are queued or sent, and at the end */
    char *output;             /* bytes that wait for the sender, from malloc */
    size_t output_size;
    uint64_t queued, sent; /* bytes so far */
    bool open;             /* the socket may be shut down */
    bool stopping;         /* no more is received */
    bool served;           /* `serve` has returned: the sender ends once all is sent */
};

THREAD_MAIN(send_output, argument)
{
    net_peer *p = argument;
    thread_mutex_lock(&p->mutex);
    while (p->output_size > 0 || !p->served) {
        char *output = p->output;
        const size_t size = p->output_size;
        if (size == 0) {
            thread_condition_wait(&p->changed, &p->mutex, NET_FOREVER);
            continue;
        }
        p->output = NULL;
        p->output_size = 0;
        thread_mutex_unlock(&p->mutex);
        /* After a failure every send fails at once, and the reader sees the end. */
        if (net_send(p->socket, output, size, thread_now_ms() + SEND_TIMEOUT_MS) != NET_OK)
            net_shutdown(p->socket);
        free(output);
        thread_mutex_lock(&p->mutex);
        p->sent += size;
        thread_condition_signal(&p->changed);
    }
    thread_mutex_unlock(&p->mutex);
    return 0;
}

THREAD_MAIN(serve_peer, argument)
{
    net_peer *p = argument;
    if (thread_start(&p->sender, send_output, p)) {
        p->service->serve(p);
        thread_mutex_lock(&p->mutex);
        p->served = true;
        thread_condition_signal(&p->changed);
        thread_mutex_unlock(&p->mutex);
        thread_join(p->sender);
    }
    net_shutdown_send(p->socket);
    net_discard_input(p->socket, thread_now_ms() + LINGER_MS);
    thread_mutex_lock(&p->mutex);
    p->open = false;
    net_close(p->socket);
    thread_mutex_unlock(&p->mutex);
    return 0;
}

net_result net_peer_receive(net_peer *p, void *buffer, size_t capacity, size_t *received, int64_t deadline)
{
    bool stopping;
    thread_mutex_lock(&p->mutex);
    stopping = p->stopping;
    thread_mutex_unlock(&p->mutex);
    return stopping ? NET_STOPPED : net_receive(p->socket, buffer, capacity, received, deadline);
}

bool net_peer_send(net_peer *p, const void *data, size_t size, size_t most)
{
    char *output = NULL;
    thread_mutex_lock(&p->mutex);
    if (size <= most && p->queued - p->sent <= most - size)
        output = realloc(p->output, p->output_size + size);
    if (output != NULL) {
        memcpy(output + p->output_size, data, size);
        p->output = output;
        p->output_size += size;
        p->queued += size;
        thread_condition_signal(&p->changed);
    }
    thread_mutex_unlock(&p->mutex);
    return output != NULL;
}

void net_peer_flush(net_peer *p)
{
    uint64_t queued;
    thread_mutex_lock(&p->mutex);
    queued = p->queued;
    while (p->sent < queued)
        thread_condition_wait(&p->changed, &p->mutex, NET_FOREVER);
    thread_mutex_unlock(&p->mutex);
}

/* Serves the socket in this place, if that is free. */
static bool start(net_peer *p, net_socket socket)
{
    bool open;
    thread_mutex_lock(&p->mutex);
    open = p->open;
    thread_mutex_unlock(&p->mutex);
    if (open)
        return false;
    if (p->started)
        thread_join(p->reader);
    /* No other thread knows this place until its own begins. */
    p->socket = socket;
    p->queued = p->sent = 0;
    p->served = false;
    p->open = true;
    p->started = thread_start(&p->reader, serve_peer, p);
    if (!p->started)
        p->open = false;
    return p->started;
}

static void refuse(const net_service *service, net_socket socket)
{
    net_send(socket, service->refusal, service->refusal_size, thread_now_ms());
    net_shutdown_send(socket);
    net_discard_input(socket, thread_now_ms());
    net_close(socket);
}

bool net_serve(net_listener *listener, const net_service *service)
{
    net_peer *peers = calloc(service->max_connections, sizeof *peers),
             *end = peers + service->max_connections;
    net_socket socket;
    if (peers == NULL)
        return false;
    for (net_peer *p = peers; p < end; p++) {
        p->service = service;
        thread_mutex_init(&p->mutex);
        thread_condition_init(&p->changed);
    }
    while (net_accept(listener, &socket)) {
        net_peer *p = peers;
        while (p < end && !start(p, socket))
            p++;
        if (p == end)
            refuse(service, socket);
    }
    net_listener_close(listener);
    for (net_peer *p = peers; p < end; p++) {
        thread_mutex_lock(&p->mutex);
        p->stopping = true;
        if (p->open)
            net_shutdown_receive(p->socket);
        thread_mutex_unlock(&p->mutex);
    }
    for (net_peer *p = peers; p < end; p++) {
        if (p->started)
            thread_join(p->reader);
        thread_condition_destroy(&p->changed);
        thread_mutex_destroy(&p->mutex);
    }
    free(peers);
    return true;
}
