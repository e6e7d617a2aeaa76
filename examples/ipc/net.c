#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "net_platform.h"
#include "thread.h"

/* Waits until the socket may be ready for `events`; false once the deadline has passed. */
static bool wait_for(net_socket socket, short events, int64_t deadline)
{
    struct pollfd one = {socket, events, 0};
    int64_t left = deadline == NET_FOREVER ? INT_MAX : deadline - thread_now_ms();
    if (left <= 0)
        return false;
    poll(&one, 1, left > NET_LONGEST_WAIT_MS ? NET_LONGEST_WAIT_MS : (int)left);
    return true;
}

void net_prepare(net_socket socket, bool tcp)
{
    int on = 1;
    net_set_nonblocking(socket);
    if (tcp)
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, (const char *)&on, sizeof on);
#ifdef SO_NOSIGPIPE
    setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
}

/* The port behind the last colon; false if it is not one. */
static bool parse_port(const char *digits, char port[6])
{
    size_t count = strspn(digits, "0123456789");
    long number = 0;
    if (count == 0 || digits[count] != '\0')
        return false;
    for (; *digits != '\0' && number <= 65535; digits++)
        number = number * 10 + (*digits - '0');
    if (number > 65535)
        return false;
    snprintf(port, 6, "%u", (unsigned)(uint16_t)number);
    return true;
}

static bool is_numeric(const char *host)
{
    struct addrinfo hints, *found = NULL;
    bool numeric;
    memset(&hints, 0, sizeof hints);
    hints.ai_flags = AI_NUMERICHOST;
    numeric = getaddrinfo(host, NULL, &hints, &found) == 0;
    if (numeric)
        freeaddrinfo(found);
    return numeric;
}

/* Turns [HOST] into HOST; false, with no change, unless there is an address in the brackets. */
static bool strip_brackets(char host[256])
{
    size_t size = strlen(host);
    char inner[256];
    if (size <= 2 || host[0] != '[' || host[size - 1] != ']')
        return false;
    memcpy(inner, host + 1, size - 2);
    inner[size - 2] = '\0';
    if (!is_numeric(inner))
        return false;
    memcpy(host, inner, size - 1);
    return true;
}

/* Splits tcp:HOST:PORT or tcp:[HOST]:PORT for getaddrinfo; false, with `error` set, if it is neither. */
static bool parse_tcp(const char *address, char host[256], char port[6], char error[NET_ERROR_SIZE])
{
    const char *start = address + strlen("tcp:"), *colon, *hint = NULL;
    bool stripped;
    size_t size;
    if (strncmp(address, "tcp:", strlen("tcp:")) != 0) {
        snprintf(error, NET_ERROR_SIZE, "not an address: %s (use unix:PATH or tcp:HOST:PORT)", address);
        return false;
    }
    colon = strrchr(start, ':');
    size = colon == NULL ? 0 : (size_t)(colon - start);
    if (size == 0 || size >= 256 || !parse_port(colon + 1, port)) {
        hint = "use tcp:HOST:PORT, with a port from 0 to 65535";
    } else {
        memcpy(host, start, size);
        host[size] = '\0';
        stripped = strip_brackets(host);
        if (!stripped && host[0] == '[' && strchr(host, '%') != NULL)
            hint = "what follows % must be an interface, of a link-local address";
        else if (!stripped && strchr(host, ':') != NULL)
            hint = "an IPv6 address goes into brackets: tcp:[::1]:PORT";
        else if (stripped && strncmp(host, "fe80:", 5) == 0 && strchr(host, '%') == NULL)
            hint = "a link-local address needs its interface, as in [fe80::1%eth0]";
    }
    if (hint != NULL)
        snprintf(error, NET_ERROR_SIZE, "not an address: %s (%s)", address, hint);
    return hint == NULL;
}

/* The socket addresses of a tcp: address; freeaddrinfo() them. NULL, with `error` set, on failure. */
static struct addrinfo *resolve(const char *address, char error[NET_ERROR_SIZE])
{
    struct addrinfo hints, *found = NULL;
    char host[256], port[6];
    int result;
    if (!parse_tcp(address, host, port, error))
        return NULL;
    memset(&hints, 0, sizeof hints);
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    result = getaddrinfo(host, port, &hints, &found);
    if (result != 0)
        snprintf(error, NET_ERROR_SIZE, "cannot resolve %s: %s", host, gai_strerror(result));
    return result == 0 ? found : NULL;
}

