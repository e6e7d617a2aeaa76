/* Threads, locks and a clock: POSIX threads or Windows, behind one set of names. */
#ifndef EXAMPLES_THREAD_H
#define EXAMPLES_THREAD_H

#include <stdbool.h>
#include <stdint.h>

#ifdef _WIN32
#include <process.h>
#include <winsock2.h> /* before windows.h, which brings winsock 1 */

#include <windows.h>

typedef SRWLOCK thread_mutex;
typedef CONDITION_VARIABLE thread_condition;
typedef HANDLE thread_handle;
#define THREAD_MAIN(name, argument) static unsigned __stdcall name(void *argument)
typedef unsigned(__stdcall *thread_main)(void *);
#else
#include <pthread.h>
#include <time.h>

#ifndef CLOCK_MONOTONIC
#error "with -std=c11 define _DEFAULT_SOURCE before the first #include"
#endif

typedef pthread_mutex_t thread_mutex;
typedef pthread_cond_t thread_condition;
typedef pthread_t thread_handle;
#define THREAD_MAIN(name, argument) static void *name(void *argument)
typedef void *(*thread_main)(void *);
#endif

/** Milliseconds of a clock that never goes back. */
static inline int64_t thread_now_ms(void)
{
#ifdef _WIN32
    return (int64_t)GetTickCount64();
#else
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
#endif
}

static inline void thread_mutex_init(thread_mutex *mutex)
{
#ifdef _WIN32
    InitializeSRWLock(mutex);
#else
    pthread_mutex_init(mutex, NULL);
#endif
}

static inline void thread_mutex_destroy(thread_mutex *mutex)
{
#ifdef _WIN32
    (void)mutex;
#else
    pthread_mutex_destroy(mutex);
#endif
}

static inline void thread_mutex_lock(thread_mutex *mutex)
{
#ifdef _WIN32
    AcquireSRWLockExclusive(mutex);
#else
    pthread_mutex_lock(mutex);
#endif
}

static inline void thread_mutex_unlock(thread_mutex *mutex)
{
#ifdef _WIN32
    ReleaseSRWLockExclusive(mutex);
#else
    pthread_mutex_unlock(mutex);
#endif
}

static inline void thread_condition_init(thread_condition *condition)
{
#ifdef _WIN32
    InitializeConditionVariable(condition);
#elif defined(__APPLE__)
    pthread_cond_init(condition, NULL);
#else
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
#endif
}

static inline void thread_condition_destroy(thread_condition *condition)
{
#ifdef _WIN32
    (void)condition;
#else
    pthread_cond_destroy(condition);
#endif
}

/** Wakes every thread that waits. */
static inline void thread_condition_signal(thread_condition *condition)
{
#ifdef _WIN32
    WakeAllConditionVariable(condition);
#else
    pthread_cond_broadcast(condition);
#endif
}

/** Waits, with the mutex held, for a signal, and may wake without one; false once `deadline` has passed.
 * INT64_MAX is a deadline that never comes. */
static inline bool thread_condition_wait(thread_condition *condition, thread_mutex *mutex, int64_t deadline)
{
    int64_t left = deadline - thread_now_ms();
    if (left <= 0)
        return false;
#ifdef _WIN32
    SleepConditionVariableSRW(condition, mutex, left < INFINITE ? (DWORD)left : INFINITE, 0);
#else
    struct timespec until;
    if (deadline == INT64_MAX) {
        pthread_cond_wait(condition, mutex);
        return true;
    }
#ifdef __APPLE__
    until = (struct timespec){(time_t)(left / 1000), (long)(left % 1000) * 1000000};
    pthread_cond_timedwait_relative_np(condition, mutex, &until);
#else
    until = (struct timespec){(time_t)(deadline / 1000), (long)(deadline % 1000) * 1000000};
    pthread_cond_timedwait(condition, mutex, &until);
#endif
#endif
    return true;
}

/** Starts THREAD_MAIN(run, argument), to be joined; false if the system has no thread left. */
static inline bool thread_start(thread_handle *thread, thread_main run, void *argument)
{
#ifdef _WIN32
    *thread = (HANDLE)_beginthreadex(NULL, 0, run, argument, 0, NULL);
    return *thread != NULL;
#else
    return pthread_create(thread, NULL, run, argument) == 0;
#endif
}

/** Waits for a thread's end and releases it. */
static inline void thread_join(thread_handle thread)
{
#ifdef _WIN32
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
#else
    pthread_join(thread, NULL);
#endif
}

#endif
