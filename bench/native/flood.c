/*
 * Floods a server, and times the calls that a client which behaves well makes meanwhile. Usage:
 *   flood ADDRESS CONNECTIONS REQUEST_FILE REPLY_BYTES CALM_FILE CALM_REPLY_BYTES MILLISECONDS
 * Each connection sends the request again as soon as it has got that many bytes. The calm client sends its
 * own request every 2 ms; the first quarter of the time is a warm-up. Prints one line of JSON; times are in
 * nanoseconds.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "address.h"
#include "clock.h"
#include "histogram.h"

enum {
    EVENTS = 256,
    BUFFER_SIZE = 64 * 1024,
    PAUSE_NS = 2000000,
    POLL_MS = 20
};

typedef struct message {
    uint8_t *bytes;
    size_t size, reply_size;
} message;

typedef struct peer {
    int socket;
    size_t sent, received; /* of the request, and of its reply */
} peer;

static message request, calm;
static peer *peers;
static size_t peer_count;
static uint64_t answered;
static atomic_bool over;

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static message read_message(const char *path, const char *reply_size)
{
    message result = {.reply_size = strtoul(reply_size, NULL, 10)};
    FILE *file = fopen(path, "rb");
    long size;
    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) <= 0)
        fail(path);
    rewind(file);
    result.size = (size_t)size;
    result.bytes = malloc(result.size);
    if (result.bytes == NULL || fread(result.bytes, 1, result.size, file) != result.size)
        fail(path);
    (void)fclose(file);
    return result;
}

static int connect_to(const char *address)
{
    int socket = address_connect(address);
    if (socket < 0)
        fail(address);
    return socket;
}

/* Goes on until the socket has no room, and nothing to read. */
static void push(peer *p)
{
    uint8_t buffer[BUFFER_SIZE];
    for (;;) {
        ssize_t count = p->sent < request.size
                            ? send(p->socket, request.bytes + p->sent, request.size - p->sent, MSG_NOSIGNAL)
                            : recv(p->socket, buffer, sizeof buffer, 0);
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0)
            fail("the server has closed a connection of the flood");
        if (p->sent < request.size) {
            p->sent += (size_t)count;
            continue;
        }
        p->received += (size_t)count;
        if (p->received >= request.reply_size) {
            p->sent = p->received = 0;
            answered++;
        }
    }
}

static void *flood(void *unused)
{
    struct epoll_event events[EVENTS];
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    for (size_t i = 0; i < peer_count; i++) {
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = &peers[i]};
        (void)fcntl(peers[i].socket, F_SETFL, O_NONBLOCK);
        (void)epoll_ctl(epoll, EPOLL_CTL_ADD, peers[i].socket, &event);
    }
    while (!atomic_load(&over)) {
        int count = epoll_wait(epoll, events, EVENTS, POLL_MS);
        for (int i = 0; i < count && !atomic_load(&over); i++)
            push(events[i].data.ptr);
    }
    (void)close(epoll);
    return unused;
}

static void call(int socket)
{
    uint8_t buffer[BUFFER_SIZE];
    size_t received = 0;
    if (send(socket, calm.bytes, calm.size, MSG_NOSIGNAL) != (ssize_t)calm.size)
        fail("send");
    while (received < calm.reply_size) {
        ssize_t count = recv(socket, buffer, calm.reply_size - received, 0);
        if (count <= 0)
            fail("the server has closed the calm connection");
        received += (size_t)count;
    }
}

int main(int argc, char **argv)
{
    static histogram latencies;
    struct timespec pause = {.tv_nsec = PAUSE_NS};
    uint64_t start, first, end;
    pthread_t thread;
    int socket;

    if (argc != 8) {
        fprintf(stderr,
                "usage: %s ADDRESS CONNECTIONS REQUEST_FILE REPLY_BYTES CALM_FILE CALM_REPLY_BYTES "
                "MILLISECONDS\n",
                argv[0]);
        return 2;
    }
    peer_count = strtoul(argv[2], NULL, 10);
    request = read_message(argv[3], argv[4]);
    calm = read_message(argv[5], argv[6]);
    peers = calloc(peer_count + 1, sizeof *peers);
    if (peers == NULL)
        fail("calloc");
    for (size_t i = 0; i < peer_count; i++)
        peers[i].socket = connect_to(argv[1]);
    socket = connect_to(argv[1]);
    if (pthread_create(&thread, NULL, flood, NULL) != 0)
        fail("pthread_create");

    start = clock_now();
    end = start + strtoull(argv[7], NULL, 10) * 1000000u;
    first = start + (end - start) / 4;
    do {
        uint64_t sent = clock_now();
        call(socket);
        if (sent >= first)
            histogram_add(&latencies, clock_now() - sent);
        (void)nanosleep(&pause, NULL);
    } while (clock_now() < end || latencies.count == 0);
    atomic_store(&over, true);
    (void)pthread_join(thread, NULL);

    printf("{\"calls\": %llu, \"answered\": %llu, \"elapsed\": %llu, ", (unsigned long long)latencies.count,
           (unsigned long long)answered, (unsigned long long)(clock_now() - start));
    histogram_print(&latencies);
    printf("}\n");
    for (size_t i = 0; i < peer_count; i++)
        (void)close(peers[i].socket);
    (void)close(socket);
    free(peers);
    free(request.bytes);
    free(calm.bytes);
    return 0;
}
