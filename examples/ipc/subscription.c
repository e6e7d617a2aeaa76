#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "relay.h"

enum {
    MAX_UNREAD_EVENTS = 1024 * 1024, /* bytes that a connection may leave unread; what comes after is lost */
    EVENT_SIZE = 128,                /* room for an event's name */
    TEXT_SIZE = 256                  /* room for the text of a refusal */
};

typedef struct subscription {
    struct subscription *next;
    connection *connection;
    char event[EVENT_SIZE];
    uint64_t listener; /* guarded by connection->mutex; 0 until the library has named it */
    uint64_t dropped;  /* events lost here; guarded by connection->mutex */
} subscription;

/* Runs on whichever thread raised the event, so it only queues: a deaf peer must delay nobody else. */
static void on_event(const uint8_t *body, size_t size, void *user_data)
{
    subscription *s = user_data;
    connection *c = s->connection;
    uint64_t listener, lost = 0;
    size_t start;

    thread_mutex_lock(&c->mutex);
    listener = s->listener;
    thread_mutex_unlock(&c->mutex);
    if (listener != 0)
        my_timer_listener_lost(c->relay->timer, listener, &lost);

    thread_mutex_lock(&c->mutex);
    if (c->events.size >= MAX_UNREAD_EVENTS) {
        s->dropped++;
    } else {
        start = my_timer_frame_begin_reply(&c->events, MY_TIMER_FRAME_EVENT);
        my_timer_cbor_write_map(&c->events, 3);
        my_timer_cbor_write_text(&c->events, "event");
        my_timer_cbor_write_text(&c->events, s->event);
        my_timer_cbor_write_text(&c->events, "lost");
        my_timer_cbor_write_uint(&c->events, lost + s->dropped);
        my_timer_cbor_write_text(&c->events, "payload");
        my_timer_cbor_write_raw(&c->events, body, size);
        my_timer_frame_end(&c->events, start);
        thread_condition_signal(&c->changed);
    }
    thread_mutex_unlock(&c->mutex);
}

THREAD_MAIN(push_events, argument)
{
    connection *c = argument;
    thread_mutex_lock(&c->mutex);
    while (!c->ending) {
        if (c->events.size == 0) {
            thread_condition_wait(&c->changed, &c->mutex, thread_now_ms() + RELAY_RECHECK_MS);
            continue;
        }
        thread_mutex_unlock(&c->mutex);
        connection_send(c, NULL);
        thread_mutex_lock(&c->mutex);
    }
    thread_mutex_unlock(&c->mutex);
    return 0;
}

/* Answers $subscribe. Nothing is pushed before the reply has left: `sending` is held until then. */
static bool subscribe(connection *c, const char *event)
{
    subscription *s = calloc(1, sizeof *s);
    uint64_t listener = 0;
    my_timer_status status = MY_TIMER_OK;
    bool sent;

    if (!c->has_pusher)
        c->has_pusher = thread_start(&c->pusher, push_events, c);
    if (s == NULL || !c->has_pusher) {
        free(s);
        connection_put_refusal(&c->reply, MY_TIMER_UNAVAILABLE, "out of memory or threads");
        return connection_send(c, &c->reply);
    }
    s->connection = c;
    snprintf(s->event, sizeof s->event, "%s", event);

    thread_mutex_lock(&c->sending);
    status = my_timer_add_listener_cbor(c->relay->timer, event, on_event, s, &listener);
    if (status == MY_TIMER_OK) {
        thread_mutex_lock(&c->mutex);
        s->listener = listener;
        thread_mutex_unlock(&c->mutex);
        s->next = c->subscriptions;
        c->subscriptions = s;
        connection_put_reply(&c->reply, MY_TIMER_OK, "\xf6", 1);
    } else {
        connection_put_refusal(&c->reply, status, my_timer_last_error());
        free(s);
    }
    my_timer_cbor_write_raw(&c->outgoing, c->reply.data, c->reply.size);
    sent = connection_send_outgoing(c);
    thread_mutex_unlock(&c->sending);
    return sent;
}

/* Once the listener is removed it runs no more, so that its subscription can be freed. */
static void end_subscription(connection *c, subscription **link)
{
    subscription *s = *link;
    my_timer_remove_listener(c->relay->timer, s->listener);
    *link = s->next;
    free(s);
}

/* Reads {"event": name}; false, with the reason in `text`, if it is anything else. */
static bool read_event(const my_timer_frame_request *request, char event[EVENT_SIZE], char text[TEXT_SIZE])
{
    my_timer_cbor_reader reader = my_timer_cbor_reader_init(request->payload, request->payload_size);
    my_timer_cbor_items items;
    const char *place = "";
    bool found = false;
    my_timer_cbor_begin_map(&reader, &items);
    while (my_timer_cbor_next(&reader, &items)) {
        if (!my_timer_cbor_accept_text(&reader, "event")) {
            my_timer_cbor_skip_pair(&reader);
            continue;
        }
        if (found)
            my_timer_cbor_fail(&reader, reader.offset, "duplicate key", "");
        my_timer_cbor_copy_text(&reader, event, EVENT_SIZE, NULL);
        if (my_timer_cbor_failed(&reader))
            place = "event: ";
        found = true;
    }
    if (my_timer_cbor_finish(&reader) && found)
        return true;
    snprintf(text, TEXT_SIZE, "%s%s", place,
             found || my_timer_cbor_failed(&reader) ? reader.error : "event: missing");
    return false;
}

/* Answers $subscribe and $unsubscribe: {"event": name} -> null. */
static bool answer(connection *c, const my_timer_frame_request *request, bool wanted)
{
    char event[EVENT_SIZE], text[TEXT_SIZE];
    subscription **link = &c->subscriptions;

    if (!read_event(request, event, text)) {
        connection_put_refusal(&c->reply, MY_TIMER_INVALID_ARGUMENT, text);
        return connection_send(c, &c->reply);
    }
    while (*link != NULL && strcmp((*link)->event, event) != 0)
        link = &(*link)->next;
    if (wanted && *link == NULL)
        return subscribe(c, event);
    if (!wanted && *link == NULL) {
        snprintf(text, TEXT_SIZE, "not subscribed to \"%s\"", event);
        connection_put_refusal(&c->reply, MY_TIMER_INVALID_ARGUMENT, text);
        return connection_send(c, &c->reply);
    }
    if (!wanted)
        end_subscription(c, link);
    connection_put_reply(&c->reply, MY_TIMER_OK, "\xf6", 1);
    return connection_send(c, &c->reply);
}

static bool is_method(const my_timer_frame_request *request, const char *name)
{
    return request->method_size == strlen(name) && memcmp(request->method, name, request->method_size) == 0;
}

bool subscription_answer(connection *c, const my_timer_frame_request *request, bool *sent)
{
    bool wanted = is_method(request, "$subscribe");
    if (!wanted && !is_method(request, "$unsubscribe"))
        return false;
    *sent = answer(c, request, wanted);
    return true;
}

void subscription_end_all(connection *c)
{
    while (c->subscriptions != NULL)
        end_subscription(c, &c->subscriptions);
    thread_mutex_lock(&c->mutex);
    c->ending = true;
    thread_condition_signal(&c->changed);
    thread_mutex_unlock(&c->mutex);
    if (c->has_pusher)
        thread_join(c->pusher);
}
