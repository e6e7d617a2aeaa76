#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parameter.h"

typedef struct subscription {
    struct subscription *next;
    connection *connection;
    char *event;       /* its name */
    uint64_t listener; /* guarded by connection->mutex; 0 until the library has named it */
    uint64_t dropped;  /* events lost here; guarded by connection->mutex */
} subscription;

/* Runs on whichever thread raised the event, so it only queues: a deaf peer must delay nobody else. */
static void on_event(const uint8_t *body, size_t size, void *user_data)
{
    subscription *s = user_data;
    connection *c = s->connection;
    uint64_t listener, lost = 0;

    thread_mutex_lock(&c->mutex);
    listener = s->listener;
    thread_mutex_unlock(&c->mutex);
    if (listener != 0)
        my_timer_listener_lost(c->relay->timer, listener, &lost);

    thread_mutex_lock(&c->mutex);
    if (c->events.size + c->leaving >= c->relay->limits->max_unread_bytes) {
        s->dropped++;
    } else {
        my_timer_frame_write_event(&c->events, s->event, lost + s->dropped, body, size);
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

static void destroy(subscription *s)
{
    free(s->event);
    free(s);
}

/* Answers $subscribe. Nothing is pushed before the reply has left: `sending` is held until then. */
static bool subscribe(connection *c, const parameter *event)
{
    subscription *s = calloc(1, sizeof *s);
    uint64_t listener = 0;
    my_timer_status status = MY_TIMER_OK;
    bool sent;

    if (s != NULL)
        s->event = strdup(event->text);
    if (!c->has_pusher)
        c->has_pusher = thread_start(&c->pusher, push_events, c);
    if (s == NULL || s->event == NULL || !c->has_pusher) {
        if (s != NULL)
            destroy(s);
        connection_put_refusal(&c->reply, MY_TIMER_UNAVAILABLE, "out of memory or threads");
        return connection_send(c, &c->reply);
    }
    s->connection = c;

    thread_mutex_lock(&c->sending);
    status = my_timer_add_listener_cbor(c->relay->timer, event->text, on_event, s, &listener);
    if (status == MY_TIMER_OK) {
        thread_mutex_lock(&c->mutex);
        s->listener = listener;
        thread_mutex_unlock(&c->mutex);
        s->next = c->subscriptions;
        c->subscriptions = s;
        connection_put_reply(&c->reply, MY_TIMER_OK, "\xf6", 1);
    } else {
        connection_put_refusal(&c->reply, status, my_timer_last_error());
        destroy(s);
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
    destroy(s);
}

/* Writes a name as the library quotes one: at most 64 characters of it, and none that controls a terminal. */
static void write_shown(my_timer_cbor_writer *writer, const char *name, size_t size)
{
    const unsigned char *utf8 = (const unsigned char *)name;
    size_t at, length, count = 0;
    for (at = 0; at < size && count < 64; at += length, count++) {
        bool controls = utf8[at] < 0x20 || utf8[at] == 0x7f || (utf8[at] == 0xc2 && utf8[at + 1] < 0xa0);
        length = utf8[at] < 0x80 ? 1 : utf8[at] < 0xe0 ? 2 : utf8[at] < 0xf0 ? 3 : 4;
        my_timer_cbor_write_raw(writer, controls ? "?" : name + at, controls ? 1 : length);
    }
    if (at < size)
        my_timer_cbor_write_raw(writer, "...", 3);
}

/* Makes the reply a refusal that quotes the name. */
static void put_quoting(connection *c, const char *before, const parameter *event, const char *after)
{
    my_timer_cbor_writer text = my_timer_cbor_writer_growable();
    my_timer_cbor_write_raw(&text, before, strlen(before));
    write_shown(&text, event->text, event->size);
    my_timer_cbor_write_raw(&text, after, strlen(after));
    if (!text.error)
        connection_put_reply(&c->reply, MY_TIMER_INVALID_ARGUMENT, text.data, text.size);
    else
        connection_put_refusal(&c->reply, MY_TIMER_UNAVAILABLE, "out of memory");
    my_timer_cbor_writer_free(&text);
}

/* A name that no C string can carry belongs to no event; the library's text for "" says which there are. */
static void put_unknown(connection *c, const parameter *event)
{
    static const char unknown[] = "unknown event \"\"";
    const char *text;
    my_timer_add_listener_cbor(c->relay->timer, "", on_event, NULL, NULL);
    text = my_timer_last_error();
    if (strncmp(text, unknown, strlen(unknown)) == 0)
        text += strlen(unknown) - 1;
    put_quoting(c, "unknown event \"", event, text);
}

/* Answers $subscribe and $unsubscribe: {"event": name} -> null. */
static bool answer_subscription(connection *c, const my_timer_frame_request *request, bool wanted)
{
    parameter event = {.key = "event", .type = MY_TIMER_CBOR_TEXT};
    subscription **link = &c->subscriptions;
    bool is_c_string, sent = false;

    if (!parameter_read(&event, c, request))
        return connection_send(c, &c->reply);
    is_c_string = strlen(event.text) == event.size;
    while (*link != NULL && !(is_c_string && strcmp((*link)->event, event.text) == 0))
        link = &(*link)->next;
    if (wanted && is_c_string && *link == NULL) {
        sent = subscribe(c, &event);
        goto cleanup;
    }
    if (wanted && !is_c_string) {
        put_unknown(c, &event);
    } else if (*link == NULL) {
        put_quoting(c, "not subscribed to \"", &event, "\"");
    } else {
        if (!wanted)
            end_subscription(c, link);
        connection_put_reply(&c->reply, MY_TIMER_OK, "\xf6", 1);
    }
    sent = connection_send(c, &c->reply);

cleanup:
    parameter_free(&event);
    return sent;
}

/* Answers $release: {"handle": number} -> null. The timer hands out no objects, so that there is none to
 * release. */
static bool answer_release(connection *c, const my_timer_frame_request *request)
{
    parameter handle = {.key = "handle", .type = MY_TIMER_CBOR_INTEGER};
    char text[80];
    if (parameter_read(&handle, c, request)) {
        snprintf(text, sizeof text, "handle: %" PRIu64 " was released, or is of another kind", handle.number);
        connection_put_refusal(&c->reply, MY_TIMER_INVALID_HANDLE, text);
        parameter_free(&handle);
    }
    return connection_send(c, &c->reply);
}

static bool is_method(const my_timer_frame_request *request, const char *name)
{
    return request->method_size == strlen(name) && memcmp(request->method, name, request->method_size) == 0;
}

bool subscription_answer(connection *c, const my_timer_frame_request *request, bool *sent)
{
    bool subscribes = is_method(request, "$subscribe");
    if (subscribes || is_method(request, "$unsubscribe"))
        *sent = answer_subscription(c, request, subscribes);
    else if (is_method(request, "$release"))
        *sent = answer_release(c, request);
    else
        return false;
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
