// Lambdas as listeners, and the subscriptions that own them.
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "checks.hpp"

namespace
{

/* A counter that a thread can wait for. */
class Heard
{
  public:
    void once()
    {
        const std::lock_guard<std::mutex> lock{mutex_};
        count_++;
        changed_.notify_all();
    }

    bool times(int count)
    {
        std::unique_lock<std::mutex> lock{mutex_};
        return changed_.wait_for(lock, std::chrono::seconds{20}, [&] { return count_ >= count; });
    }

    int count()
    {
        const std::lock_guard<std::mutex> lock{mutex_};
        return count_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int count_ = 0;
};

} // namespace

void check_events(fx::Fixtures &context)
{
    Heard ticks, numbers, labels, everything;
    std::atomic<bool> all_right{true};
    {
        auto tick = context.on_tick([&] { ticks.once(); });
        const auto number = context.on_count([&](std::int32_t value) {
            all_right = all_right && value == 7;
            numbers.once();
        });
        const auto label = context.on_label([&](const fx::Label &value) {
            all_right = all_right && value.text == "seven";
            labels.once();
        });
        const auto all =
            context.on_everything([&](bool flag, std::int8_t small, std::uint64_t large, double real,
                                      std::string_view text, const std::vector<std::uint8_t> &data,
                                      std::optional<fx::Color> color, const fx::Point &point) {
                all_right = all_right && flag && small == -8 && large == UINT64_MAX && real > 0.4 &&
                            text == "text" && data == std::vector<std::uint8_t>{1, 2} &&
                            color == fx::Color::DarkGreen && same(point, {1, 2});
                everything.once();
            });

        context.raise_all();
        HOLDS("on_tick", ticks.times(1));
        HOLDS("on_count", numbers.times(1));
        HOLDS("on_label", labels.times(1));
        HOLDS("on_everything", everything.times(1));
        HOLDS("every event carries what was raised", all_right);
        HOLDS("nothing was lost", tick.lost() == 0);

        tick.remove();
        context.raise_all();
        HOLDS("the other listeners receive the second event",
              numbers.times(2) && labels.times(2) && everything.times(2));
        HOLDS("the removed listener does not", ticks.count() == 1);
        HOLDS("a removed listener has no count of lost events",
              throws(fx::Status::InvalidArgument, "listener", [&] { tick.lost(); }));
    }
    context.raise_all();
    HOLDS("a destroyed subscription receives nothing",
          numbers.count() == 2 && labels.count() == 2 && everything.count() == 2);
}

void check_subscriptions()
{
    Heard first, second, suicide;
    auto context = std::make_optional(fx::Fixtures::create());
    auto kept = context->on_tick([&] { first.once(); });
    kept = context->on_tick([&] { second.once(); });
    auto moved = std::move(kept);
    kept.remove();
    context->raise_all();
    HOLDS("an assignment to a subscription ends its old listener", second.times(1) && first.count() == 0);

    auto own = std::make_shared<fx::Subscription>();
    const std::weak_ptr<fx::Subscription> gone = own;
    *own = context->on_tick([&suicide, own]() mutable {
        own->remove();
        own.reset();
        suicide.once();
    });
    own.reset();
    context->raise_all();
    HOLDS("a listener can end its own subscription", suicide.times(1));
    context->raise_all();
    HOLDS("and does not run again", second.times(3) && suicide.count() == 1 && gone.expired());

    context.reset();
    moved.remove();
    HOLDS("a subscription can outlive the object", second.count() == 3);
}