/* Waits for the outcome of a connect that was begun; 0 or its error. */
static int finish_connect(net_socket socket, int64_t deadline)
{
    struct pollfd writable = {socket, POLLOUT, 0};
    int failure = 0;
    socklen_t size = sizeof failure;
    while (wait_for(socket, POLLOUT, deadline)) {
        if (poll(&writable, 1, 0) > 0) {
            getsockopt(socket, SOL_SOCKET, SO_ERROR, (char *)&failure, &size);
            return failure;
        }
    }
    return NET_TIMED_OUT;
}

static net_socket connect_tcp(const char *address, int64_t deadline, char error[NET_ERROR_SIZE])
{
    struct addrinfo *found = resolve(address, error), *one;
    net_socket connected = NET_NONE;
    for (one = found; one != NULL && connected == NET_NONE; one = one->ai_next) {
        net_socket attempt = socket(one->ai_family, one->ai_socktype, one->ai_protocol);
        int failure = 0;
        if (attempt == NET_NONE) {
            snprintf(error, NET_ERROR_SIZE, "no server at %s (%s)", address,
                     net_error_text(net_last_error()));
            continue;
        }
        net_prepare(attempt, true);
        if (connect(attempt, one->ai_addr, (socklen_t)one->ai_addrlen) != 0)
            failure = net_last_error();
        if (net_in_progress(failure))
            failure = finish_connect(attempt, deadline);
        if (failure == 0) {
            connected = attempt;
        } else {
            snprintf(error, NET_ERROR_SIZE, "no server at %s (%s)", address, net_error_text(failure));
            net_close(attempt);
        }
    }
    if (found != NULL)
        freeaddrinfo(found);
    return connected;
}

static bool is_loopback(const struct sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, address, sizeof v4);
        return ntohl(v4.sin_addr.s_addr) >> 24 == 127;
    }
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, address, sizeof v6);
        return IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr) ||
               (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr) && v6.sin6_addr.s6_addr[12] == 127);
    }
    return false;
}

bool net_is_local(net_socket listener)
{
    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    return getsockname(listener, (struct sockaddr *)&bound, &size) == 0 &&
           is_loopback((struct sockaddr *)&bound);
}

void net_refuse_remote(const char *address, char error[NET_ERROR_SIZE])
{
    snprintf(error, NET_ERROR_SIZE,
             "refused: %s is reachable from other machines and the wire is not encrypted; "
             "pass --allow-remote to serve it anyway",
             address);
}

