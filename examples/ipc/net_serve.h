/* Serves connections with threads: for each, one that reads and calls `serve`, and one that sends. */
#ifndef EXAMPLES_NET_SERVE_H
#define EXAMPLES_NET_SERVE_H

#include "net.h"

/** A connection to a peer. */
typedef struct net_peer net_peer;

typedef struct net_service {
    void (*serve)(
        net_peer *peer); /* runs on the connection's own thread; the connection closes when it returns */
    size_t max_connections;
    const void *refusal; /* what a peer gets that connects over max_connections */
    size_t refusal_size; /* bytes of it */
} net_service;

/**
 * Serves until SIGINT or SIGTERM (net_stop_on_signals), then closes the listener, lets every `serve` see the
 * end of its input and waits for it. False: out of memory.
 */
bool net_serve(net_listener *listener, const net_service *service);

/** Receives like net_receive, on the connection's own thread. NET_STOPPED: the server is to stop. */
net_result net_peer_receive(net_peer *peer, void *buffer, size_t capacity, size_t *received,
                            int64_t deadline);

/**
 * Copies bytes into the queue of those to be sent, from any thread, and never waits for the peer. False, and
 * none of them is queued, if more than `most` would then be unsent or memory has run out.
 */
bool net_peer_send(net_peer *peer, const void *data, size_t size, size_t most);

/** Waits until what is queued now has been sent, or the connection has failed. */
void net_peer_flush(net_peer *peer);

#endif
