#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "relay.h"

enum {
    FIRST_BUFFER = 4096,
    KEPT_BUFFER = 64 * 1024, /* what a connection keeps of the memory that a large request or reply took */
    MOST_REFUSED = 64,       /* peers that are told so in their own time; the others, at once */
    LINGER_MS = 2000 /* how long a peer that is closed may go on sending, so that it gets to read why */
};

void connection_put_reply(my_timer_cbor_writer *writer, my_timer_status status, const void *body, size_t size)
{
    char problem[96];
    my_timer_cbor_writer_reset(writer);
    my_timer_frame_begin_reply(writer, status);
    my_timer_cbor_write_raw(writer, body, size);
    if (!writer->error && size <= UINT32_MAX)
        my_timer_frame_put_u32(writer->data + writer->start - 4, (uint32_t)size);
    else if (status != MY_TIMER_INTERNAL)
        connection_put_refusal(writer, MY_TIMER_INTERNAL,
                               writer->error ? my_timer_cbor_writer_explain(writer, problem, sizeof problem)
                                             : "the reply is too large");
}

void connection_put_refusal(my_timer_cbor_writer *writer, my_timer_status status, const char *text)
{
    connection_put_reply(writer, status, text, strlen(text));
}

/* Sends all of it, as long as the peer takes some of it in time. */
static bool send_bytes(connection *c, const uint8_t *bytes, size_t size)
{
    size_t sent;
    while (size > 0) {
        int64_t deadline = thread_now_ms() + c->relay->limits->progress_timeout_ms;
        if (net_send_some(c->socket, bytes, size, &sent, deadline) != NET_OK)
            return false;
        bytes += sent;
        size -= sent;
    }
    return true;
}

bool connection_send_outgoing(connection *c)
{
    bool sent = !c->outgoing.error && send_bytes(c, c->outgoing.data, c->outgoing.size);
    if (!sent)
        net_shutdown(c->socket);
    if (c->outgoing.capacity > KEPT_BUFFER)
        my_timer_cbor_writer_free(&c->outgoing);
    my_timer_cbor_writer_reset(&c->outgoing);
    return sent;
}

static void set_leaving(connection *c, size_t size)
{
    thread_mutex_lock(&c->mutex);
    c->leaving = size;
    thread_mutex_unlock(&c->mutex);
}

bool connection_send(connection *c, const my_timer_cbor_writer *reply)
{
    my_timer_cbor_writer waiting;
    bool sent;
    thread_mutex_lock(&c->sending);
    thread_mutex_lock(&c->mutex);
    waiting = c->events;
    c->events = c->outgoing;
    c->outgoing = waiting;
    c->leaving = waiting.size + (reply == NULL ? 0 : reply->size);
    thread_mutex_unlock(&c->mutex);
    if (reply != NULL)
        my_timer_cbor_write_raw(&c->outgoing, reply->data, reply->size);
    sent = connection_send_outgoing(c);
    set_leaving(c, 0);
    thread_mutex_unlock(&c->sending);
    return sent;
}

static bool send_reply(connection *c)
{
    bool sent = !c->reply.error && connection_send(c, &c->reply);
    if (c->reply.capacity > KEPT_BUFFER)
        my_timer_cbor_writer_free(&c->reply);
    return sent;
}

/* The library's answer: on this thread before the call returns, or later on one of its own. */
static void on_reply(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    connection *c = user_data;
    thread_mutex_lock(&c->mutex);
    connection_put_reply(&c->reply, status, body, size);
    c->status = status;
    c->answered = true;
    thread_condition_signal(&c->changed);
    thread_mutex_unlock(&c->mutex);
}

my_timer_status connection_call(connection *c, const char *method, size_t method_size, const uint8_t *payload,
                                size_t payload_size)
{
    my_timer_status status;
    c->answered = false;
    status = my_timer_call_cbor(c->relay->timer, method, method_size, payload, payload_size, on_reply, c);
    if (status != MY_TIMER_OK) {
        connection_put_refusal(&c->reply, status, my_timer_last_error());
        return status;
    }
    /* OK promises exactly one answer, and destroying the timer cancels what is in flight. */
    thread_mutex_lock(&c->mutex);
    while (!c->answered)
        thread_condition_wait(&c->changed, &c->mutex, thread_now_ms() + RELAY_RECHECK_MS);
    status = c->status;
    thread_mutex_unlock(&c->mutex);
    return status;
}

static bool answer(connection *c, const my_timer_frame_request *request)
{
    bool sent;
    if (subscription_answer(c, request, &sent))
        return sent;
    connection_call(c, request->method, request->method_size, request->payload, request->payload_size);
    return send_reply(c);
}

static int64_t next_frame_deadline(const connection *c)
{
    return thread_now_ms() + c->relay->limits->frame_timeout_ms;
}

/* Answers every complete request in the input and drops it from there. False: close the connection. */
static bool answer_input(connection *c, bool *linger)
{
    const my_timer_server_options *limits = c->relay->limits;
    my_timer_frame_request request;
    my_timer_frame_state state;
    char text[96];
    size_t used = 0;
    while ((state = my_timer_frame_parse_request_within(c->input + used, c->input_size - used,
                                                        limits->max_method_bytes, limits->max_payload_bytes,
                                                        &request)) == MY_TIMER_FRAME_COMPLETE) {
        if (!answer(c, &request))
            return false;
        used += request.frame_size;
    }
    if (state != MY_TIMER_FRAME_PARTIAL) {
        if (state == MY_TIMER_FRAME_METHOD_TOO_LONG)
            snprintf(text, sizeof text, "method name of %zu bytes exceeds the limit of %u",
                     request.method_size, (unsigned)limits->max_method_bytes);
        else
            snprintf(text, sizeof text, "payload of %zu bytes exceeds the limit of %u", request.payload_size,
                     (unsigned)limits->max_payload_bytes);
        connection_put_refusal(&c->reply, MY_TIMER_TOO_LARGE, text);
        *linger = send_reply(c);
        return false;
    }
    if (used == 0)
        return true;
    c->input_size -= used;
    memmove(c->input, c->input + used, c->input_size);
    c->frame_deadline = c->input_size > 0 ? next_frame_deadline(c) : NET_FOREVER;
    return true;
}

