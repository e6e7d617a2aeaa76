/*
 * A relay to read and to copy: frames in, my_timer_call_cbor, frames out. Copy it if your program has a
 * transport of its own or has to see the requests; otherwise my_timer_serve does all of this (serve_host.c).
 *
 * net_serve gives each connection a thread, which calls the library for one request at a time. The relay
 * answers the control methods $subscribe and $unsubscribe; the library gets every other method, and answers
 * UNKNOWN_METHOD to those that it does not have.
 */
#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include <my_timer_cbor.h>
#include <stdio.h>
#include <string.h>

#include "host_options.h"
#include "net_serve.h"
#include "thread.h"

#define MAX_CONNECTIONS 256
#define MAX_UNSENT (1024 * 1024) /* bytes that a peer has not taken yet; beyond them it loses events */
#define FRAME_TIMEOUT_MS 30000   /* for the rest of a request that has begun to arrive */
#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const EVENTS[] = {"on_echo_fired", "on_job_scheduled"};

typedef struct subscription {
    net_peer *peer;
    const char *event;
    uint64_t listener; /* 0: not subscribed */
    uint64_t lost;     /* events that were not sent */
} subscription;

typedef struct connection {
    net_peer *peer;
    subscription subscriptions[COUNT(EVENTS)];
    thread_mutex mutex; /* guards the rest */
    thread_condition changed;
    bool answered; /* the current request has its reply */
    bool failed;   /* which could not be queued */
} connection;

static my_timer *timer;

/* Called by the library before my_timer_call_cbor returns, or later on a thread of its own. */
static void on_reply(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    connection *c = user_data;
    my_timer_cbor_writer frame = my_timer_cbor_writer_growable();
    my_timer_frame_begin_reply(&frame, status);
    my_timer_cbor_write_raw(&frame, body, size);
    my_timer_frame_end(&frame);
    thread_mutex_lock(&c->mutex);
    c->failed = frame.error || !net_peer_send(c->peer, frame.data, frame.size, SIZE_MAX);
    c->answered = true;
    thread_condition_signal(&c->changed);
    thread_mutex_unlock(&c->mutex);
    my_timer_cbor_writer_free(&frame);
}

static void reply_text(connection *c, my_timer_status status, const char *text)
{
    on_reply(status, (const uint8_t *)text, strlen(text), c);
}

/* Called by the library on the thread that raised the event, so it must not wait for the peer. */
static void on_event(const uint8_t *payload, size_t size, void *user_data)
{
    subscription *s = user_data;
    my_timer_cbor_writer frame = my_timer_cbor_writer_growable();
    my_timer_frame_write_event(&frame, s->event, s->lost, payload, size);
    if (frame.error || !net_peer_send(s->peer, frame.data, frame.size, MAX_UNSENT))
        s->lost++;
    my_timer_cbor_writer_free(&frame);
}

static void unsubscribe(subscription *s)
{
    if (s->listener != 0)
        my_timer_remove_listener(timer, s->listener); /* on_event does not run any more */
    s->listener = 0;
}

static bool is(const my_timer_frame_request *request, const char *name)
{
    return request->method_size == strlen(name) && memcmp(request->method, name, request->method_size) == 0;
}

/* Answers {"event": name} with null. If it returns an error, that is still to be sent. */
static my_timer_status subscribe(connection *c, const my_timer_frame_request *request, bool wanted)
{
    my_timer_cbor_reader map = my_timer_cbor_reader_init(request->payload, request->payload_size, NULL), name;
    my_timer_status status = MY_TIMER_OK;
    subscription *s = NULL;
    my_timer_cbor_find(&map, "event", &name);
    for (size_t i = 0; i < COUNT(EVENTS) && s == NULL; i++) {
        if (my_timer_cbor_accept_text(&name, EVENTS[i]))
            s = &c->subscriptions[i];
    }
    if (s == NULL)
        reply_text(c, MY_TIMER_INVALID_ARGUMENT, "expected {\"event\": name} with the name of an event");
    else if (!wanted)
        unsubscribe(s);
    else if (s->listener == 0)
        status = my_timer_add_listener_cbor(timer, s->event, on_event, s, &s->listener);
    if (s != NULL && status == MY_TIMER_OK)
        on_reply(MY_TIMER_OK, (const uint8_t *)"\xf6", 1, c);
    return status;
}

