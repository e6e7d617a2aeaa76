// Constants, numbers, texts and bytes.
#include <cmath>
#include <cstring>

#include "checks.hpp"

namespace
{

/* Whether the smallest and the largest value of a type are returned with the same bits. */
template <typename T, typename Keep> bool keeps(Keep keep, T least, T most)
{
    const T low = keep(least), high = keep(most);
    return std::memcmp(&low, &least, sizeof low) == 0 && std::memcmp(&high, &most, sizeof high) == 0;
}

template <typename T, typename Keep> bool keeps_whole_range(Keep keep)
{
    return keeps<T>(keep, std::numeric_limits<T>::lowest(), std::numeric_limits<T>::max());
}

} // namespace

void check_constants()
{
    using F = fx::Fixtures;
    static_assert(F::yes, "a boolean");
    static_assert(F::least8 == INT8_MIN && F::most8 == UINT8_MAX, "8 bits");
    static_assert(F::least16 == INT16_MIN && F::most16 == UINT16_MAX, "16 bits");
    static_assert(F::least32 == INT32_MIN && F::most32 == UINT32_MAX, "32 bits");
    static_assert(F::least64 == INT64_MIN && F::most64 == UINT64_MAX, "64 bits");
    static_assert(std::is_same_v<decltype(F::third), const float>, "a float");
    static_assert(F::pi > 3.14 && F::pi < 3.15 && F::whole > 1.9, "doubles");
    HOLDS("constants", F::quoted == "a \"quoted\"\n\\ \?\? \xc3\xa4");
    HOLDS("statuses have names", same_text(to_string(fx::Status::InvalidArgument), "INVALID_ARGUMENT"));
}

void check_scalars(fx::Fixtures &context)
{
    HOLDS("keep_bool", context.keep_bool(true) && !context.keep_bool(false));
    HOLDS("keep_int8", keeps_whole_range<std::int8_t>([&](auto value) { return context.keep_int8(value); }));
    HOLDS("keep_uint8",
          keeps_whole_range<std::uint8_t>([&](auto value) { return context.keep_uint8(value); }));
    HOLDS("keep_int16",
          keeps_whole_range<std::int16_t>([&](auto value) { return context.keep_int16(value); }));
    HOLDS("keep_uint16",
          keeps_whole_range<std::uint16_t>([&](auto value) { return context.keep_uint16(value); }));
    HOLDS("keep_int32",
          keeps_whole_range<std::int32_t>([&](auto value) { return context.keep_int32(value); }));
    HOLDS("keep_uint32",
          keeps_whole_range<std::uint32_t>([&](auto value) { return context.keep_uint32(value); }));
    HOLDS("keep_int64",
          keeps_whole_range<std::int64_t>([&](auto value) { return context.keep_int64(value); }));
    HOLDS("keep_uint64",
          keeps_whole_range<std::uint64_t>([&](auto value) { return context.keep_uint64(value); }));
    HOLDS("keep_float", keeps([&](float value) { return context.keep_float(value); }, -0.0f, INFINITY));
    HOLDS("keep_double", keeps_whole_range<double>([&](double value) { return context.keep_double(value); }));
    HOLDS("keep_color", context.keep_color(fx::Color::DarkGreen) == fx::Color::DarkGreen &&
                            context.keep_color(fx::Color::None) == fx::Color::None);

    const auto kept = context.keep_scalars({true, -8, 8, -16, 16, -32, 32, -64, 64, 0.5f, NAN});
    HOLDS("keep_scalars", kept.flag && kept.int8 == -8 && kept.u_int8 == 8 && kept.int16 == -16 &&
                              kept.u_int16 == 16 && kept.int32 == -32 && kept.u_int32 == 32 &&
                              kept.int64 == -64 && kept.u_int64 == 64 && kept.single > 0.4f &&
                              std::isnan(kept.number));
}

void check_texts(fx::Fixtures &context)
{
    for (const auto *text : {"", "plain", "za\xc5\xbc\xc3\xb3\xc5\x82\xc4\x87", "\xf0\x9f\x98\x80"})
        HOLDS("keep_text returns a text", context.keep_text(text) == text);
    HOLDS("keep_text accepts a part of a text",
          context.keep_text(std::string_view{"parted"}.substr(0, 4)) == "part");
    HOLDS("keep_optional_text distinguishes empty from absent",
          context.keep_optional_text("") == std::optional<std::string>{""} &&
              context.keep_optional_text(std::nullopt) == std::nullopt);
}

void check_bytes(fx::Fixtures &context)
{
    const std::vector<std::uint8_t> bytes{0, 1, 255}, none;
    HOLDS("keep_bytes", context.keep_bytes(bytes) == bytes && context.keep_bytes(none).empty());
    HOLDS("keep_memory", context.keep_memory(bytes) == bytes);
    HOLDS("keep_optional_bytes distinguishes empty from absent",
          context.keep_optional_bytes(bytes) == bytes && context.keep_optional_bytes(none) == none &&
              context.keep_optional_bytes(std::nullopt) == std::nullopt);
    const auto blob = context.keep_blob({bytes, {7}, std::nullopt, none});
    HOLDS("keep_blob", blob.data == bytes && blob.view.at(0) == 7 && !blob.checksum && blob.seal == none);
}
