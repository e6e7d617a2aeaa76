#include "workloads.h"

#include <my_timer_cbor.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "echo_cbor.h"

enum {
    PENDING,
    WAITING,
    ANSWERED
};

static const char MESSAGE[] = "hello";
static const my_timer_echo_request ECHO = {.message = MESSAGE, .delay_ms = 0};

/* The empty map, and the size of the encoded text with its head. */
static const uint8_t VERSION_CBOR[] = {0xa0};
enum {
    VERSION_REPLY_SIZE = 1 + sizeof MY_TIMER_TIMER_VERSION - 1
};

static _Thread_local worker *current;

void worker_begin(worker *self)
{
    current = self;
}

static void finish(worker *self, int is_right)
{
    self->is_right = is_right;
    if (self == current)
        atomic_store_explicit(&self->state, ANSWERED, memory_order_relaxed);
    else if (atomic_exchange(&self->state, ANSWERED) == WAITING)
        (void)sem_post(&self->answered);
}

static void await_answer(worker *self, my_timer_status status)
{
    int pending = PENDING;
    if (status != MY_TIMER_OK) {
        fprintf(stderr, "a call was refused: %s\n", my_timer_last_error());
        exit(1);
    }
    if (atomic_load_explicit(&self->state, memory_order_acquire) != ANSWERED &&
        atomic_compare_exchange_strong(&self->state, &pending, WAITING)) {
        while (sem_wait(&self->answered) != 0)
            ;
    }
    atomic_store_explicit(&self->state, PENDING, memory_order_relaxed);
}

static void on_version(my_timer_status status, const char *reply, const char *error, void *user_data)
{
    (void)error;
    finish(user_data, status == MY_TIMER_OK && reply[0] == MY_TIMER_TIMER_VERSION[0]);
}

static void on_echo(my_timer_status status, const my_timer_echo_response *reply, const char *error,
                    void *user_data)
{
    (void)error;
    finish(user_data, status == MY_TIMER_OK && reply->echoed[0] == MESSAGE[0]);
}

static void on_version_cbor(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    (void)body;
    finish(user_data, status == MY_TIMER_OK && size == VERSION_REPLY_SIZE);
}

static void on_echo_cbor(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    (void)body;
    finish(user_data, status == MY_TIMER_OK && size == ECHO_REPLY_SIZE);
}

static void baseline_(worker *self)
{
    self->is_right = my_timer_abi_version() == MY_TIMER_ABI_VERSION;
}

static void thread_hop(worker *self)
{
    hop_call(self->hop);
    self->is_right = 1;
}

static void version(worker *self)
{
    await_answer(self, my_timer_version(self->timer, on_version, self));
}

static void version_sync(worker *self)
{
    char *reply = NULL;
    self->is_right = my_timer_version_sync(self->timer, &reply) == MY_TIMER_OK && reply != NULL;
    my_timer_string_free(reply);
}

static void version_cbor(worker *self)
{
    await_answer(
        self, my_timer_version_cbor(self->timer, VERSION_CBOR, sizeof VERSION_CBOR, on_version_cbor, self));
}

static void echo(worker *self)
{
    await_answer(self, my_timer_echo(self->timer, &ECHO, on_echo, self));
}

static void echo_sync(worker *self)
{
    my_timer_echo_response reply = {0};
    self->is_right =
        my_timer_echo_sync(self->timer, &ECHO, &reply) == MY_TIMER_OK && reply.echoed[0] == MESSAGE[0];
    my_timer_echo_response_free(&reply);
}

static void echo_cbor(worker *self)
{
    await_answer(self, my_timer_echo_cbor(self->timer, ECHO_CBOR, sizeof ECHO_CBOR, on_echo_cbor, self));
}

static void echo_cpp(worker *self)
{
    self->is_right = wrapped_echo(self->wrapped);
}

static const workload WORKLOADS[] = {
    {"baseline", baseline_},        {"version", version},   {"version_sync", version_sync},
    {"version_cbor", version_cbor}, {"echo", echo},         {"echo_sync", echo_sync},
    {"echo_cbor", echo_cbor},       {"echo_cpp", echo_cpp}, {"hop", thread_hop},
};

const workload *workload_find(const char *name)
{
    for (size_t i = 0; i < sizeof WORKLOADS / sizeof *WORKLOADS; i++) {
        if (strcmp(WORKLOADS[i].name, name) == 0)
            return &WORKLOADS[i];
    }
    return NULL;
}

void workload_list(void)
{
    for (size_t i = 0; i < sizeof WORKLOADS / sizeof *WORKLOADS; i++)
        fprintf(stderr, "  %s\n", WORKLOADS[i].name);
}
