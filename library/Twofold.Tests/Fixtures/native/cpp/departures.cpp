// Threads whose thread_local objects call the library when they are destroyed: departures_cpp [THREADS]
#include <atomic>
#include <cstdlib>
#include <thread>
#include <vector>

#include <my_timer.h>

#include "../check.h"

namespace
{

constexpr int at_once = 16;
my_timer *s_timer;
std::atomic<int> s_answered{0};

void call()
{
    char *version = nullptr;
    if (my_timer_version_sync(s_timer, &version) == MY_TIMER_OK)
        ++s_answered;
    my_timer_string_free(version);
}

// Destroyed after the objects that were made later.
struct caller {
    explicit caller(bool calls)
    {
        if (calls)
            call();
    }
    caller(const caller &) = delete;
    caller &operator=(const caller &) = delete;
    ~caller()
    {
        call();
    }
};

// One that exists before the thread's first call, one whose constructor makes it, one that comes after.
void visit()
{
    thread_local const caller before(false);
    thread_local const caller first(true);
    thread_local const caller after(false);
}

} // namespace

int main(int argc, char **argv)
{
    const my_timer_config config = {"host"};
    const int threads = (argc > 1 ? std::atoi(argv[1]) : 10000) / at_once * at_once;

    if (!CHECK("a timer", my_timer_create_sync(&config, &s_timer) == MY_TIMER_OK))
        return check_summary();
    for (int done = 0; done < threads; done += at_once) {
        std::vector<std::thread> running;
        for (int i = 0; i < at_once; i++)
            running.emplace_back(visit);
        for (std::thread &thread : running)
            thread.join();
    }
    CHECK("every call is answered", threads > 0 && s_answered == threads * 4);
    CHECK("the timer can be destroyed", my_timer_destroy(s_timer) == MY_TIMER_OK);
    return check_summary();
}
