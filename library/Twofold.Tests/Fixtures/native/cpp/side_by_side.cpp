// The wrappers of both libraries in one program.
#include <chrono>
#include <fixtures.hpp>
#include <my_timer.hpp>

#include "../check.h"

namespace fx = twofold::fixtures;
namespace mt = twofold::my_timer;

int main()
{
    auto context = fx::Fixtures::create();
    auto timer = std::make_optional(mt::MyTimer::create({"beside"}));
    CHECK("the fixture answers", context.add_later(40, 2) == 42);
    CHECK("the timer answers", timer->echo({"hello"}).timer_name == "beside");

    // This call is cancelled when the timer is destroyed.
    auto late = timer->echo_async({"late", mt::MyTimer::max_delay_ms});
    timer.reset();
    bool is_cancelled = false;
    try {
        if (late.wait_for(std::chrono::seconds{0}) == std::future_status::ready)
            late.get();
    } catch (const mt::Error &error) {
        is_cancelled = error.status() == mt::Status::Cancelled;
    } catch (const fx::Error &) {
        CHECK("each library has its own error type", false);
    }
    CHECK("destroying a timer ends its calls before it returns", is_cancelled);
    CHECK("the fixture still answers", context.add_later(1, 2) == 3);
    return check_summary();
}
