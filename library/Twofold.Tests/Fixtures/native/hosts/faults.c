/* A host that installed its own fault handlers before it loaded the library. */
#include <my_timer.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "check.h"

static _Thread_local sigjmp_buf way_out;
static volatile sig_atomic_t handled;
static int *forbidden;

static void handle(int signal, siginfo_t *info, void *context)
{
    (void)context;
    if (signal == SIGSEGV && info->si_addr != (void *)forbidden)
        return;
    handled = signal;
    siglongjmp(way_out, 1);
}

static bool write_where_it_must_not(void)
{
    handled = 0;
    if (sigsetjmp(way_out, 1) == 0)
        *(volatile int *)forbidden = 1;
    return handled == SIGSEGV;
}

static bool divide_by_zero(void)
{
    handled = 0;
    if (sigsetjmp(way_out, 1) == 0)
        raise(SIGFPE);
    return handled == SIGFPE;
}

static void *fault_on_a_thread(void *outcome)
{
    *(bool *)outcome = write_where_it_must_not();
    return NULL;
}

static void fault_in_callback(my_timer_status status, const char *reply, const char *error, void *outcome)
{
    (void)status, (void)reply, (void)error;
    *(bool *)outcome = write_where_it_must_not();
}

static bool answers(my_timer *timer)
{
    char *version = NULL;
    const bool is_answered = my_timer_version_sync(timer, &version) == MY_TIMER_OK;
    my_timer_string_free(version);
    return is_answered;
}

int main(void)
{
    const my_timer_config config = {"faults"};
    my_timer *timer = NULL;
    struct sigaction mine;
    pthread_t other;
    bool is_handled = false;

    memset(&mine, 0, sizeof mine);
    mine.sa_sigaction = handle;
    mine.sa_flags = SA_SIGINFO;
    sigaction(SIGSEGV, &mine, NULL);
    sigaction(SIGFPE, &mine, NULL);
    forbidden = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    CHECK("a timer", my_timer_create_sync(&config, &timer) == MY_TIMER_OK && answers(timer));
    CHECK("the host handles a fault on a thread that makes calls", write_where_it_must_not());
    CHECK("the library still answers", answers(timer));
    CHECK("the host handles SIGFPE", divide_by_zero());
    CHECK("the host handles a fault on a thread that never called the library",
          pthread_create(&other, NULL, fault_on_a_thread, &is_handled) == 0 &&
              pthread_join(other, NULL) == 0 && is_handled);
    is_handled = false;
    CHECK("the host handles a fault in a callback, which then continues",
          my_timer_version(timer, fault_in_callback, &is_handled) == MY_TIMER_OK && is_handled);
    CHECK("the library still answers after all of them", answers(timer));
    CHECK("the timer can be destroyed", my_timer_destroy(timer) == MY_TIMER_OK);
    return check_summary();
}
