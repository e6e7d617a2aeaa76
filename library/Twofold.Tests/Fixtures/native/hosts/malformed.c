/*
 * Calls the exports that take CBOR with bad CBOR: malformed CHANGES FILE. A line of the file is "HANDLE
 * FUNCTION METHOD REQUEST": the object to call ("-" for none), the name of the function, the method if it is
 * an argument ("-" if not), and a valid request in hexadecimal. Every call must be answered exactly once,
 * with a status and a text.
 */
#include <dlfcn.h>
#include <fixtures.h>
#include <my_timer.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "corpus.h"
#include "latch.h"
#include "utf8.h"

#define SEED 20260101

/* Both libraries use the same numbers for statuses. */
typedef int32_t status;
typedef void callback(status status, const uint8_t *body, size_t size, void *user_data);
typedef status static_function(const uint8_t *request, size_t size, callback *callback, void *user_data);
typedef status method_function(void *handle, const uint8_t *request, size_t size, callback *callback,
                               void *user_data);
typedef status call_function(void *handle, const char *method, size_t method_size, const uint8_t *request,
                             size_t size, callback *callback, void *user_data);

/* The objects that receive the requests of a line. The objects of the other library are NULL. */
typedef struct objects {
    my_timer *timer;
    fixtures *context;
    fixtures_session *session;
} objects;

/* The function that receives the requests of a line, and the number of outcomes. */
typedef struct target {
    union {
        void *symbol;
        static_function *of_nobody;
        method_function *of_handle;
        call_function *by_name;
    } function;
    void *handle;
    const char *method;
    const char *(*last_error)(void);
    latch answered;
    int accepted;
    int refused;
    int wrong;
} target;

/* How one call was answered: by its status, or by its callback. */
typedef struct answer {
    target *target;
    atomic_int count;
    bool is_wrong;
} answer;

static bool open_objects(objects *objects, bool is_timer)
{
    const my_timer_config config = {"malformed"};
    if (is_timer)
        return my_timer_create_sync(&config, &objects->timer) == MY_TIMER_OK;
    return fixtures_create_sync(&objects->context) == FIXTURES_OK &&
           fixtures_open_session_sync(objects->context, "session", &objects->session) == FIXTURES_OK;
}

/* Ends the calls that still run. */
static void close_objects(const objects *objects)
{
    if (objects->timer != NULL)
        my_timer_destroy(objects->timer);
    if (objects->session != NULL)
        fixtures_session_release(objects->session);
    if (objects->context != NULL)
        fixtures_destroy(objects->context);
}

static bool find_handle(const objects *objects, const char *type, target *target)
{
    target->handle = strcmp(type, "my_timer") == 0           ? (void *)objects->timer
                     : strcmp(type, "fixtures") == 0         ? (void *)objects->context
                     : strcmp(type, "fixtures_session") == 0 ? (void *)objects->session
                                                             : NULL;
    return target->handle != NULL || strcmp(type, "-") == 0;
}

static status call(const target *target, const uint8_t *request, size_t size, callback *callback,
                   void *user_data)
{
    if (target->handle == NULL)
        return target->function.of_nobody(request, size, callback, user_data);
    if (target->method == NULL)
        return target->function.of_handle(target->handle, request, size, callback, user_data);
    return target->function.by_name(target->handle, target->method, strlen(target->method), request, size,
                                    callback, user_data);
}

static void take_answer(status status, const uint8_t *body, size_t size, void *user_data)
{
    answer *answer = user_data;
    answer->is_wrong = body == NULL || size == 0 || (status != MY_TIMER_OK && !is_utf8(body, size));
    atomic_fetch_add(&answer->count, 1);
    latch_signal(&answer->target->answered);
}

/* Calls with a heap buffer of exactly this size, so that sanitizers detect a read past its end. */
static status throw_at(target *target, const uint8_t *request, size_t size, answer *answer)
{
    uint8_t *borrowed = malloc(size == 0 ? 1 : size);
    const char *error;
    status status;

    if (borrowed == NULL)
        return MY_TIMER_INTERNAL;
    answer->target = target;
    memcpy(borrowed, request, size);
    status = call(target, borrowed, size, take_answer, answer);
    free(borrowed);
    if (status == MY_TIMER_OK) {
        target->accepted++;
        return status;
    }

    /* The status is the answer, so the callback must not run. */
    error = target->last_error();
    atomic_fetch_add(&answer->count, 1);
    target->refused++;
    target->wrong += error[0] == '\0' || !is_utf8((const uint8_t *)error, strlen(error)) ? 1 : 0;
    return status;
}

