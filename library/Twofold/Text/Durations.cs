namespace Twofold.Text;

/// <summary>Durations and times as the wire and C have them.</summary>
internal static class Durations
{
    /// <summary>A duration in nanoseconds.</summary>
    /// <exception cref="FfiException">It is longer than 292 years.</exception>
    public static long Nanoseconds(TimeSpan value)
    {
        const long Most = long.MaxValue / TimeSpan.NanosecondsPerTick;
        return value.Ticks is >= -Most and <= Most
            ? value.Ticks * TimeSpan.NanosecondsPerTick
            : throw new FfiException($"the duration {value:c} is over {TimeSpan.FromTicks(Most):c}, the longest that 64 bits hold in nanoseconds");
    }
}

/// <summary>A <see cref="DateTime"/> as a point in time.</summary>
internal static class UtcTime
{
    /// <summary>The point in time. One of unspecified kind is in UTC.</summary>
    public static DateTimeOffset Of(DateTime value) =>
        new(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
