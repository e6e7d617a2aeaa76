// Values of framework types: dates, times, UUIDs, decimals and URIs.
#include <cmath>
#include <future>

#include "checks.hpp"

namespace
{

using namespace std::chrono_literals;

const std::array<std::uint8_t, 16> id{0xd8, 0x25, 0x4c, 0x6f, 0x1b, 0x4e, 0x4f, 0x0a,
                                      0x9d, 0x0a, 0x3c, 0x5f, 0x5f, 0x1f, 0x0e, 0x11};
const fx::Date day{2026, 11, 29};

/* Half a second before 1970 in UTC, an hour ahead of it. */
const fx::Timestamp before{decltype(fx::Timestamp::time){fx::Timestamp::Duration{-5000000}}, 60min};
const fx::Timestamp later{decltype(fx::Timestamp::time){fx::Timestamp::Duration{17950000000000001}}, 0min};

bool same_values(const fx::FrameworkValues &left, const fx::FrameworkValues &right)
{
    return std::tie(left.letter, left.small_, left.id, left.day, left.time, left.utc, left.pause, left.price,
                    left.link) == std::tie(right.letter, right.small_, right.id, right.day, right.time,
                                           right.utc, right.pause, right.price, right.link);
}

bool same_values(const fx::OptionalValues &left, const fx::OptionalValues &right)
{
    return std::tie(left.letter, left.small_, left.id, left.day, left.time, left.utc, left.pause, left.price,
                    left.link) == std::tie(right.letter, right.small_, right.id, right.day, right.time,
                                           right.utc, right.pause, right.price, right.link);
}

bool same_values(const fx::ValueLists &left, const fx::ValueLists &right)
{
    return std::tie(left.letters, left.smalls, left.ids, left.days, left.times, left.utcs, left.pauses,
                    left.prices, left.fees,
                    left.links) == std::tie(right.letters, right.smalls, right.ids, right.days, right.times,
                                            right.utcs, right.pauses, right.prices, right.fees, right.links);
}

} // namespace

void check_framework_types(fx::Fixtures &context)
{
    HOLDS("keep_char", context.keep_char(u'\u6c34') == u'\u6c34');
    HOLDS("keep_half", same_float(context.keep_half(-0.5f), -0.5f));
    HOLDS("keep_uuid", context.keep_uuid(id) == id);
    HOLDS("keep_date", context.keep_date(day) == day);
    HOLDS("keep_time", context.keep_time(before) == before && context.keep_time(later) == later);
    HOLDS("keep_utc_time",
          context.keep_utc_time(before).time == before.time && context.keep_utc_time(before).offset == 0min);
    HOLDS("unspecified_time", context.unspecified_time().time.time_since_epoch() == 1795955400s);
    HOLDS("keep_duration", context.keep_duration(-1500ms) == -1500ms);
    HOLDS("keep_decimal", context.keep_decimal("-12.50") == "-12.50");
    HOLDS("keep_uri", context.keep_uri("https://example.com/a b") == "https://example.com/a b");
    HOLDS("keep_optional_date",
          context.keep_optional_date(day) == day && context.keep_optional_date({}) == std::nullopt);
    HOLDS("keep_optional_decimal",
          context.keep_optional_decimal("1") == "1" && context.keep_optional_decimal({}) == std::nullopt);
    HOLDS("keep_optional_uri",
          context.keep_optional_uri("a") == "a" && context.keep_optional_uri({}) == std::nullopt);
    HOLDS("keep_durations",
          context.keep_durations({1ms, -1ms}) == std::vector<std::chrono::nanoseconds>{1ms, -1ms});

    const fx::FrameworkValues values{u'a', 0.5f, id, day, before, later, 100ns, "1.50", "mailto:a@b.c"};
    HOLDS("keep_framework_values", same_values(context.keep_framework_values(values), values));
    const fx::OptionalValues some{u'a', 0.5f, id, day, before, later, 100ns, "1.50", "mailto:a@b.c"};
    HOLDS("keep_optional_values, all", same_values(context.keep_optional_values(some), some));
    HOLDS("keep_optional_values, none", same_values(context.keep_optional_values({}), {}));
    const fx::ValueLists lists{{u'a', u'\u6c34'},
                               {0.5f},
                               {id},
                               {day, std::nullopt},
                               {before},
                               {std::nullopt, later},
                               {100ns, std::nullopt},
                               {"1.50", "2"},
                               {std::nullopt, "0.1"},
                               {"a", "b"}};
    HOLDS("keep_value_lists", same_values(context.keep_value_lists(lists), lists));

    HOLDS("a date that does not exist is refused",
          throws(fx::Status::InvalidArgument,
                 "value: expected a date from 0001-01-01 to 9999-12-31, found 2026-02-29", [&] {
                     context.keep_date({2026, 2, 29});
                 }));
    HOLDS("a duration between two steps is refused",
          throws(fx::Status::InvalidArgument, "value_ns: expected a duration in steps of 100 ns, found 150",
                 [&] { context.keep_duration(150ns); }));
    HOLDS("longest_duration",
          throws(fx::Status::Error, "the longest that 64 bits hold", [&] { context.longest_duration(); }));

    std::promise<bool> delivered;
    const auto delivery =
        context.on_delivery([&](const auto &event_id, const auto &time, const auto &event_day, auto pause,
                                auto price, const auto &link) {
            delivered.set_value(event_id == id && time == before && event_day == day && pause == 1ms &&
                                price == "1.50" && !link);
        });
    context.deliver(id, before, day, 1ms, "1.50", {});
    auto outcome = delivered.get_future();
    HOLDS("on_delivery", comes(outcome) && outcome.get());
}
