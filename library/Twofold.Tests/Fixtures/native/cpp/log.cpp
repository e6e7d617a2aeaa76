// Lambdas as callbacks of the log.
#include <atomic>

#include "checks.hpp"

namespace
{

/* The lines that a callback received. No lock is needed: lines come one at a time, and are read after the
 * callback is replaced. */
struct Lines {
    std::string text;
    int count = 0;

    fx::LogCallback keep()
    {
        return [this](fx::LogLevel level, std::string_view message) {
            text += std::to_string(static_cast<int>(level)) + " " + std::string{message} + "\n";
            count++;
        };
    }
};

void crash(fx::Fixtures &context)
{
    HOLDS("crash", throws(fx::Status::Internal, "broken", [&] { context.crash(); }));
}

} // namespace

void check_log(fx::Fixtures &context)
{
    Lines first, second;
    fx::set_log(fx::LogLevel::Error, first.keep());
    crash(context);
    fx::set_log(fx::LogLevel::Debug, second.keep());
    HOLDS("the log has the exception with its stack trace",
          first.count == 1 && first.text.find("1 ") == 0 &&
              first.text.find("InvalidOperationException: broken\n   at ") != std::string::npos);
    fx::Server(context, {"tcp:127.0.0.1:0"}).stop();
    fx::unset_log();
    HOLDS("another callback replaces the first, with its own level",
          first.count == 1 && second.text.find("3 ") != std::string::npos &&
              second.text.find(": listening\n") != std::string::npos);
    const int before = second.count;
    crash(context);
    fx::unset_log();
    HOLDS("nothing is logged after the log is unset", second.count == before);

    std::promise<int> ended;
    const auto end = [&ended](int *count) {
        ended.set_value(*count);
        delete count;
    };
    fx::set_log(fx::LogLevel::Error,
                [count = std::shared_ptr<int>(new int{}, end), &context](fx::LogLevel, std::string_view) {
                    *count += context.count_collisions() + 1;
                    fx::unset_log();
                    *count += 10;
                });
    crash(context);
    auto counted = ended.get_future();
    HOLDS("a callback can call the library and unset itself, and is then released",
          comes(counted) && counted.get() == 11);

    const auto kept = std::make_shared<int>(0);
    fx::set_log(fx::LogLevel::Error, [kept](fx::LogLevel, std::string_view) {});
    HOLDS("the log keeps its callback", kept.use_count() == 2);
    fx::unset_log();
    HOLDS("until the log is unset", kept.use_count() == 1);

    HOLDS("an empty callback is rejected",
          throws(fx::Status::MissingCallback, "empty", [] { fx::set_log(fx::LogLevel::Error, nullptr); }));
    HOLDS("an invalid level is rejected", throws(fx::Status::InvalidArgument, "level", [&] {
              fx::set_log(static_cast<fx::LogLevel>(5), [kept](fx::LogLevel, std::string_view) {});
          }));
    HOLDS("a rejected callback is not kept", kept.use_count() == 1);

    // Each callback replaces the previous one. The last one is released when the log is unset.
    std::vector<std::future<void>> setters;
    std::atomic<int> heard{0};
    for (int i = 0; i < 4; i++)
        setters.push_back(std::async(std::launch::async, [&, kept] {
            auto failing = fx::Fixtures::create();
            for (int round = 0; round < 100; round++) {
                fx::set_log(fx::LogLevel::Error, [&, kept](fx::LogLevel, std::string_view) { heard++; });
                throws(fx::Status::Internal, "broken", [&] { failing.crash(); });
            }
        }));
    for (auto &setter : setters)
        setter.get();
    fx::unset_log();
    HOLDS("threads can set the log concurrently", heard > 0 && heard <= 4 * 100);
    setters.clear();
    HOLDS("replaced callbacks are not kept", kept.use_count() == 1);
}
