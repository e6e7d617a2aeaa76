// Methods and events with every number of parameters.
#include <atomic>

#include "checks.hpp"

void check_counts(fx::Fixtures &context)
{
    const auto green = fx::Color::DarkGreen;
    const std::vector<std::uint8_t> data{0, 255};
    const std::vector<std::int32_t> items{1, 2};
    HOLDS("write0", context.write0() == "");
    HOLDS("write1", context.write1(1) == "1");
    HOLDS("write2", context.write2(1, "b") == "1 b");
    HOLDS("write3", context.write3(1, "b", true) == "1 b True");
    HOLDS("write4", context.write4(1, "b", true, 0.5) == "1 b True 0.5");
    HOLDS("write5", context.write5(1, "b", true, 0.5, green) == "1 b True 0.5 DarkGreen");
    HOLDS("write6", context.write6(1, "b", true, 0.5, green, data) == "1 b True 0.5 DarkGreen 00FF");
    HOLDS("write7", context.write7(1, "b", true, 0.5, green, data, {}) == "1 b True 0.5 DarkGreen 00FF null");
    HOLDS("write8", context.write8(1, "b", true, 0.5, green, data, items, {"h"}) ==
                        "1 b True 0.5 DarkGreen 00FF 1+2 h");

    // Each event sets its own bit. The end of a subscription waits for its listener.
    std::atomic<int> heard{0};
    const auto hear = [&heard](int event, bool is_right) { heard += is_right ? 1 << event : 1 << 16; };
    std::promise<void> last;
    {
        const auto two = context.on_two([&](int a, std::string_view b) { hear(2, a == 2 && b == "two"); });
        const auto three = context.on_three(
            [&](int a, std::string_view b, bool c) { hear(3, a == 3 && b == "three" && c); });
        const auto four = context.on_four([&](int a, std::string_view b, bool c, double d) {
            hear(4, a == 4 && b == "four" && c && same_double(d, 0.5));
        });
        const auto five = context.on_five([&](int a, std::string_view b, bool c, double d, fx::Color e) {
            hear(5, a == 5 && b == "five" && !c && same_double(d, -0.5) && e == fx::Color::None);
        });
        const auto six = context.on_six([&](int a, std::string_view b, bool c, double d, fx::Color e,
                                            const std::vector<std::uint8_t> &f) {
            hear(6, a == 6 && b == "six" && c && same_double(d, 1e300) && e == fx::Color::Red &&
                        f == std::vector<std::uint8_t>{6});
        });
        const auto seven = context.on_seven([&](int a, std::string_view b, bool c, double d, fx::Color e,
                                                const std::vector<std::uint8_t> &f,
                                                const std::optional<std::vector<std::int32_t>> &g) {
            hear(7, a == 7 && b == "seven" && !c && same_double(d, NAN) && e == fx::Color::DarkGreen &&
                        f.empty() && !g);
            last.set_value();
        });
        context.raise_counts();
        HOLDS("the last event is delivered", comes(last.get_future()));
    }
    HOLDS("each event carries its parameters", heard == (1 << 8) - (1 << 2));
}
