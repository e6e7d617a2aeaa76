#include "handlers.h"

#include <string.h>

static volatile sig_atomic_t handled;

static void handle(int signal)
{
    handled = signal;
}

static bool can_be_handled(int signal)
{
    return signal != SIGKILL && signal != SIGSTOP;
}

static bool is_as_installed(int signal)
{
    struct sigaction now;
    return sigaction(signal, NULL, &now) == 0 && now.sa_handler == handle &&
           (now.sa_flags & SA_RESTART) != 0 && sigismember(&now.sa_mask, SIGUSR2) == 1;
}

bool is_taken(int signal)
{
    return signal == SIGSEGV || signal == SIGFPE || signal == SIGPIPE;
}

void install(int signal)
{
    struct sigaction mine;
    memset(&mine, 0, sizeof mine);
    mine.sa_handler = handle;
    mine.sa_flags = SA_RESTART;
    sigaddset(&mine.sa_mask, SIGUSR2);
    sigaction(signal, &mine, NULL);
}

void install_all(void)
{
    int signal;
    for (signal = 1; signal <= LAST_NAMED; signal++) {
        if (can_be_handled(signal))
            install(signal);
    }
}

bool has_handler(int signal, void (*handler)(int))
{
    struct sigaction now;
    return sigaction(signal, NULL, &now) == 0 && now.sa_handler == handler;
}

bool are_as_installed(void)
{
    int signal;
    bool are_all = true;
    for (signal = 1; signal <= LAST_NAMED; signal++)
        are_all = are_all && (!can_be_handled(signal) || is_taken(signal) || is_as_installed(signal));
    return are_all;
}

bool reaches_host(int signal)
{
    handled = 0;
    return is_as_installed(signal) && raise(signal) == 0 && handled == signal;
}

bool has_handled(void)
{
    const bool has = handled != 0;
    handled = 0;
    return has;
}
