/*
 * The end of a thread of the host. The runtime detaches it in the destructor of a pthread key, and ends the
 * process if the thread calls again, from a destructor that runs later. This file makes that destructor the
 * last one of its round, and refuses calls that come after it. A call of an attached thread does not run
 * through it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define INVALID_HANDLE 5
#define MAX_FRAMES 16
#define RETURN_REGISTER 0 /* rax, x0 */

static const char s_explanation[] = "this thread has ended: it can no longer call the library";

/* The runtime's own functions. If one is missing in a later runtime, the library does not link. */
void runtime_detach(void *thread) __asm__("_Z21RuntimeThreadShutdownPv");
void runtime_attach(void *thread, void *frame) __asm__(
    "_ZN6Thread32ReversePInvokeAttachOrTrapThreadEP19ReversePInvokeFrame");
int __real_pthread_key_create(pthread_key_t *key, void (*destructor)(void *));

/* The runtime's unwinder (LLVM's libunwind.h); the sizes are upper bounds for every processor. */
typedef struct unwind_state {
    uint64_t words[256];
} unwind_state;
int __unw_getcontext(unwind_state *context);
int __unw_init_local(unwind_state *cursor, unwind_state *context);
int __unw_step(unwind_state *cursor);
int __unw_get_proc_info(unwind_state *cursor, unwind_state *procedure);
int __unw_set_reg(unwind_state *cursor, int number, size_t value);
int __unw_resume(unwind_state *cursor);

static _Thread_local bool t_is_detached;

static void detach(void *thread)
{
    runtime_detach(thread);
    t_is_detached = true;
}

/* Destructors run in the order of their keys: takes a late one, so that a thread that attaches in a
 * destructor is still detached. */
static int create_late_key(pthread_key_t *key, void (*destructor)(void *))
{
    pthread_key_t taken[PTHREAD_KEYS_MAX];
    pthread_key_t latest = 0;
    int count = 0;
    int error = 0;

    /* All but the last one, so that there is always a key left for the host. */
    while (count < PTHREAD_KEYS_MAX && latest < PTHREAD_KEYS_MAX - 2) {
        error = __real_pthread_key_create(&taken[count], destructor);
        if (error != 0)
            break;
        if (taken[count] > latest)
            latest = taken[count];
        count++;
    }
    if (count == 0)
        return error;

    for (int i = 0; i < count; i++) {
        if (taken[i] != latest)
            pthread_key_delete(taken[i]);
    }
    *key = latest;
    return 0;
}

int __wrap_pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
    return destructor == runtime_detach ? create_late_key(key, detach)
                                        : __real_pthread_key_create(key, destructor);
}

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text);
    const size_t end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* What an export returns instead: most return a status. */
static size_t refusal_of(const char *export)
{
    if (ends_with(export, "_last_error"))
        return (size_t)s_explanation;
    if (ends_with(export, "_status_name"))
        return (size_t) "INVALID_HANDLE";
    return ends_with(export, "_server_address") ? 0 : INVALID_HANDLE;
}

/* Returns from the export that is about to attach the thread, straight to its caller. Returns here if there
 * is none. */
static void leave_export(void)
{
    unwind_state context, cursor, procedure;
    Dl_info symbol;

    __unw_getcontext(&context);
    if (__unw_init_local(&cursor, &context) != 0)
        return;
    for (int i = 0; i < MAX_FRAMES; i++) {
        if (__unw_get_proc_info(&cursor, &procedure) != 0)
            return;
        const size_t start = procedure.words[0];
        const bool is_export =
            dladdr((void *)start, &symbol) != 0 && symbol.dli_sname && (size_t)symbol.dli_saddr == start;
        /* 0 if nothing describes the caller's own frame; its registers are restored nevertheless. */
        if (__unw_step(&cursor) < 0)
            return;
        if (is_export) {
            __unw_set_reg(&cursor, RETURN_REGISTER, refusal_of(symbol.dli_sname));
            __unw_resume(&cursor);
        }
    }
}

/* Where an export enters managed code, as the compiler lays it out. */
typedef struct entry {
    void *previous_frame;
    void *thread;
} entry;

/* Replaces the runtime's: called by an export whose thread is not attached, or has to wait for the collector.
 */
void RhpReversePInvokeAttachOrTrapThread2(entry *entry)
{
    if (t_is_detached)
        leave_export();
    runtime_attach(entry->thread, entry);
}
