#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "relay.h"

enum {
    FIRST_BUFFER = 4096,
    KEPT_BUFFER = 64 * 1024, /* what a connection keeps of the memory that a large request or reply took */
    FRAME_TIMEOUT_MS = 30000,
    SEND_TIMEOUT_MS = 30000,
    LINGER_MS = 2000 /* how long a peer that is closed may go on sending, so that it gets to read why */
};

void connection_put_reply(my_timer_cbor_writer *writer, my_timer_status status, const void *body, size_t size)
{
    size_t start;
    my_timer_cbor_writer_reset(writer);
    start = my_timer_frame_begin_reply(writer, status);
    my_timer_cbor_write_raw(writer, body, size);
    my_timer_frame_end(writer, start);
    if (writer->error != NULL && status != MY_TIMER_INTERNAL)
        connection_put_reply(writer, MY_TIMER_INTERNAL, writer->error, strlen(writer->error));
}

void connection_put_refusal(my_timer_cbor_writer *writer, my_timer_status status, const char *text)
{
    connection_put_reply(writer, status, text, strlen(text));
}

bool connection_send_outgoing(connection *c)
{
    bool sent = c->outgoing.error == NULL && net_send(c->socket, c->outgoing.data, c->outgoing.size,
                                                      thread_now_ms() + SEND_TIMEOUT_MS) == NET_OK;
    if (!sent)
        net_shutdown(c->socket);
    if (c->outgoing.capacity > KEPT_BUFFER)
        my_timer_cbor_writer_free(&c->outgoing);
    my_timer_cbor_writer_reset(&c->outgoing);
    return sent;
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
    thread_mutex_unlock(&c->mutex);
    if (reply != NULL)
        my_timer_cbor_write_raw(&c->outgoing, reply->data, reply->size);
    sent = connection_send_outgoing(c);
    thread_mutex_unlock(&c->sending);
    return sent;
}

static bool send_reply(connection *c)
{
    bool sent = c->reply.error == NULL && connection_send(c, &c->reply);
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
    c->answered = true;
    thread_condition_signal(&c->changed);
    thread_mutex_unlock(&c->mutex);
}

static bool answer(connection *c, const my_timer_frame_request *request)
{
    my_timer_status status;
    bool sent;
    if (subscription_answer(c, request, &sent))
        return sent;

    c->answered = false;
    status = my_timer_call_cbor(c->relay->timer, request->method, request->method_size, request->payload,
                                request->payload_size, on_reply, c);
    if (status != MY_TIMER_OK) {
        connection_put_refusal(&c->reply, status, my_timer_last_error());
        return send_reply(c);
    }
    /* OK promises exactly one answer, and destroying the timer cancels what is in flight. */
    thread_mutex_lock(&c->mutex);
    while (!c->answered)
        thread_condition_wait(&c->changed, &c->mutex, thread_now_ms() + RELAY_RECHECK_MS);
    thread_mutex_unlock(&c->mutex);
    return send_reply(c);
}

/* Answers every complete request in the input and drops it from there. False: close the connection. */
static bool answer_input(connection *c, bool *too_large)
{
    my_timer_frame_request request;
    my_timer_frame_state state;
    char text[96];
    size_t used = 0;
    while ((state = my_timer_frame_parse_request(c->input + used, c->input_size - used, &request)) ==
           MY_TIMER_FRAME_COMPLETE) {
        if (!answer(c, &request))
            return false;
        used += request.frame_size;
    }
    if (state != MY_TIMER_FRAME_PARTIAL) {
        if (state == MY_TIMER_FRAME_METHOD_TOO_LONG)
            snprintf(text, sizeof text, "method name of %zu bytes exceeds the limit of %u",
                     request.method_size, MY_TIMER_FRAME_MAX_METHOD);
        else
            snprintf(text, sizeof text, "payload of %zu bytes exceeds the limit of %u", request.payload_size,
                     MY_TIMER_FRAME_MAX_PAYLOAD);
        connection_put_refusal(&c->reply, MY_TIMER_TOO_LARGE, text);
        *too_large = send_reply(c);
        return false;
    }
    if (used == 0)
        return true;
    c->input_size -= used;
    memmove(c->input, c->input + used, c->input_size);
    c->frame_deadline = c->input_size > 0 ? thread_now_ms() + FRAME_TIMEOUT_MS : NET_FOREVER;
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
        c->frame_deadline = thread_now_ms() + FRAME_TIMEOUT_MS;
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

static void close_connection(connection *c, bool too_large)
{
    relay *r = c->relay;
    thread_handle before;
    bool join;

    /* Ends a send to a peer that does not read; the reply that says "too large" is on its way already. */
    if (too_large)
        net_shutdown_send(c->socket);
    else
        net_shutdown(c->socket);
    subscription_end_all(c);

    thread_mutex_lock(&r->mutex);
    if (c->previous != NULL)
        c->previous->next = c->next;
    else
        r->connections = c->next;
    if (c->next != NULL)
        c->next->previous = c->previous;
    thread_mutex_unlock(&r->mutex);

    if (too_large)
        net_close_after_reply(c->socket, thread_now_ms() + LINGER_MS);
    else
        net_close(c->socket);

    /* A thread cannot join itself: each joins the one that ended before it, and main joins the last. */
    thread_mutex_lock(&r->mutex);
    before = r->finished;
    join = r->has_finished;
    r->finished = c->thread;
    r->has_finished = true;
    r->count--;
    thread_condition_signal(&r->changed);
    thread_mutex_unlock(&r->mutex);
    if (join)
        thread_join(before);

    destroy(c);
}

THREAD_MAIN(serve_connection, argument)
{
    connection *c = argument;
    bool too_large = false;
    while (receive_input(c) && answer_input(c, &too_large))
        continue;
    close_connection(c, too_large);
    return 0;
}

void connection_refuse(net_socket socket, const char *text)
{
    my_timer_cbor_writer frame = my_timer_cbor_writer_growable();
    connection_put_refusal(&frame, MY_TIMER_UNAVAILABLE, text);
    net_send(socket, frame.data, frame.size, thread_now_ms());
    my_timer_cbor_writer_free(&frame);
    net_close_after_reply(socket, thread_now_ms());
}

void connection_start(relay *r, net_socket socket)
{
    connection *c = calloc(1, sizeof *c);
    bool started;
    if (c == NULL) {
        connection_refuse(socket, "out of memory");
        return;
    }
    c->relay = r;
    c->socket = socket;
    c->frame_deadline = NET_FOREVER;
    c->outgoing = c->reply = c->events = my_timer_cbor_writer_growable();
    thread_mutex_init(&c->sending);
    thread_mutex_init(&c->mutex);
    thread_condition_init(&c->changed);

    /* The new thread takes this mutex before it uses c->thread or leaves the list. */
    thread_mutex_lock(&r->mutex);
    started = thread_start(&c->thread, serve_connection, c);
    if (started) {
        c->next = r->connections;
        if (c->next != NULL)
            c->next->previous = c;
        r->connections = c;
        r->count++;
    }
    thread_mutex_unlock(&r->mutex);
    if (started)
        return;
    connection_refuse(socket, "out of threads");
    destroy(c);
}
