/* How little stack a thread needs to call, and how deep callbacks may call: stacks [CALLS] */
#define _GNU_SOURCE
#include <my_timer.h>
#include <my_timer_cbor.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "check.h"

/* As documented. */
#define FIRST_CALL_KIB 64
#define CALL_KIB 32
#define NESTED_KIB 8192
#define NESTED_CALLS 10000

/* Below the stack, so that an overflow is a fault. */
#define GUARD_KIB 256
#define KIB 1024UL

/* Enough for several collections, which run on the thread whose call causes them. */
#define CALLS 20000

static my_timer *s_timer;
static int s_calls = CALLS;
static int s_answered;
static int s_depth;

static bool run_on_stack(size_t kib, void *(*run)(void *))
{
    char *const memory = mmap(NULL, (GUARD_KIB + kib) * KIB, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *const stack = memory + GUARD_KIB * KIB;
    pthread_attr_t attributes;
    pthread_t thread;
    void *outcome = NULL;

    if (memory == MAP_FAILED || mprotect(stack, kib * KIB, PROT_READ | PROT_WRITE) != 0)
        return false;
    pthread_attr_init(&attributes);
    if (pthread_attr_setstack(&attributes, stack, kib * KIB) != 0 ||
        pthread_create(&thread, &attributes, run, stack) != 0 || pthread_join(thread, &outcome) != 0)
        return false;
    pthread_attr_destroy(&attributes);
    munmap(memory, (GUARD_KIB + kib) * KIB);
    return outcome != NULL;
}

static void on_echo(my_timer_status status, const my_timer_echo_response *reply, const char *error,
                    void *user_data)
{
    (void)reply, (void)error, (void)user_data;
    s_answered += status == MY_TIMER_OK ? 1 : 0;
}

static void on_cbor(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    (void)body, (void)size, (void)user_data;
    s_answered += status == MY_TIMER_OK ? 1 : 0;
}

static void *first_call(void *succeeds)
{
    const my_timer_config config = {"host"};
    return my_timer_create_sync(&config, &s_timer) == MY_TIMER_OK ? succeeds : NULL;
}

/* Each form in place, one that fails, and one that waits. */
static void *all_forms(void *succeeds)
{
    const my_timer_echo_request request = {"hello", 0};
    const my_timer_echo_request delayed = {"hello", 1};
    const my_timer_echo_request refused = {"hello", MY_TIMER_MAX_DELAY_MS + 1};
    my_timer_cbor_writer writer = my_timer_cbor_writer_growable();
    my_timer_echo_response reply = {0};
    int expected = 0;

    my_timer_echo_cbor_request(&writer, &request);
    for (int i = 0; i < s_calls; i++) {
        if (my_timer_echo_sync(s_timer, &request, &reply) != MY_TIMER_OK)
            return NULL;
        my_timer_echo_response_free(&reply);
        if (my_timer_echo_sync(s_timer, &refused, &reply) != MY_TIMER_ERROR ||
            my_timer_echo(s_timer, &request, on_echo, NULL) != MY_TIMER_OK ||
            my_timer_echo_cbor(s_timer, writer.data, writer.size, on_cbor, NULL) != MY_TIMER_OK)
            return NULL;
        expected += 2;
    }
    my_timer_cbor_writer_free(&writer);
    if (my_timer_echo_sync(s_timer, &delayed, &reply) != MY_TIMER_OK)
        return NULL;
    my_timer_echo_response_free(&reply);
    return s_answered == expected ? succeeds : NULL;
}

static void on_version(my_timer_status status, const char *reply, const char *error, void *user_data)
{
    (void)status, (void)reply, (void)error;
    s_depth++;
    if (s_depth < NESTED_CALLS)
        my_timer_version(s_timer, on_version, user_data);
}

static void *nested_calls(void *succeeds)
{
    return my_timer_version(s_timer, on_version, NULL) == MY_TIMER_OK && s_depth == NESTED_CALLS ? succeeds
                                                                                                 : NULL;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        s_calls = atoi(argv[1]);
    CHECK("the first call of a process", run_on_stack(FIRST_CALL_KIB, first_call));
    CHECK("the other calls", s_calls > 0 && run_on_stack(CALL_KIB, all_forms));
    CHECK("calls inside callbacks", run_on_stack(NESTED_KIB, nested_calls));
    CHECK("the timer can be destroyed", my_timer_destroy(s_timer) == MY_TIMER_OK);
    return check_summary();
}
