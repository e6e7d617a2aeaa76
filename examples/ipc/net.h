/* Addresses and stream sockets with deadlines, on POSIX and on Windows, which gets TCP only. */
#ifndef EXAMPLES_NET_H
#define EXAMPLES_NET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#include <winsock2.h>
typedef SOCKET net_socket;
#define NET_NONE INVALID_SOCKET
#else
typedef int net_socket;
#define NET_NONE (-1)
#endif

/** Room for an error's text, its NUL included. */
#define NET_ERROR_SIZE 512
/** Deadlines are times of thread_now_ms(); this one never comes. */
#define NET_FOREVER INT64_MAX

typedef enum net_result {
    NET_OK,
    NET_CLOSED,  /* the peer is gone */
    NET_TIMEOUT, /* the deadline has passed */
    NET_STOPPED, /* the server is to stop (net_serve.h) */
    NET_FAILED
} net_result;

/** A socket that listens. */
typedef struct net_listener {
    net_socket socket;
    char address[320];      /* the real one: the port that the system picked, not 0 */
    bool is_tcp;            /* else a unix socket */
    char path[128];         /* of a unix socket that was made here, else empty */
    uint64_t device, inode; /* of the file that this listener made, and which alone it removes */
} net_listener;

/** Connects to unix:PATH, tcp:HOST:PORT or tcp:[IPV6]:PORT; NET_NONE, with `error` set, on failure. */
net_socket net_connect(const char *address, int64_t deadline, char error[NET_ERROR_SIZE]);

/**
 * Listens on such an address, where port 0 picks one, or on fd:N, a descriptor that listens already. TCP
 * beyond loopback is refused unless `allow_remote`.
 */
bool net_listen(net_listener *listener, const char *address, bool allow_remote, char error[NET_ERROR_SIZE]);

/** From now on SIGINT or SIGTERM makes net_accept return false; a second signal ends the program. */
bool net_stop_on_signals(void);

/** Waits for a connection, also while the process is out of descriptors. False: a signal has come. */
bool net_accept(net_listener *listener, net_socket *accepted);

/** Stops listening and removes the file of a unix socket, if it is still the listener's own. */
void net_listener_close(net_listener *listener);

/** Sends all of it. */
net_result net_send(net_socket socket, const void *data, size_t size, int64_t deadline);

/** Sends what there is room for, at least one byte. */
net_result net_send_some(net_socket socket, const void *data, size_t size, size_t *sent, int64_t deadline);

/** Receives what there is, at least one byte and at most `capacity`. */
net_result net_receive(net_socket socket, void *buffer, size_t capacity, size_t *received, int64_t deadline);

/** Ends the receiving side, from any thread: a thread that receives sees the end. Sending goes on. */
void net_shutdown_receive(net_socket socket);

/** Ends the sending side, from any thread: what has been sent still arrives. */
void net_shutdown_send(net_socket socket);

/** Ends both sides, from any thread. */
void net_shutdown(net_socket socket);

void net_close(net_socket socket);

/** Receives and drops until the peer closes: closing a socket with unread input would make the peer lose the
 * last reply (RFC 1122 4.2.2.13). */
void net_discard_input(net_socket socket, int64_t deadline);

#endif
