// Methods that detect overlapping calls.
#include "checks.hpp"

void check_turnstile(fx::Fixtures &context)
{
    std::promise<std::int64_t> passed;
    auto first = context.on_passed([&, is_first = true](std::int64_t count) mutable {
        if (std::exchange(is_first, false))
            passed.set_value(count);
    });
    HOLDS("pass", context.pass() == 1);
    auto heard = passed.get_future();
    HOLDS("on_passed", comes(heard) && heard.get() == 1);
    first.remove();
    HOLDS("pass_twice", context.pass_twice() == 3);

    auto occupied = std::async(std::launch::async, [&] { context.occupy(); });
    while (fx::Fixtures::count_occupied() == 0 && !comes(occupied, std::chrono::milliseconds{0}))
        std::this_thread::yield();
    HOLDS("another thread runs a method", fx::Fixtures::count_occupied() == 1);
    auto queued = context.pass_async();
    HOLDS("a call waits until that method has returned", !comes(queued, std::chrono::milliseconds{0}));
    fx::Fixtures::vacate();
    HOLDS("occupy and vacate", comes(occupied) && comes(queued) && queued.get() == 4);
    HOLDS("count_collisions", context.count_collisions() == 0);

    std::future<void> staying;
    {
        auto other = fx::Fixtures::create();
        staying = other.pass_and_stay_async();
        HOLDS("pass_and_stay stays", !comes(staying, std::chrono::milliseconds{0}));
    }
    HOLDS("a call is cancelled when its object is destroyed",
          comes(staying, std::chrono::milliseconds{0}) &&
              throws(fx::Status::Cancelled, "", [&] { staying.get(); }));
    HOLDS("so is a blocking call", throws(fx::Status::Cancelled, "", [] {
              auto other = std::make_optional(fx::Fixtures::create());
              const auto end = other->on_passed([&](std::int64_t) { other.reset(); });
              other->pass_and_stay();
          }));
}