static bool refuses_what_is_no_bytes(const target *target)
{
    static const uint8_t bytes[] = {0xa0};
    return call(target, bytes, sizeof bytes, NULL, NULL) == MY_TIMER_MISSING_CALLBACK &&
           call(target, NULL, 1, take_answer, NULL) == MY_TIMER_INVALID_ARGUMENT &&
           strcmp(target->last_error(), "request: NULL, though its size is 1") == 0 &&
           call(target, bytes, SIZE_MAX, take_answer, NULL) == MY_TIMER_INVALID_ARGUMENT &&
           strncmp(target->last_error(), "request: a size of ", 19) == 0 &&
           call(target, NULL, SIZE_MAX, take_answer, NULL) == MY_TIMER_INVALID_ARGUMENT &&
           call(target, NULL, 0, take_answer, NULL) == MY_TIMER_INVALID_ARGUMENT;
}

/* The valid request is accepted. A malformed or truncated one is an invalid argument, for every method. */
static size_t throw_malformed(target *target, const uint8_t *request, size_t size, answer *answers)
{
    uint8_t bytes[LONGEST_CHANGED];
    size_t i, count = 0;
    target->wrong += throw_at(target, request, size, &answers[count++]) == MY_TIMER_OK ? 0 : 1;
    for (i = 0; i < malformed_count(); i++, count++)
        target->wrong +=
            throw_at(target, bytes, malformed(i, bytes), &answers[count]) == MY_TIMER_INVALID_ARGUMENT ? 0
                                                                                                       : 1;
    for (i = 0; i < size; i++, count++)
        target->wrong += throw_at(target, request, i, &answers[count]) == MY_TIMER_INVALID_ARGUMENT ? 0 : 1;
    return count;
}

/* Sends all requests and returns the number of calls, or 0 if one had a wrong answer. */
static size_t attack(const char *type, const char *symbol, const char *method, const uint8_t *request,
                     size_t size, size_t changes)
{
    const bool is_timer = strncmp(symbol, "my_timer_", 9) == 0;
    answer *answers = calloc(1 + malformed_count() + size + changes, sizeof *answers);
    void *program = dlopen(NULL, RTLD_NOW);
    uint8_t bytes[LONGEST_CHANGED];
    uint64_t state = SEED;
    objects objects = {NULL, NULL, NULL};
    target target = {0};
    size_t i, count = 0;

    latch_init(&target.answered);
    target.function.symbol = program == NULL ? NULL : dlsym(program, symbol);
    target.method = strcmp(method, "-") == 0 ? NULL : method;
    target.last_error = is_timer ? my_timer_last_error : fixtures_last_error;
    if (answers == NULL || target.function.symbol == NULL || !open_objects(&objects, is_timer) ||
        !find_handle(&objects, type, &target))
        goto cleanup;

    target.wrong = refuses_what_is_no_bytes(&target) ? 0 : 1;
    count = throw_malformed(&target, request, size, answers);
    for (i = 0; i < changes; i++, count++)
        throw_at(&target, bytes, change(request, size, bytes, &state), &answers[count]);

cleanup:
    /* Destroy ends the calls of an object, but calls of static methods run until they return. */
    if (target.handle == NULL)
        target.wrong += latch_wait(&target.answered, target.accepted) ? 0 : 1;
    close_objects(&objects);
    for (i = 0; i < count; i++)
        target.wrong += atomic_load(&answers[i].count) != 1 || answers[i].is_wrong ? 1 : 0;
    if (target.wrong > 0)
        printf("%s: %d refused, %d accepted, %d wrong\n", symbol, target.refused, target.accepted,
               target.wrong);
    free(answers);
    if (program != NULL)
        dlclose(program);
    return target.wrong == 0 ? count : 0;
}

int main(int argc, char **argv)
{
    char line[2 * LONGEST_REQUEST + 512], type[64], symbol[128], method[128], hex[2 * LONGEST_REQUEST + 1];
    uint8_t request[LONGEST_CHANGED];
    FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;
    size_t size, count, calls = 0;

    if (file == NULL) {
        fprintf(stderr, "usage: malformed CHANGES FILE\n");
        return 2;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        size = sscanf(line, "%63s %127s %127s %2048s", type, symbol, method, hex) == 4
                   ? from_hex(hex, request)
                   : 0;
        count = size == 0 ? 0 : attack(type, symbol, method, request, size, strtoul(argv[1], NULL, 10));
        CHECK(symbol, count > 0);
        calls += count;
    }
    fclose(file);
    printf("%zu calls\n", calls);
    return check_summary();
}
