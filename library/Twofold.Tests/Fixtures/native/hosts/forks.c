/* A host that forks before its first call, and that forks and executes a program after it. */
#include <my_timer.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static bool call(void)
{
    const my_timer_config config = {"fork"};
    const my_timer_echo_request request = {"hello", 1};
    my_timer_echo_response reply = {0};
    my_timer *timer = NULL;
    bool is_fine = false;
    if (my_timer_create_sync(&config, &timer) == MY_TIMER_OK) {
        is_fine =
            my_timer_echo_sync(timer, &request, &reply) == MY_TIMER_OK && same_text(reply.echoed, "hello");
        my_timer_echo_response_free(&reply);
        is_fine = my_timer_destroy(timer) == MY_TIMER_OK && is_fine;
    }
    return is_fine;
}

static bool has_succeeded(pid_t child)
{
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(int argc, char **argv)
{
    pid_t child;
    if (argc > 1 && strcmp(argv[1], "executed") == 0)
        return call() ? 0 : 1;

    fflush(stdout);
    child = fork();
    if (child == 0)
        _exit(call() ? 0 : 1);
    CHECK("a child that was forked before the first call can make calls", has_succeeded(child));
    CHECK("so can the parent", call());

    fflush(stdout);
    child = fork();
    if (child == 0) {
        execl(argv[0], argv[0], "executed", (char *)NULL);
        _exit(1);
    }
    CHECK("a child that was forked after it can execute a program that makes calls", has_succeeded(child));

    fflush(stdout);
    child = fork();
    if (child == 0)
        _exit(0);
    CHECK("a child that makes no calls can exit", has_succeeded(child));
    CHECK("the parent can still make calls", call());
    return check_summary();
}
