/*
 * Sends the same request repeatedly and times the replies. Usage:
 *   load ADDRESS REQUEST_FILE REPLY_FILE CONNECTIONS IN_FLIGHT REQUESTS
 * The files hold the frame to send and the expected reply. Each connection keeps IN_FLIGHT requests in flight
 * and sends a batch with one system call. Prints one line of JSON; times are in nanoseconds.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
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
    MAX_FRAME = 2 * 1024 * 1024,
    READ_SIZE = 256 * 1024,
    EVENTS = 256
};

typedef struct client {
    int socket;
    uint64_t *started; /* when each request in flight was sent, as a ring */
    size_t first, in_flight;
    size_t reply_offset;  /* in the reply that is being received */
    size_t unsent_offset; /* in the request that is being sent */
    size_t unsent;        /* requests that are not sent yet */
} client;

static uint8_t request[MAX_FRAME], expected[MAX_FRAME], *batch;
static size_t request_size, expected_size;
static uint8_t buffer[READ_SIZE];
static histogram latencies;
static size_t depth;
static uint64_t to_send, to_receive;

static size_t read_file(const char *path, uint8_t *bytes)
{
    FILE *file = fopen(path, "rb");
    size_t size = file == NULL ? 0 : fread(bytes, 1, MAX_FRAME, file);
    if (file != NULL)
        (void)fclose(file);
    if (size == 0) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(1);
    }
    return size;
}

/* Sends as many requests as may be in flight. */
static void fill(client *c)
{
    uint64_t time = clock_now();
    while (c->in_flight < depth && to_send > 0) {
        c->started[(c->first + c->in_flight) % depth] = time;
        c->in_flight++;
        c->unsent++;
        to_send--;
    }
    while (c->unsent > 0) {
        size_t size = c->unsent * request_size - c->unsent_offset;
        ssize_t count = send(c->socket, batch + c->unsent_offset, size, MSG_NOSIGNAL);
        if (count < 0 && errno == EAGAIN)
            return;
        if (count < 0) {
            perror("send");
            exit(1);
        }
        c->unsent_offset += (size_t)count;
        c->unsent -= c->unsent_offset / request_size;
        c->unsent_offset %= request_size;
    }
}

static void check(const client *c, const uint8_t *bytes, size_t size)
{
    if (memcmp(bytes, expected + c->reply_offset, size) == 0)
        return;
    fprintf(stderr, "a reply is not the expected one\n");
    exit(1);
}

/* Reads the available input; false if there may be more. */
static bool drain(client *c)
{
    ssize_t count = recv(c->socket, buffer, sizeof buffer, 0);
    size_t used = 0;
    uint64_t time;
    if (count < 0 && errno == EAGAIN)
        return true;
    if (count <= 0) {
        fprintf(stderr, "the server has closed\n");
        exit(1);
    }
    time = clock_now();
    while (used < (size_t)count) {
        size_t rest = expected_size - c->reply_offset, here = (size_t)count - used;
        size_t size = here < rest ? here : rest;
        check(c, buffer + used, size);
        used += size;
        c->reply_offset += size;
        if (c->reply_offset < expected_size)
            break;
        c->reply_offset = 0;
        histogram_add(&latencies, time - c->started[c->first]);
        c->first = (c->first + 1) % depth;
        c->in_flight--;
        to_receive--;
    }
    return count < READ_SIZE;
}

static void run_one(client *c)
{
    while (to_receive > 0) {
        fill(c);
        drain(c);
    }
}

static void run_many(client *clients, size_t count)
{
    struct epoll_event events[EVENTS];
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    for (size_t i = 0; i < count; i++) {
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = &clients[i]};
        (void)fcntl(clients[i].socket, F_SETFL, O_NONBLOCK);
        (void)epoll_ctl(epoll, EPOLL_CTL_ADD, clients[i].socket, &event);
        fill(&clients[i]);
    }
    while (to_receive > 0) {
        int ready = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            client *c = events[i].data.ptr;
            bool is_empty;
            do {
                is_empty = drain(c);
                fill(c);
            } while (!is_empty);
        }
    }
    (void)close(epoll);
}

int main(int argc, char **argv)
{
    size_t connections;
    uint64_t requests, start, elapsed, cpu;
    client *clients;

    if (argc != 7) {
        fprintf(stderr, "usage: %s ADDRESS REQUEST_FILE REPLY_FILE CONNECTIONS IN_FLIGHT REQUESTS\n",
                argv[0]);
        return 2;
    }
    request_size = read_file(argv[2], request);
    expected_size = read_file(argv[3], expected);
    connections = strtoul(argv[4], NULL, 10);
    depth = strtoul(argv[5], NULL, 10);
    requests = to_send = to_receive = strtoull(argv[6], NULL, 10);
    clients = calloc(connections, sizeof *clients);
    batch = malloc(depth * request_size);
    if (clients == NULL || batch == NULL || depth == 0)
        return 1;
    for (size_t i = 0; i < depth; i++)
        memcpy(batch + i * request_size, request, request_size);
    for (size_t i = 0; i < connections; i++) {
        clients[i].socket = address_connect(argv[1]);
        clients[i].started = calloc(depth, sizeof(uint64_t));
        if (clients[i].socket < 0 || clients[i].started == NULL) {
            perror(argv[1]);
            return 1;
        }
    }

    cpu = clock_cpu();
    start = clock_now();
    if (connections == 1)
        run_one(&clients[0]);
    else
        run_many(clients, connections);
    elapsed = clock_now() - start;
    cpu = clock_cpu() - cpu;

    printf("{\"requests\": %llu, \"elapsed\": %llu, \"cpu\": %llu, ", (unsigned long long)requests,
           (unsigned long long)elapsed, (unsigned long long)cpu);
    histogram_print(&latencies);
    printf("}\n");
    for (size_t i = 0; i < connections; i++) {
        (void)close(clients[i].socket);
        free(clients[i].started);
    }
    free(clients);
    free(batch);
    return 0;
}
