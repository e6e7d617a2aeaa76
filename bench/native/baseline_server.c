/*
 * The baseline for a server: an epoll loop in C that parses the same frames and answers each from a constant,
 * without decoding, dispatch or encoding. Usage: baseline_server ADDRESS REPLY_FILE
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "address.h"

enum {
    EVENTS = 256,
    INPUT_SIZE = 2 * 1024 * 1024,
    MAX_INPUT_SIZE = 32 * 1024 * 1024,
    READ_SIZE = 64 * 1024,
    LENGTH_SIZE = 4
};

typedef struct peer {
    int socket;
    uint8_t *input; /* holds an incomplete frame */
    size_t input_size, input_capacity;
    uint8_t *output;
    size_t output_size, sent, output_capacity;
    uint32_t interest; /* the events that epoll watches */
} peer;

static uint8_t reply[INPUT_SIZE];
static size_t reply_size;
static uint8_t buffer[READ_SIZE];
static volatile sig_atomic_t stopping;

static void stop(int signal_number)
{
    (void)signal_number;
    stopping = 1;
}

static uint32_t read_length(const uint8_t *bytes)
{
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return ntohl(value);
}

static void put_reply(peer *p)
{
    if (p->output_capacity - p->output_size < reply_size) {
        p->output_capacity = (p->output_size + reply_size) * 2;
        p->output = realloc(p->output, p->output_capacity);
        if (p->output == NULL)
            abort();
    }
    memcpy(p->output + p->output_size, reply, reply_size);
    p->output_size += reply_size;
}

/* Answers the complete frames, and returns their size in bytes. */
static size_t process(peer *p, const uint8_t *bytes, size_t size)
{
    size_t used = 0;
    while (size - used >= LENGTH_SIZE) {
        size_t method = read_length(bytes + used), payload;
        if (size - used < LENGTH_SIZE + method + LENGTH_SIZE)
            break;
        payload = read_length(bytes + used + LENGTH_SIZE + method);
        if (size - used < LENGTH_SIZE + method + LENGTH_SIZE + payload)
            break;
        used += LENGTH_SIZE + method + LENGTH_SIZE + payload;
        put_reply(p);
    }
    return used;
}

/* Sends as much as the socket accepts; false if the peer has disconnected. */
static int flush(peer *p)
{
    while (p->sent < p->output_size) {
        ssize_t count = send(p->socket, p->output + p->sent, p->output_size - p->sent, MSG_NOSIGNAL);
        if (count < 0)
            return errno == EAGAIN;
        p->sent += (size_t)count;
    }
    p->sent = p->output_size = 0;
    return 1;
}

/* Makes room for so many bytes of input; false if no frame is as large. */
static int reserve(peer *p, size_t size)
{
    if (size <= p->input_capacity)
        return 1;
    if (size > MAX_INPUT_SIZE)
        return 0;
    while (p->input_capacity < size)
        p->input_capacity *= 2;
    p->input = realloc(p->input, p->input_capacity);
    if (p->input == NULL)
        abort();
    return 1;
}

/* Reads once and answers, or continues to send an answer; false if the peer has disconnected. */
static int serve(peer *p)
{
    size_t used;
    ssize_t count;
    if (p->output_size > 0)
        return flush(p);
    count = recv(p->socket, buffer, sizeof buffer, 0);
    if (count <= 0)
        return count < 0 && errno == EAGAIN;
    if (p->input_size == 0) {
        used = process(p, buffer, (size_t)count);
        p->input_size = (size_t)count - used;
        memcpy(p->input, buffer + used, p->input_size);
    } else {
        if (!reserve(p, p->input_size + (size_t)count))
            return 0;
        memcpy(p->input + p->input_size, buffer, (size_t)count);
        p->input_size += (size_t)count;
        used = process(p, p->input, p->input_size);
        p->input_size -= used;
        memmove(p->input, p->input + used, p->input_size);
    }
    return flush(p);
}

/* Does not read from a peer until all of its output is sent. */
static void watch(int epoll, peer *p)
{
    uint32_t wanted = p->output_size > 0 ? EPOLLOUT : EPOLLIN;
    struct epoll_event event = {.events = wanted, .data.ptr = p};
    if (wanted == p->interest)
        return;
    p->interest = wanted;
    (void)epoll_ctl(epoll, EPOLL_CTL_MOD, p->socket, &event);
}

static void add_peer(int epoll, int listener)
{
    int one = 1, socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN};
    peer *p;
    if (socket < 0)
        return;
    (void)setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    p = calloc(1, sizeof *p);
    if (p == NULL || (p->input = malloc(INPUT_SIZE)) == NULL)
        abort();
    p->socket = socket;
    p->input_capacity = INPUT_SIZE;
    p->interest = EPOLLIN;
    event.data.ptr = p;
    (void)epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
}

static void end_peer(peer *p)
{
    (void)close(p->socket);
    free(p->input);
    free(p->output);
    free(p);
}

int main(int argc, char **argv)
{
    struct epoll_event events[EVENTS], event = {.events = EPOLLIN};
    struct sigaction action = {.sa_handler = stop};
    char address[ADDRESS_SIZE];
    int listener, epoll;
    FILE *file;

    if (argc != 3) {
        fprintf(stderr, "usage: %s ADDRESS REPLY_FILE\n", argv[0]);
        return 2;
    }
    file = fopen(argv[2], "rb");
    if (file == NULL || (reply_size = fread(reply, 1, sizeof reply, file)) == 0) {
        fprintf(stderr, "cannot read %s\n", argv[2]);
        return 1;
    }
    (void)fclose(file);
    listener = address_listen(argv[1], address);
    if (listener < 0) {
        perror(argv[1]);
        return 1;
    }
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGINT, &action, NULL);
    epoll = epoll_create1(EPOLL_CLOEXEC);
    (void)epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
    printf("listening on %s\n", address);
    (void)fflush(stdout);

    while (!stopping) {
        int count = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            peer *p = events[i].data.ptr;
            if (p == NULL)
                add_peer(epoll, listener);
            else if (serve(p))
                watch(epoll, p);
            else
                end_peer(p);
        }
    }
    (void)close(epoll);
    (void)close(listener);
    return 0;
}