bool net_real_address(net_socket socket, char *text, size_t size)
{
    struct sockaddr_storage bound;
    socklen_t bound_size = sizeof bound;
    char host[256], port[6], *start = host;
    if (getsockname(socket, (struct sockaddr *)&bound, &bound_size) != 0 ||
        getnameinfo((struct sockaddr *)&bound, bound_size, host, sizeof host, port, sizeof port,
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0)
        return false;
    /* An IPv4 address in IPv6 form is what it stands for. */
    if (strncmp(host, "::ffff:", 7) == 0 && strchr(host, '.') != NULL)
        start += 7;
    snprintf(text, size, strchr(start, ':') != NULL ? "tcp:[%s]:%s" : "tcp:%s:%s", start, port);
    return true;
}

static bool listen_tcp(net_listener *listener, const char *address, bool allow_remote,
                       char error[NET_ERROR_SIZE])
{
    struct addrinfo *found = resolve(address, error), *one;
    for (one = found; one != NULL && !allow_remote; one = one->ai_next) {
        if (is_loopback(one->ai_addr))
            continue;
        net_refuse_remote(address, error);
        freeaddrinfo(found);
        return false;
    }
    for (one = found; one != NULL && listener->socket == NET_NONE; one = one->ai_next) {
        net_socket attempt = socket(one->ai_family, one->ai_socktype, one->ai_protocol);
        int on = 1;
        if (attempt == NET_NONE) {
            snprintf(error, NET_ERROR_SIZE, "cannot listen on %s: %s", address,
                     net_error_text(net_last_error()));
            continue;
        }
        /* On Windows SO_REUSEADDR would let another process take the port away. */
#ifdef _WIN32
        setsockopt(attempt, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, (const char *)&on, sizeof on);
#else
        setsockopt(attempt, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
#endif
        net_set_nonblocking(attempt);
        if (bind(attempt, one->ai_addr, (socklen_t)one->ai_addrlen) == 0 && listen(attempt, SOMAXCONN) == 0 &&
            net_real_address(attempt, listener->address, sizeof listener->address)) {
            listener->socket = attempt;
            listener->is_tcp = true;
        } else {
            int failure = net_last_error();
            if (failure == NET_ADDRESS_IN_USE)
                snprintf(error, NET_ERROR_SIZE, "address in use: %s", address);
            else
                snprintf(error, NET_ERROR_SIZE, "cannot listen on %s: %s", address, net_error_text(failure));
            net_close(attempt);
        }
    }
    if (found != NULL)
        freeaddrinfo(found);
    return listener->socket != NET_NONE;
}

static bool start(char error[NET_ERROR_SIZE])
{
    bool started = net_start();
    if (!started)
        snprintf(error, NET_ERROR_SIZE, "the network is not available (%s)",
                 net_error_text(net_last_error()));
    return started;
}

net_socket net_connect(const char *address, int64_t deadline, char error[NET_ERROR_SIZE])
{
    if (!start(error))
        return NET_NONE;
    return strncmp(address, "unix:", strlen("unix:")) == 0 ? net_connect_unix(address, deadline, error)
                                                           : connect_tcp(address, deadline, error);
}

bool net_listen(net_listener *listener, const char *address, bool allow_remote, char error[NET_ERROR_SIZE])
{
    memset(listener, 0, sizeof *listener);
    listener->socket = NET_NONE;
    if (!start(error))
        return false;
    if (strncmp(address, "unix:", strlen("unix:")) == 0)
        return net_listen_unix(listener, address, error);
    if (strncmp(address, "fd:", strlen("fd:")) == 0)
        return net_listen_inherited(listener, address, allow_remote, error);
    return listen_tcp(listener, address, allow_remote, error);
}

bool net_accept(net_listener *listener, net_socket *accepted)
{
    while (net_wait_to_accept(listener->socket)) {
        *accepted = accept(listener->socket, NULL, NULL);
        if (*accepted != NET_NONE) {
#ifdef _WIN32
            WSAEventSelect(*accepted, NULL, 0); /* inherited from the listener */
#endif
            net_prepare(*accepted, listener->is_tcp);
            return true;
        }
        /* Most likely out of descriptors: the connection waits until another one closes. */
        if (!net_would_block(net_last_error()) && !net_peer_is_gone(net_last_error()))
            net_wait_to_stop(100);
    }
    return false;
}

void net_listener_close(net_listener *listener)
{
    if (listener->socket == NET_NONE)
        return;
    /* The file goes first: while the socket still listens, no other server takes the file for a dead one. */
    net_remove_own_file(listener);
    net_close(listener->socket);
    listener->socket = NET_NONE;
}

net_result net_send_some(net_socket socket, const void *data, size_t size, size_t *sent, int64_t deadline)
{
    int piece = size > INT_MAX ? INT_MAX : (int)size;
    for (;;) {
        int64_t taken = send(socket, (const char *)data, (size_t)piece, MSG_NOSIGNAL);
        *sent = taken > 0 ? (size_t)taken : 0;
        if (taken > 0)
            return NET_OK;
        if (!net_would_block(net_last_error()))
            return net_peer_is_gone(net_last_error()) ? NET_CLOSED : NET_FAILED;
        if (!wait_for(socket, POLLOUT, deadline))
            return NET_TIMEOUT;
    }
}

net_result net_send(net_socket socket, const void *data, size_t size, int64_t deadline)
{
    const char *at = (const char *)data;
    net_result result = NET_OK;
    size_t sent;
    while (size > 0 && (result = net_send_some(socket, at, size, &sent, deadline)) == NET_OK) {
        at += sent;
        size -= sent;
    }
    return result;
}

net_result net_receive(net_socket socket, void *buffer, size_t capacity, size_t *received, int64_t deadline)
{
    int piece = capacity > INT_MAX ? INT_MAX : (int)capacity;
    for (;;) {
        int64_t size = recv(socket, (char *)buffer, (size_t)piece, 0);
        *received = size > 0 ? (size_t)size : 0;
        if (size > 0)
            return NET_OK;
        if (size == 0)
            return NET_CLOSED;
        if (!net_would_block(net_last_error()))
            return net_peer_is_gone(net_last_error()) ? NET_CLOSED : NET_FAILED;
        if (!wait_for(socket, POLLIN, deadline))
            return NET_TIMEOUT;
    }
}

void net_shutdown_receive(net_socket socket)
{
    shutdown(socket, SHUT_RD);
}

void net_shutdown_send(net_socket socket)
{
    shutdown(socket, SHUT_WR);
}

void net_shutdown(net_socket socket)
{
    shutdown(socket, SHUT_RDWR);
}

void net_discard_input(net_socket socket, int64_t deadline)
{
    char discarded[4096];
    size_t size;
    while (net_receive(socket, discarded, sizeof discarded, &size, deadline) == NET_OK &&
           thread_now_ms() < deadline)
        continue;
}
