#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include "timer_client.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "thread.h"

bool timer_client_fail(timer_client *client, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    if (client->error[0] == '\0')
        vsnprintf(client->error, sizeof client->error, format, values);
    va_end(values);
    return false;
}

/* Closes the connection for good: what is still due on it could pass for the reply of another call. */
static bool hang_up(timer_client *client)
{
    snprintf(client->closed, sizeof client->closed, "%s", client->error);
    if (client->socket != NET_NONE)
        net_close(client->socket);
    client->socket = NET_NONE;
    return false;
}

/* Marks the connection as closed until stop_waiting, which a longjmp out of on_event never reaches. */
static bool start_waiting(timer_client *client)
{
    if (client->closed[0] != '\0')
        return timer_client_fail(client, "the connection is closed: %s", client->closed);
    snprintf(client->closed, sizeof client->closed, "the last call was interrupted");
    return true;
}

static bool stop_waiting(timer_client *client, bool done)
{
    if (!done)
        return hang_up(client);
    client->error[0] = client->closed[0] = '\0';
    return true;
}

static int64_t deadline_from_now(void)
{
    return thread_now_ms() + TIMER_CLIENT_TIMEOUT_MS;
}

static bool receive_exactly(timer_client *client, uint8_t *to, size_t size, bool in_reply, int64_t deadline)
{
    while (size > 0) {
        size_t received;
        net_result result = net_receive(client->socket, to, size, &received, deadline);
        client->is_idle = result == NET_TIMEOUT && !in_reply;
        if (result == NET_TIMEOUT)
            return timer_client_fail(client, "no reply within %g seconds", TIMER_CLIENT_TIMEOUT_MS / 1000.0);
        if (result != NET_OK)
            return timer_client_fail(client, "the server closed the connection %s",
                                     in_reply ? "in the middle of a reply" : "instead of replying");
        to += received;
        size -= received;
        in_reply = true;
    }
    return true;
}

/* Receives a frame into `status` and `body`, which grows as bytes arrive, not as the head announces. Values
 * that were decoded from the frame before are no longer valid. */
static bool receive_frame(timer_client *client, int64_t deadline)
{
    uint8_t head[MY_TIMER_FRAME_REPLY_HEAD];
    uint32_t announced;

    /* A flood of events must not outlast the deadline either. */
    if (thread_now_ms() >= deadline)
        return timer_client_fail(client, "no reply within %g seconds", TIMER_CLIENT_TIMEOUT_MS / 1000.0);
    if (!receive_exactly(client, head, sizeof head, false, deadline))
        return false;
    my_timer_frame_parse_reply(head, &client->status, &announced);
    if (announced > MY_TIMER_FRAME_MAX_PAYLOAD)
        return timer_client_fail(client,
                                 "the server announced a reply of %u bytes, of which at most %u are taken",
                                 (unsigned)announced, MY_TIMER_FRAME_MAX_PAYLOAD);

    client->body_size = 0;
    while (client->body_size < announced) {
        size_t piece = announced - client->body_size;
        if (client->body_size == client->body_capacity) {
            size_t capacity = client->body_capacity == 0 ? 4096 : 2 * client->body_capacity;
            uint8_t *body = realloc(client->body, capacity);
            if (body == NULL)
                return timer_client_fail(client, "out of memory");
            client->body = body;
            client->body_capacity = capacity;
        }
        if (piece > client->body_capacity - client->body_size)
            piece = client->body_capacity - client->body_size;
        if (!receive_exactly(client, client->body + client->body_size, piece, true, deadline))
            return false;
        client->body_size += piece;
    }
    my_timer_cbor_memory_reset(&client->memory);
    client->reply = my_timer_cbor_reader_init(client->body, client->body_size, &client->memory);
    return true;
}

/* Hands an event on; a frame without an answer is an error for a client that has not subscribed. */
static bool take_event(timer_client *client)
{
    my_timer_frame_event event;
    if (client->status != MY_TIMER_FRAME_EVENT || client->on_event == NULL)
        return timer_client_fail(client, "unexpected frame of status %d", (int)client->status);
    if (!my_timer_frame_read_event(&client->reply, &event))
        return timer_client_fail_reply(client, "an event");
    client->on_event(&event, client->user_data);
    return true;
}

bool timer_client_connect(timer_client *client, const char *address)
{
    char error[NET_ERROR_SIZE];
    client->error[0] = client->closed[0] = '\0';
    client->request = my_timer_cbor_writer_growable();
    client->memory = my_timer_cbor_memory_growable();
    client->memory.limit = TIMER_CLIENT_MEMORY_LIMIT;
    client->socket = net_connect(address, deadline_from_now(), error);
    if (client->socket != NET_NONE)
        return true;
    timer_client_fail(client, "%s", error);
    return hang_up(client);
}