/* Receives more of the input. False: the peer is gone or too slow, or the relay is stopping. */
static bool receive_input(connection *c)
{
    size_t received;
    bool stopping;
    thread_mutex_lock(&c->relay->mutex);
    stopping = c->relay->stopping;
    thread_mutex_unlock(&c->relay->mutex);
    if (stopping)
        return false;

    if (c->input_size == 0 && c->input_capacity > KEPT_BUFFER) {
        free(c->input);
        c->input = NULL;
        c->input_capacity = 0;
    }
    if (c->input_size == c->input_capacity) {
        size_t capacity = c->input_capacity == 0 ? FIRST_BUFFER : 2 * c->input_capacity;
        uint8_t *input = realloc(c->input, capacity);
        if (input == NULL)
            return false;
        c->input = input;
        c->input_capacity = capacity;
    }
    if (net_receive(c->socket, c->input + c->input_size, c->input_capacity - c->input_size, &received,
                    c->frame_deadline) != NET_OK)
        return false;
    if (c->input_size == 0)
        c->frame_deadline = next_frame_deadline(c);
    c->input_size += received;
    return true;
}

static void destroy(connection *c)
{
    thread_condition_destroy(&c->changed);
    thread_mutex_destroy(&c->mutex);
    thread_mutex_destroy(&c->sending);
    my_timer_cbor_writer_free(&c->reply);
    my_timer_cbor_writer_free(&c->events);
    my_timer_cbor_writer_free(&c->outgoing);
    free(c->input);
    free(c);
}

static void close_connection(connection *c, bool linger)
{
    relay *r = c->relay;
    thread_handle before;
    bool join;

    /* Ends a send to a peer that does not read; a refusal is on its way already. */
    if (linger)
        net_shutdown_send(c->socket);
    else
        net_shutdown(c->socket);
    subscription_end_all(c);
    if (linger)
        net_discard_input(c->socket, thread_now_ms() + LINGER_MS);

    thread_mutex_lock(&r->mutex);
    if (c->previous != NULL)
        c->previous->next = c->next;
    else
        r->connections = c->next;
    if (c->next != NULL)
        c->next->previous = c->previous;
    thread_mutex_unlock(&r->mutex);
    net_close(c->socket);

    /* A thread cannot join itself: each joins the one that ended before it, and main joins the last. */
    thread_mutex_lock(&r->mutex);
    before = r->finished;
    join = r->has_finished;
    r->finished = c->thread;
    r->has_finished = true;
    r->count--;
    r->refused -= c->is_refused ? 1 : 0;
    thread_condition_signal(&r->changed);
    thread_mutex_unlock(&r->mutex);
    if (join)
        thread_join(before);

    destroy(c);
}

static void put_no_room(my_timer_cbor_writer *writer, const relay *r)
{
    char text[64];
    snprintf(text, sizeof text, "the server has its limit of %u connections",
             (unsigned)r->limits->max_connections);
    connection_put_refusal(writer, MY_TIMER_UNAVAILABLE, text);
}

THREAD_MAIN(serve_connection, argument)
{
    connection *c = argument;
    bool linger = false;
    if (c->is_refused) {
        put_no_room(&c->reply, c->relay);
        linger = send_reply(c);
    } else {
        while (receive_input(c) && answer_input(c, &linger))
            continue;
    }
    close_connection(c, linger);
    return 0;
}

/* Tells a peer why it is not served, without waiting for it. */
static void dismiss(net_socket socket, const my_timer_cbor_writer *refusal)
{
    if (!refusal->error)
        net_send(socket, refusal->data, refusal->size, thread_now_ms());
    net_shutdown_send(socket);
    net_discard_input(socket, thread_now_ms());
    net_close(socket);
}

static connection *create(relay *r, net_socket socket)
{
    connection *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->relay = r;
    c->socket = socket;
    c->frame_deadline = NET_FOREVER;
    c->outgoing = c->reply = c->events = my_timer_cbor_writer_growable();
    thread_mutex_init(&c->sending);
    thread_mutex_init(&c->mutex);
    thread_condition_init(&c->changed);
    return c;
}

void connection_start(relay *r, net_socket socket)
{
    my_timer_cbor_writer refusal = my_timer_cbor_writer_growable();
    connection *c = create(r, socket);
    bool has_room, started = false;

    /* The new thread takes this mutex before it uses c->thread or leaves the list. */
    thread_mutex_lock(&r->mutex);
    has_room = r->count - r->refused < r->limits->max_connections;
    if (c != NULL && (has_room || r->refused < MOST_REFUSED)) {
        c->is_refused = !has_room;
        started = thread_start(&c->thread, serve_connection, c);
    }
    if (started) {
        c->next = r->connections;
        if (c->next != NULL)
            c->next->previous = c;
        r->connections = c;
        r->count++;
        r->refused += has_room ? 0 : 1;
    }
    thread_mutex_unlock(&r->mutex);
    if (started)
        return;

    if (has_room)
        connection_put_refusal(&refusal, MY_TIMER_UNAVAILABLE, "out of memory or threads");
    else
        put_no_room(&refusal, r);
    dismiss(socket, &refusal);
    my_timer_cbor_writer_free(&refusal);
    if (c != NULL)
        destroy(c);
}
