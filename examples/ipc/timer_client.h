/* A client of a timer in another process, without its library. To copy it: timer_client.[ch], net*.[ch],
 * thread.h. */
#ifndef EXAMPLES_TIMER_CLIENT_H
#define EXAMPLES_TIMER_CLIENT_H

#include <my_timer_cbor.h>

#include "net.h"

/** Limit of connecting and of each call, reply included. */
#ifndef TIMER_CLIENT_TIMEOUT_MS
#define TIMER_CLIENT_TIMEOUT_MS 10000
#endif

/** Most bytes that a decoded reply or event takes. */
#define TIMER_CLIENT_MEMORY_LIMIT (4 * (size_t)MY_TIMER_FRAME_MAX_PAYLOAD)

/** Room for a text of a server's as it is shown, its NUL included. */
#define TIMER_CLIENT_SHOWN_SIZE 208

/** Zero it, then timer_client_connect. For one thread at a time. */
typedef struct timer_client {
    net_socket socket;
    int32_t status;             /* of the last reply */
    uint8_t *body;              /* of the last reply: CBOR if status is 0, else UTF-8 text without a NUL */
    size_t body_size;           /* bytes of it */
    size_t body_capacity;       /* room for it */
    my_timer_cbor_reader reply; /* the body, for the _cbor_reply function of the method that was called */
    int calls;                  /* replies received so far */
    char error[640];            /* why the last call failed, or empty */
    char closed[640];           /* why the connection is closed, or empty; set while a reply is due */
    bool is_idle;               /* whether the last wait ended before anything came */

    void (*on_event)(my_timer_frame_event *event, void *user_data); /* set it before you subscribe */
    void *user_data;                                                /* given to on_event */

    my_timer_cbor_writer request; /* the frame being built; its memory serves every call */
    my_timer_cbor_memory memory;  /* where the last reply or event was decoded into */
} timer_client;

/** Connects to unix:PATH or tcp:HOST:PORT. Here and below: false means that `error` says why. */
bool timer_client_connect(timer_client *client, const char *address);

/** Presents the token of a server that has one, which must be the first call. */
bool timer_client_hello(timer_client *client, const char *token);

/** Begins a call: give the result to the _cbor_frame function of a method, then timer_client_finish. */
my_timer_cbor_writer *timer_client_begin(timer_client *client);

/** Sends the call that was begun and waits for its reply, whatever its status. If none comes, the connection
 * is closed, since it may come later; so it is when on_event is left with longjmp. Then no call works any
 * more. */
bool timer_client_finish(timer_client *client);

/** Likewise, but a status other than OK is an error too. What `reply` is decoded into lasts until the next.
 */
bool timer_client_finish_ok(timer_client *client);

/** Waits for one event and hands it to on_event. If none comes in time, the connection stays open. */
bool timer_client_wait_for_event(timer_client *client);

/** Unless `error` is set already: sets it to why the reply could not be decoded, and closes the connection.
 * Always returns false. */
bool timer_client_fail_reply(timer_client *client, const char *method);

/** Sets `error`, unless it is set already; always returns false. */
bool timer_client_fail(timer_client *client, const char *format, ...);

/** Writes a text of a server's as it is safe to show: in one line, shortened, controls as \xNN. Returns `to`.
 */
const char *timer_client_shown(char to[TIMER_CLIENT_SHOWN_SIZE], const void *text, size_t size);

/** Closes the connection and frees everything; fine at any time after timer_client_connect. */
void timer_client_close(timer_client *client);

#endif
