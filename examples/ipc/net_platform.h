/* What net.c needs of the system; net_posix.c or net_windows.c provides it. */
#ifndef EXAMPLES_NET_PLATFORM_H
#define EXAMPLES_NET_PLATFORM_H

#include "net.h"

#ifdef _WIN32
#include <ws2tcpip.h>
#define poll WSAPoll
#define SHUT_RD SD_RECEIVE
#define SHUT_WR SD_SEND
#define SHUT_RDWR SD_BOTH
#define NET_ADDRESS_IN_USE WSAEADDRINUSE
#define NET_TIMED_OUT WSAETIMEDOUT
/* A shutdown by another thread does not wake WSAPoll, so look now and then. */
#define NET_LONGEST_WAIT_MS 500
#else
#include <errno.h>
#include <limits.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#define NET_ADDRESS_IN_USE EADDRINUSE
#define NET_TIMED_OUT ETIMEDOUT
#define NET_LONGEST_WAIT_MS INT_MAX
#endif

/** A system without MSG_NOSIGNAL has SO_NOSIGPIPE, which net_prepare sets. */
#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

/** What the system needs before the first socket; may be called again. */
bool net_start(void);

/** The error of the last socket function, and what kind it is. */
int net_last_error(void);
const char *net_error_text(int error);
bool net_would_block(int error);
bool net_in_progress(int error);
bool net_peer_is_gone(int error);

void net_set_nonblocking(net_socket socket);

/** Makes a socket as both ends want it: non-blocking, no SIGPIPE, and no waiting to fill a TCP segment. */
void net_prepare(net_socket socket, bool tcp);

/** Waits for a connection or a signal; false for a signal. */
bool net_wait_to_accept(net_socket listener);

/** Waits for a signal, but no longer than this. */
void net_wait_to_stop(int milliseconds);

/** The unix: halves of net_connect and net_listen. */
net_socket net_connect_unix(const char *address, int64_t deadline, char error[NET_ERROR_SIZE]);
bool net_listen_unix(net_listener *listener, const char *address, char error[NET_ERROR_SIZE]);

/** The fd: half of net_listen. */
bool net_listen_inherited(net_listener *listener, const char *address, bool allow_remote,
                          char error[NET_ERROR_SIZE]);

/** Whether only this machine can connect to a TCP socket that listens. */
bool net_is_local(net_socket listener);

/** Says why an address that other machines can reach is not served. */
void net_refuse_remote(const char *address, char error[NET_ERROR_SIZE]);

/** Writes the address that a TCP socket is really bound to, as tcp:HOST:PORT. */
bool net_real_address(net_socket socket, char *text, size_t size);

/** Removes the file of a unix socket if it is still the listener's own. */
void net_remove_own_file(const net_listener *listener);

#endif
