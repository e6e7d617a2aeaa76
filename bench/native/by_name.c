/*
 * Calls any library that has the constructor and the echo of my_timer, possibly with other names. Usage:
 *   by_name LIBRARY PREFIX call METHOD MILLISECONDS    calls it within the process, as CBOR, by its name
 *   by_name LIBRARY PREFIX serve ADDRESS               serves it
 * The first prints one line of JSON; timed.h says how its calls are timed.
 */
#include <dlfcn.h>
#include <my_timer_cbor.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "echo_cbor.h"
#include "timed.h"

enum {
    NAME_SIZE = 256,
    WARM_UP = 2000
};

/* These functions are the same in every library except for the prefix. */
typedef my_timer_status create_function(const my_timer_config *, my_timer **);
typedef my_timer_status destroy_function(my_timer *);
typedef my_timer_status serve_function(my_timer *, const my_timer_server_options *);
typedef my_timer_status call_function(my_timer *, const char *, size_t, const uint8_t *, size_t,
                                      my_timer_cbor_callback, void *);
typedef const char *last_error_function(void);

typedef struct callee {
    call_function *call;
    my_timer *timer;
    const char *method;
    size_t method_size;
    int is_right;
} callee;

static void *library;
static const char *prefix;

/* In POSIX, an object pointer can point to a function, but C does not allow the cast. */
static void find(const char *function, void *pointer)
{
    char name[NAME_SIZE];
    void *symbol;
    snprintf(name, sizeof name, "%s_%s", prefix, function);
    symbol = dlsym(library, name);
    if (symbol == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }
    memcpy(pointer, &symbol, sizeof symbol);
}

static void on_reply(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    (void)body;
    ((callee *)user_data)->is_right = status == MY_TIMER_OK && size == ECHO_REPLY_SIZE;
}

static void call(void *argument)
{
    callee *c = argument;
    c->is_right = 0;
    if (c->call(c->timer, c->method, c->method_size, ECHO_CBOR, sizeof ECHO_CBOR, on_reply, c) !=
            MY_TIMER_OK ||
        !c->is_right) {
        fprintf(stderr, "%s: the answer is not the expected one\n", c->method);
        exit(1);
    }
}

static int time_calls(callee *c, uint64_t duration)
{
    histogram *latency = calloc(1, sizeof *latency);
    uint64_t cpu;
    timed t;
    if (latency == NULL)
        return 0;
    find("call_cbor", &c->call);
    for (int i = 0; i < WARM_UP; i++)
        call(c);
    cpu = clock_cpu();
    t = timed_together(call, c, duration);
    cpu = clock_cpu() - cpu;
    timed_one_by_one(call, c, duration, latency);
    timed_print(t, cpu, latency);
    free(latency);
    return 1;
}

static int serve(my_timer *timer, const char *address)
{
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    serve_function *serve_until_signal;
    find("serve", &serve_until_signal);
    options.address = address;
    return serve_until_signal(timer, &options) == MY_TIMER_OK;
}

int main(int argc, char **argv)
{
    const my_timer_config config = {.name = "bench"};
    create_function *create;
    destroy_function *destroy;
    last_error_function *last_error;
    my_timer *timer = NULL;
    int is_served = argc == 5 && strcmp(argv[3], "serve") == 0, is_done;

    if (!is_served && (argc != 6 || strcmp(argv[3], "call") != 0)) {
        fprintf(stderr, "usage: %s LIBRARY PREFIX call METHOD MILLISECONDS | LIBRARY PREFIX serve ADDRESS\n",
                argv[0]);
        return 2;
    }
    prefix = argv[2];
    library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    find("create_sync", &create);
    find("destroy", &destroy);
    find("last_error", &last_error);
    is_done = create(&config, &timer) == MY_TIMER_OK;
    if (is_done && is_served)
        is_done = serve(timer, argv[4]);
    else if (is_done) {
        callee c = {.timer = timer, .method = argv[4], .method_size = strlen(argv[4])};
        is_done = time_calls(&c, strtoull(argv[5], NULL, 10) * 1000000u);
    }
    if (!is_done)
        fprintf(stderr, "%s\n", last_error());
    if (timer != NULL)
        (void)destroy(timer);
    return is_done ? 0 : 1;
}
