namespace Twofold.Text;

/// <summary>Durations as the wire and C have them.</summary>
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
