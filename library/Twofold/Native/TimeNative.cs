using System.Runtime.InteropServices;
using Twofold.Text;

namespace Twofold.Native;

/// <summary>A UUID: 16 bytes in the order of RFC 4122.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct NativeUuid
{
    /// <summary>The first eight bytes, as they are in memory.</summary>
    public ulong First;

    /// <summary>The other eight.</summary>
    public ulong Second;
}

/// <summary>A date of the Gregorian calendar.</summary>
public struct NativeDate
{
    /// <summary>1 to 9999.</summary>
    public int Year;

    /// <summary>1 to 12.</summary>
    public byte Month;

    /// <summary>1 to 31.</summary>
    public byte Day;
}

/// <summary>A point in time.</summary>
public struct NativeTime
{
    /// <summary>Since 1970-01-01 in UTC; negative before.</summary>
    public long Seconds;

    /// <summary>What is beyond the seconds: 0 to 999 999 999.</summary>
    public int Nanoseconds;

    /// <summary>How far the local time is ahead of UTC.</summary>
    public int OffsetMinutes;
}

/// <summary>A <see cref="Guid"/>.</summary>
public readonly struct UuidNative : INativeCodec<NativeUuid, Guid>
{
    /// <inheritdoc/>
    public static Guid Read(in NativeUuid native, string name) =>
        new(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in native, 1)), bigEndian: true);

    /// <inheritdoc/>
    public static void Write(Guid value, ref NativeUuid native) =>
        value.TryWriteBytes(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref native, 1)), bigEndian: true, out _);

    /// <inheritdoc/>
    public static void Free(ref NativeUuid native) => native = default;
}

/// <summary>A <see cref="DateOnly"/>.</summary>
public readonly struct DateNative : INativeCodec<NativeDate, DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(in NativeDate native, string name) =>
        native is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && native.Day <= DateTime.DaysInMonth(native.Year, native.Month)
            ? new DateOnly(native.Year, native.Month, native.Day)
            : throw new NativeArgumentException(name, $"expected a date from 0001-01-01 to 9999-12-31, found {native.Year:D4}-{native.Month:D2}-{native.Day:D2}");

    /// <inheritdoc/>
    public static void Write(DateOnly value, ref NativeDate native) =>
        native = new NativeDate { Year = value.Year, Month = (byte)value.Month, Day = (byte)value.Day };

    /// <inheritdoc/>
    public static void Free(ref NativeDate native) => native = default;
}

/// <summary>A <see cref="DateTimeOffset"/>.</summary>
public readonly struct TimeNative : INativeCodec<NativeTime, DateTimeOffset>
{
    private const int NanosecondsPerSecond = 1_000_000_000;
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;

    /// <inheritdoc/>
    public static DateTimeOffset Read(in NativeTime native, string name)
    {
        if (native.Nanoseconds is < 0 or >= NanosecondsPerSecond || native.Nanoseconds % TimeSpan.NanosecondsPerTick != 0)
            throw new NativeArgumentException(name, $"expected nanoseconds from 0 to 999999900 in steps of 100, found {native.Nanoseconds}");
        if (native.Seconds is < FirstSecond or > LastSecond)
            throw new NativeArgumentException(name, $"expected seconds from {FirstSecond} to {LastSecond}, found {native.Seconds}");

        var ticks = DateTime.UnixEpoch.Ticks + (native.Seconds * TimeSpan.TicksPerSecond) + (native.Nanoseconds / TimeSpan.NanosecondsPerTick);
        return Rfc3339.TryMake(ticks + (native.OffsetMinutes * TimeSpan.TicksPerMinute), native.OffsetMinutes, out var time)
            ? time
            : throw new NativeArgumentException(name, $"expected an offset from -840 to 840 minutes that keeps the local time in the years 1 to 9999, found {native.OffsetMinutes}");
    }

    /// <inheritdoc/>
    public static void Write(DateTimeOffset value, ref NativeTime native)
    {
        var seconds = value.ToUnixTimeSeconds();
        native = new NativeTime
        {
            Seconds = seconds,
            Nanoseconds = (int)(value.UtcTicks - DateTime.UnixEpoch.Ticks - (seconds * TimeSpan.TicksPerSecond)) * (int)TimeSpan.NanosecondsPerTick,
            OffsetMinutes = (int)value.Offset.TotalMinutes,
        };
    }

    /// <inheritdoc/>
    public static void Free(ref NativeTime native) => native = default;
}

/// <summary>A <see cref="DateTime"/>, in UTC.</summary>
public readonly struct UtcTimeNative : INativeCodec<NativeTime, DateTime>
{
    /// <inheritdoc/>
    public static DateTime Read(in NativeTime native, string name) => TimeNative.Read(in native, name).UtcDateTime;

    /// <inheritdoc/>
    public static void Write(DateTime value, ref NativeTime native) => TimeNative.Write(UtcTime.Of(value), ref native);

    /// <inheritdoc/>
    public static void Free(ref NativeTime native) => native = default;
}

/// <summary>A <see cref="TimeSpan"/>, in nanoseconds.</summary>
public readonly struct DurationNative : INativeCodec<long, TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(in long native, string name) => native % TimeSpan.NanosecondsPerTick == 0
        ? new TimeSpan(native / TimeSpan.NanosecondsPerTick)
        : throw new NativeArgumentException(name, $"expected a duration in steps of 100 ns, found {native}");

    /// <inheritdoc/>
    public static void Write(TimeSpan value, ref long native) => native = Durations.Nanoseconds(value);

    /// <inheritdoc/>
    public static void Free(ref long native) => native = 0;
}
