// Throws inside a callback or a listener. That ends the program, because C cannot propagate the exception.
#include <cstdio>
#include <cstdlib>
#include <fixtures.hpp>
#include <string_view>

namespace fx = twofold::fixtures;

static void say_why()
{
    try {
        std::rethrow_exception(std::current_exception());
    } catch (const std::exception &error) {
        std::printf("terminated: %s\n", error.what());
        std::fflush(stdout);
    }
    std::_Exit(3);
}

int main(int argc, char **argv)
{
    const std::string_view where = argc == 2 ? argv[1] : "";
    std::set_terminate(say_why);
    auto context = fx::Fixtures::create();
    if (where == "listener") {
        const auto tick = context.on_tick([] { throw std::runtime_error{"from a listener"}; });
        context.raise_all();
        // The listener may run on another thread. The end of the subscription waits for it.
    } else if (where == "callback") {
        context.touch_async([](fx::Outcome<void>) { throw std::runtime_error{"from a callback"}; });
    } else if (where == "log") {
        fx::set_log(fx::LogLevel::Error,
                    [](fx::LogLevel, std::string_view) { throw std::runtime_error{"from a log"}; });
        context.crash_async([](const fx::Outcome<std::int32_t> &) {});
        // Delivers the queued lines first.
        fx::unset_log();
    } else {
        std::fprintf(stderr, "usage: throwing_cpp listener|callback|log\n");
        return 2;
    }
    std::printf("went on\n");
    return 0;
}