bool timer_client_hello(timer_client *client, const char *token)
{
    my_timer_frame_hello(timer_client_begin(client), token);
    return timer_client_finish_ok(client);
}

my_timer_cbor_writer *timer_client_begin(timer_client *client)
{
    client->error[0] = '\0';
    my_timer_cbor_writer_reset(&client->request);
    return &client->request;
}

static bool exchange(timer_client *client)
{
    int64_t deadline = deadline_from_now();
    if (net_send(client->socket, client->request.data, client->request.size, deadline) == NET_TIMEOUT)
        return timer_client_fail(client, "no request taken within %g seconds",
                                 TIMER_CLIENT_TIMEOUT_MS / 1000.0);
    /* A server that hangs up says why first: even if sending failed, there may be a reply. */
    while (receive_frame(client, deadline)) {
        if (client->status >= 0 && client->status != MY_TIMER_PROGRESS) {
            client->calls++;
            return true;
        }
        if (!take_event(client))
            return false;
    }
    return false;
}

bool timer_client_finish(timer_client *client)
{
    char text[512];
    if (client->request.error)
        return timer_client_fail(client, "cannot encode the request: %s",
                                 my_timer_cbor_writer_explain(&client->request, text, sizeof text));
    return start_waiting(client) && stop_waiting(client, exchange(client));
}

bool timer_client_finish_ok(timer_client *client)
{
    char text[TIMER_CLIENT_SHOWN_SIZE];
    if (!timer_client_finish(client))
        return false;
    return client->status == MY_TIMER_OK ||
           timer_client_fail(client, "%s (%s, status %d)",
                             timer_client_shown(text, client->body, client->body_size),
                             my_timer_frame_status_name(client->status), (int)client->status);
}

bool timer_client_wait_for_event(timer_client *client)
{
    bool done;
    client->error[0] = '\0';
    if (!start_waiting(client))
        return false;
    done = receive_frame(client, deadline_from_now()) && take_event(client);
    if (done || !client->is_idle)
        return stop_waiting(client, done);
    stop_waiting(client, true); /* no event was due: the connection stays open */
    return timer_client_fail(client, "no event within %g seconds", TIMER_CLIENT_TIMEOUT_MS / 1000.0);
}

bool timer_client_fail_reply(timer_client *client, const char *method)
{
    char text[512];
    if (client->error[0] != '\0')
        return false;
    timer_client_fail(client, "%s: %s", method,
                      my_timer_cbor_reader_explain(&client->reply, text, sizeof text));
    return hang_up(client);
}

/* Whether a character is a control (C0, DEL, C1) or changes the direction of a line (U+200B and others). */
static bool is_control(const uint8_t *character, size_t size)
{
    unsigned last = size < 2 ? character[0] : character[size - 1] & 0x3fu;
    if (size == 1)
        return last < ' ' || last == 0x7f;
    if (size == 2)
        return character[0] == 0xc2 && last < 0x20;
    last |= (character[1] & 0x3fu) << 6;
    return size == 3 && character[0] == 0xe2 &&
           ((last >= 0x0b && last <= 0x0f) || (last >= 0x28 && last <= 0x2e) ||
            (last >= 0x60 && last <= 0x6f));
}

const char *timer_client_shown(char to[TIMER_CLIENT_SHOWN_SIZE], const void *text, size_t size)
{
    const uint8_t *from = (const uint8_t *)text, *const end = from + size;
    char *at = to;
    while (from < end && at < to + TIMER_CLIENT_SHOWN_SIZE - 8) {
        size_t count = *from < 0xc0 ? 1 : *from < 0xe0 ? 2 : *from < 0xf0 ? 3 : 4;
        if (count <= (size_t)(end - from) && my_timer_cbor_is_utf8(from, count) && !is_control(from, count)) {
            memcpy(at, from, count);
            at += count;
            from += count;
        } else {
            at += snprintf(at, 5, "\\x%02x", *from++);
        }
    }
    snprintf(at, 4, "%s", from < end ? "..." : "");
    return to;
}

void timer_client_close(timer_client *client)
{
    if (client->closed[0] == '\0')
        snprintf(client->closed, sizeof client->closed, "this program closed it");
    if (client->socket != NET_NONE)
        net_close(client->socket);
    client->socket = NET_NONE;
    my_timer_cbor_writer_free(&client->request);
    my_timer_cbor_memory_free(&client->memory);
    free(client->body);
    client->body = NULL;
    client->body_size = client->body_capacity = 0;
}
