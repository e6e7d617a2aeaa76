#define _GNU_SOURCE
#include "address.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

typedef union any_address {
    struct sockaddr any;
    struct sockaddr_un unix_;
    struct sockaddr_in tcp;
} any_address;

static socklen_t parse(const char *address, any_address *out)
{
    const char *colon;
    memset(out, 0, sizeof *out);
    if (strncmp(address, "unix:", 5) == 0 && strlen(address + 5) < sizeof out->unix_.sun_path) {
        out->unix_.sun_family = AF_UNIX;
        strcpy(out->unix_.sun_path, address + 5);
        return sizeof out->unix_;
    }
    colon = strrchr(address, ':');
    if (strncmp(address, "tcp:127.0.0.1:", 14) == 0 && colon != NULL) {
        out->tcp.sin_family = AF_INET;
        out->tcp.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        out->tcp.sin_port = htons((uint16_t)strtoul(colon + 1, NULL, 10));
        return sizeof out->tcp;
    }
    errno = EINVAL;
    return 0;
}

int address_listen(const char *address, char actual[ADDRESS_SIZE])
{
    any_address to;
    socklen_t size = parse(address, &to);
    int one = 1, socket_;
    if (size == 0 || (socket_ = socket(to.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) < 0)
        return -1;
    (void)setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(socket_, &to.any, size) != 0 || listen(socket_, SOMAXCONN) != 0) {
        (void)close(socket_);
        return -1;
    }
    if (to.any.sa_family == AF_INET && getsockname(socket_, &to.any, &size) == 0)
        snprintf(actual, ADDRESS_SIZE, "tcp:127.0.0.1:%d", ntohs(to.tcp.sin_port));
    else
        snprintf(actual, ADDRESS_SIZE, "%s", address);
    return socket_;
}

int address_connect(const char *address)
{
    any_address to;
    socklen_t size = parse(address, &to);
    int one = 1, socket_;
    if (size == 0 || (socket_ = socket(to.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0)) < 0)
        return -1;
    if (connect(socket_, &to.any, size) != 0) {
        (void)close(socket_);
        return -1;
    }
    (void)setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return socket_;
}
