/* The parts of the relay: server.c accepts, connection.c answers, subscription.c pushes events. */
#ifndef EXAMPLES_RELAY_H
#define EXAMPLES_RELAY_H

#include <my_timer.h>
#include <my_timer_cbor.h>

#include "net.h"
#include "thread.h"

/** A wait that ends by a signal which is sure to come still looks again after so long. */
#define RELAY_RECHECK_MS 60000

/** The timer and the connections that call it. */
typedef struct relay {
    my_timer *timer;
    const my_timer_server_options *limits;
    thread_mutex mutex;             /* guards what follows */
    thread_condition changed;       /* a connection has ended */
    struct connection *connections; /* all that are open */
    size_t count;                   /* their number, and that of those that are closing */
    size_t refused;                 /* how many of them are only told that there is no room */
    bool stopping;                  /* no more requests are read */
    bool has_finished;              /* `finished` waits to be joined */
    thread_handle finished;         /* the thread that ended last */
} relay;

/** One peer, served by one thread; a second thread sends its events once it has subscribed. */
typedef struct connection {
    struct connection *next, *previous; /* in relay->connections */
    relay *relay;
    net_socket socket;
    thread_handle thread;
    bool is_refused; /* there is no room for it */

    uint8_t *input;        /* received bytes; the memory grows as they arrive, never by an announced length */
    size_t input_size;     /* bytes in it */
    size_t input_capacity; /* room in it */
    int64_t frame_deadline; /* for the rest of the frame that has begun to arrive */

    thread_mutex sending;          /* held while frames leave, so that they never mix */
    my_timer_cbor_writer outgoing; /* guarded by `sending` */

    thread_mutex mutex; /* guards what follows; not held while the library is called or anything is sent */
    thread_condition changed;    /* an answer or an event has come, or the end */
    my_timer_cbor_writer reply;  /* the frame that answers the request in hand */
    my_timer_status status;      /* of that answer */
    my_timer_cbor_writer events; /* frames that wait to be sent */
    size_t leaving;              /* bytes that are being sent */
    bool answered;               /* the call in flight has its reply */
    bool ending;                 /* the pusher is to end */

    bool has_pusher; /* these three belong to the connection's own thread */
    thread_handle pusher;
    struct subscription *subscriptions;
} connection;

/** Starts serving a socket, or refuses it if there is no room; closes it in the end. */
void connection_start(relay *relay, net_socket socket);

/** Calls a method of the timer, waits for its answer, makes that `reply` and returns its status. */
my_timer_status connection_call(connection *c, const char *method, size_t method_size, const uint8_t *payload,
                                size_t payload_size);

/** Makes `writer` a reply frame, or one of status INTERNAL if it cannot be. */
void connection_put_reply(my_timer_cbor_writer *writer, my_timer_status status, const void *body,
                          size_t size);

/** The same with text for a body. */
void connection_put_refusal(my_timer_cbor_writer *writer, my_timer_status status, const char *text);

/** Sends what is in `outgoing`, with `sending` held; a peer that does not take it is cut off. */
bool connection_send_outgoing(connection *c);

/** Sends the events that wait and then `reply`, unless it is NULL: a call's own events precede its reply. */
bool connection_send(connection *c, const my_timer_cbor_writer *reply);

/** Whether the request is the server's own; *sent then says whether its answer has been sent. */
bool subscription_answer(connection *c, const my_timer_frame_request *request, bool *sent);

/** Ends every subscription and the thread that sends their events; the socket must have been shut down. */
void subscription_end_all(connection *c);

#endif
