/* A host that handles signals itself. The library replaces only the handlers that docs/c-abi.md lists. */
#include <pthread.h>
#include <string.h>

#include "check.h"
#include "handlers.h"
#include "work.h"

static void check_without_handlers(void)
{
    struct sigaction before[NSIG];
    int number, changed = 0, taken = 0, realtime = 0;

    /* A sanitizer or the parent may have changed handlers before the library is loaded. */
    signal(SIGPIPE, SIG_DFL);
    memset(before, 0, sizeof before);
    for (number = 1; number < NSIG; number++)
        sigaction(number, NULL, &before[number]);
    CHECK("the library works in a host without handlers", work());
    for (number = 1; number <= LAST_NAMED; number++) {
        if (has_handler(number, before[number].sa_handler))
            continue;
        changed++;
        taken += is_taken(number) ? 1 : 0;
    }
    for (number = SIGRTMIN; number <= SIGRTMAX; number++)
        realtime += has_handler(number, before[number].sa_handler) ? 0 : 1;
    CHECK("it handles SIGSEGV, SIGFPE and SIGPIPE", taken == 3);
    CHECK("it handles no other signal that has a name", changed == taken);
    CHECK("SIGPIPE is ignored", has_handler(SIGPIPE, SIG_IGN));
    CHECK("it handles one realtime signal", realtime == 1);
}

static void check_with_handlers(void)
{
    sigset_t before, after;
    int signal;
    bool is_same_mask = true;

    install_all();
    sigemptyset(&before);
    sigaddset(&before, SIGUSR1);
    pthread_sigmask(SIG_SETMASK, &before, NULL);

    CHECK("the library works in a host with handlers for everything", work());
    CHECK("the host's other handlers are unchanged", are_as_installed());
    CHECK("the host's handler of SIGPIPE is replaced", has_handler(SIGPIPE, SIG_IGN));
    install(SIGPIPE);
    CHECK("a handler that is installed later is kept", work() && reaches_host(SIGPIPE));

    pthread_sigmask(SIG_SETMASK, NULL, &after);
    for (signal = 1; signal <= LAST_NAMED; signal++)
        is_same_mask = is_same_mask && sigismember(&after, signal) == sigismember(&before, signal);
    CHECK("the signal mask of the thread is unchanged", is_same_mask);
    CHECK("SIGINT reaches the host", reaches_host(SIGINT));
    CHECK("SIGTERM reaches the host", reaches_host(SIGTERM));
    CHECK("SIGCHLD reaches the host", reaches_host(SIGCHLD));
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "handlers") == 0)
        check_with_handlers();
    else
        check_without_handlers();
    return check_summary();
}
