using Twofold.Model.Types;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the types for values of framework types, such as dates, and their conversions, if the library uses them.</summary>
internal static class CppValues
{
    private static readonly string s_uuid = new UuidType().Word;
    private static readonly string s_date = new DateType().Word;
    private static readonly string s_timestamp = new TimestampType(HasOffset: true).Word;

    /// <summary>The names of the types.</summary>
    public static IEnumerable<string> TypesOf(CNames c)
    {
        var used = CValueStructs.Of(c).ToList();
        if (used.Contains(s_date))
            yield return "Date";
        if (used.Contains(s_timestamp))
            yield return "Timestamp";
    }

    /// <summary>The types.</summary>
    public static IEnumerable<string> Declarations(CNames c)
    {
        var used = CValueStructs.Of(c).ToList();
        if (used.Contains(s_date))
        {
            yield return Source.Code(
                $$"""
                /** A date of the Gregorian calendar. */
                struct Date {
                    std::int32_t year{}; /**< 1 to 9999. */
                    std::uint8_t month{}; /**< 1 to 12. */
                    std::uint8_t day{}; /**< 1 to 31. */

                    friend bool operator==(const Date &a, const Date &b) noexcept { return a.year == b.year && a.month == b.month && a.day == b.day; }
                    friend bool operator!=(const Date &a, const Date &b) noexcept { return !(a == b); }
                };
                """);
        }

        if (used.Contains(s_timestamp))
        {
            yield return Source.Code(
                $$"""
                /** A point in time, in the years 1 to 9999. */
                struct Timestamp {
                    using Duration = std::chrono::duration<std::int64_t, std::ratio<1, 10000000>>;

                    std::chrono::time_point<std::chrono::system_clock, Duration> time{}; /**< In steps of 100 ns. */
                    std::chrono::minutes offset{}; /**< How far the local time is ahead of UTC. */

                    /** Whether both are the same point in time with the same offset. */
                    friend bool operator==(const Timestamp &a, const Timestamp &b) noexcept { return a.time == b.time && a.offset == b.offset; }
                    friend bool operator!=(const Timestamp &a, const Timestamp &b) noexcept { return !(a == b); }
                };
                """);
        }
    }

    /// <summary>The conversions.</summary>
    public static IEnumerable<string> Conversions(CNames c)
    {
        var used = CValueStructs.Of(c).ToList();
        var conversions = new Dictionary<string, Func<string, string>> { [s_uuid] = Uuid, [s_date] = Date, [s_timestamp] = Timestamp };
        return used.Select(word => conversions[word](c.Composite(word)));
    }

    private static string Uuid(string native) => Source.Code(
        $$"""
        inline ::{{native}} value_to_native(const std::array<std::uint8_t, 16> &value)
        {
            ::{{native}} native{};
            std::copy(value.begin(), value.end(), native.bytes);
            return native;
        }

        inline std::array<std::uint8_t, 16> value_from_native(const ::{{native}} &native)
        {
            std::array<std::uint8_t, 16> value{};
            std::copy(std::begin(native.bytes), std::end(native.bytes), value.begin());
            return value;
        }
        """);

    private static string Date(string native) => Source.Code(
        $$"""
        inline ::{{native}} value_to_native(const Date &value)
        {
            return {value.year, value.month, value.day};
        }

        inline Date value_from_native(const ::{{native}} &native)
        {
            return {native.year, native.month, native.day};
        }
        """);

    private static string Timestamp(string native) => Source.Code(
        $$"""
        inline ::{{native}} value_to_native(const Timestamp &value)
        {
            const auto ticks = value.time.time_since_epoch().count();
            const auto seconds = ticks / 10000000 - (ticks % 10000000 < 0 ? 1 : 0);
            return {seconds, static_cast<std::int32_t>((ticks - seconds * 10000000) * 100), static_cast<std::int32_t>(value.offset.count())};
        }

        inline Timestamp value_from_native(const ::{{native}} &native)
        {
            const Timestamp::Duration ticks{native.seconds * 10000000 + native.nanoseconds / 100};
            return {decltype(Timestamp::time){ticks}, std::chrono::minutes(native.offset_minutes)};
        }
        """);
}
