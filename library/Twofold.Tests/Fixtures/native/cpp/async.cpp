// Non-blocking calls: callbacks and futures, for each shape of a reply.
#include "checks.hpp"

namespace
{

/* Makes a call with a callback, and waits for its outcome. */
template <typename T, typename Start> fx::Outcome<T> outcome(Start start)
{
    const auto promise = std::make_shared<std::promise<fx::Outcome<T>>>();
    auto future = promise->get_future();
    start([promise](fx::Outcome<T> outcome) { promise->set_value(std::move(outcome)); });
    if (!comes(future))
        throw std::runtime_error{"no callback within 20 seconds"};
    return future.get();
}

/* The value of a future, which must become ready. */
template <typename T> T value(std::future<T> future)
{
    if (!comes(future))
        throw std::runtime_error{"no value within 20 seconds"};
    return future.get();
}

} // namespace

void check_callbacks(fx::Fixtures &context)
{
    HOLDS("a callback without a result",
          bool{outcome<void>([&](auto callback) { context.touch_async(callback); })});
    HOLDS("a callback on another thread",
          bool{outcome<void>([&](auto callback) { context.touch_later_async(callback); })});
    HOLDS("a callback with a number", outcome<std::int32_t>([&](auto callback) {
                                          context.add_later_async(40, 2, callback);
                                      }).value() == 42);
    HOLDS("a callback of a static method", outcome<std::string>([](auto callback) {
                                               fx::Fixtures::greet_later_async("you", callback);
                                           }).value() == "hello you");
    HOLDS("a callback with an enum", outcome<fx::Color>([&](auto callback) {
                                         context.keep_color_async(fx::Color::Red, callback);
                                     }).value() == fx::Color::Red);
    HOLDS("a callback with a record", outcome<fx::Link>([&](auto callback) {
                                          context.keep_chain_async({5, nullptr}, callback);
                                      })
                                              .value()
                                              .value == 5);
    HOLDS("a callback with a list", outcome<std::vector<std::int32_t>>([&](auto callback) {
                                        context.keep_numbers_async({7, 8}, callback);
                                    }).value() == std::vector<std::int32_t>{7, 8});
    HOLDS("a callback with an absent number", outcome<std::optional<std::int32_t>>([&](auto callback) {
                                                  context.keep_optional_int32_async({}, callback);
                                              }).value() == std::nullopt);

    auto failed = outcome<std::int32_t>([&](auto callback) { context.fail_async("as expected", callback); });
    HOLDS("a callback with an error", !failed && failed.error().status() == fx::Status::Error &&
                                          same_text(failed.error().what(), "as expected"));
    HOLDS("value() of a failed outcome throws the error",
          throws(fx::Status::Error, "as expected", [&] { failed.value(); }));

    auto created = outcome<fx::Fixtures>([](auto callback) { fx::Fixtures::create_async(callback); });
    created.value().touch();
    HOLDS("a callback with a new object", created.value().count_touches() == 1);
}

void check_futures(fx::Fixtures &context)
{
    value(context.touch_later_async());
    HOLDS("a future with a number", value(context.add_later_async(40, 2)) == 42);
    HOLDS("a future with a text", value(fx::Fixtures::greet_later_async("you")) == "hello you");
    HOLDS("a future with a record", value(context.keep_tree_async({1, {{2, {}}}})).children.size() == 1);
    HOLDS("a future throws the error",
          throws(fx::Status::Error, "as expected", [&] { value(context.fail_async("as expected")); }));
    auto created = value(fx::Fixtures::create_async());
    created.touch();
    HOLDS("a future with a new object", created.count_touches() == 1);
}