/* Calls the method and waits for its reply, and for the peer to take it. False: it cannot be sent. */
static bool answer(connection *c, const my_timer_frame_request *request)
{
    my_timer_status status;
    c->answered = false;
    if (is(request, "$subscribe") || is(request, "$unsubscribe"))
        status = subscribe(c, request, is(request, "$subscribe"));
    else
        status = my_timer_call_cbor(timer, request->method, request->method_size, request->payload,
                                    request->payload_size, on_reply, c);
    if (status != MY_TIMER_OK)
        reply_text(c, status, my_timer_last_error());
    thread_mutex_lock(&c->mutex);
    while (!c->answered)
        thread_condition_wait(&c->changed, &c->mutex, NET_FOREVER);
    thread_mutex_unlock(&c->mutex);
    net_peer_flush(c->peer);
    return !c->failed;
}

/* Serves one connection until the peer leaves or stalls, or sends a length over its limit. */
static void serve(net_peer *peer)
{
    connection c = {.peer = peer};
    my_timer_cbor_writer input = my_timer_cbor_writer_growable(); /* grows as bytes arrive */
    my_timer_frame_request request;
    my_timer_frame_state state;
    uint8_t piece[4096];
    size_t received;
    int64_t deadline = NET_FOREVER;

    thread_mutex_init(&c.mutex);
    thread_condition_init(&c.changed);
    for (size_t i = 0; i < COUNT(EVENTS); i++)
        c.subscriptions[i] = (subscription){.peer = peer, .event = EVENTS[i]};
    while (!input.error) {
        state = my_timer_frame_parse_request(input.data, input.size, &request);
        if (state == MY_TIMER_FRAME_COMPLETE && answer(&c, &request)) {
            input.size -= request.frame_size;
            memmove(input.data, input.data + request.frame_size, input.size);
            deadline = input.size > 0 ? thread_now_ms() + FRAME_TIMEOUT_MS : NET_FOREVER;
            if (input.size == 0)
                my_timer_cbor_writer_free(&input);
        } else if (state == MY_TIMER_FRAME_PARTIAL &&
                   net_peer_receive(peer, piece, sizeof piece, &received, deadline) == NET_OK) {
            if (input.size == 0)
                deadline = thread_now_ms() + FRAME_TIMEOUT_MS;
            my_timer_cbor_write_raw(&input, piece, received);
        } else {
            break;
        }
    }
    if (state > MY_TIMER_FRAME_COMPLETE)
        reply_text(&c, MY_TIMER_TOO_LARGE, "the method name or the payload is too large");
    for (size_t i = 0; i < COUNT(EVENTS); i++)
        unsubscribe(&c.subscriptions[i]);
    my_timer_cbor_writer_free(&input);
    thread_condition_destroy(&c.changed);
    thread_mutex_destroy(&c.mutex);
}

int main(int argc, char **argv)
{
    static const char *const flags[] = {"--allow-remote", NULL};
    static const host_program program = {"server", "Makes one timer and relays requests to it.", flags};
    static const uint8_t refusal[] = "\0\0\0\x09\0\0\0\x14too many connections"; /* UNAVAILABLE */
    static const net_service service = {serve, MAX_CONNECTIONS, refusal, sizeof refusal - 1};
    host_options options;
    my_timer_config config = {0};
    net_listener listener;
    char error[NET_ERROR_SIZE] = "cannot serve";
    int exit_code = 1;

    if (!host_options_parse(&options, argc, argv, &program, &exit_code))
        return exit_code;
    config.name = options.name;
    if (my_timer_create_sync(&config, &timer) != MY_TIMER_OK) {
        fprintf(stderr, "%s\n", my_timer_last_error());
        return 1;
    }
    if (net_stop_on_signals() &&
        net_listen(&listener, options.server.address, options.server.allow_remote, error)) {
        printf("listening on %s\n", listener.address);
        fflush(stdout);
        exit_code = net_serve(&listener, &service) ? 0 : 1;
    }
    if (exit_code != 0)
        fprintf(stderr, "%s\n", error);
    my_timer_destroy(timer);
    return exit_code;
}
