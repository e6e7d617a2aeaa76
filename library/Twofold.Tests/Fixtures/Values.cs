using Twofold;

namespace FixturesLibrary;

/// <summary>Carries values of framework types.</summary>
public delegate void Delivery(Guid id, DateTimeOffset time, DateOnly? day, TimeSpan pause, decimal price, Uri? link);

public sealed partial class Fixtures
{
    /// <summary>Carries values of framework types.</summary>
    [Ffi] public event Delivery? OnDelivery;

    /// <summary>Gives the character back.</summary>
    [Ffi] public char KeepChar(char value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public Half KeepHalf(Half value) => value;

    /// <summary>Gives the UUID back.</summary>
    [Ffi] public Guid KeepUuid(Guid value) => value;

    /// <summary>Gives the date back.</summary>
    [Ffi] public DateOnly KeepDate(DateOnly value) => value;

    /// <summary>Gives the time back.</summary>
    [Ffi] public DateTimeOffset KeepTime(DateTimeOffset value) => value;

    /// <summary>Gives the time back, in UTC.</summary>
    [Ffi] public DateTime KeepUtcTime(DateTime value) => value;

    /// <summary>Gives the duration back.</summary>
    [Ffi] public TimeSpan KeepDuration(TimeSpan value) => value;

    /// <summary>Gives the decimal back.</summary>
    [Ffi] public decimal KeepDecimal(decimal value) => value;

    /// <summary>Gives the URI back.</summary>
    [Ffi] public Uri KeepUri(Uri value) => value;

    /// <summary>Gives the date back, or nothing.</summary>
    [Ffi] public DateOnly? KeepOptionalDate(DateOnly? value) => value;

    /// <summary>Gives the decimal back, or nothing.</summary>
    [Ffi] public decimal? KeepOptionalDecimal(decimal? value) => value;

    /// <summary>Gives the URI back, or nothing.</summary>
    [Ffi] public Uri? KeepOptionalUri(Uri? value) => value;

    /// <summary>Gives the durations back.</summary>
    [Ffi] public TimeSpan[] KeepDurations(TimeSpan[] value) => value;

    /// <summary>Gives all of them back.</summary>
    [Ffi] public FrameworkValues KeepFrameworkValues(FrameworkValues value) => value;

    /// <summary>Gives all of them back.</summary>
    [Ffi] public OptionalValues KeepOptionalValues(OptionalValues value) => value;

    /// <summary>Gives all of them back.</summary>
    [Ffi] public ValueLists KeepValueLists(ValueLists value) => value;

    /// <summary>The longest duration of C#.</summary>
    [Ffi] public TimeSpan LongestDuration() => TimeSpan.MaxValue;

    /// <summary>A time without a kind, which is taken as UTC.</summary>
    [Ffi] public DateTime UnspecifiedTime() => new(2026, 11, 29, 12, 30, 0, DateTimeKind.Unspecified);

    /// <summary>Raises the event with these values.</summary>
    [Ffi]
    public void Deliver(Guid id, DateTimeOffset time, DateOnly? day, TimeSpan pause, decimal price, Uri? link) =>
        OnDelivery?.Invoke(id, time, day, pause, price, link);
}

/// <summary>One of each.</summary>
/// <param name="Letter">A UTF-16 unit.</param>
/// <param name="Small">A float of 16 bits.</param>
/// <param name="Id">A UUID.</param>
/// <param name="Day">A date.</param>
/// <param name="Time">A time with its offset.</param>
/// <param name="Utc">A time in UTC.</param>
/// <param name="Pause">A duration.</param>
/// <param name="Price">A decimal.</param>
/// <param name="Link">A URI.</param>
public sealed record FrameworkValues(
    char Letter, Half Small, Guid Id, DateOnly Day, DateTimeOffset Time, DateTime Utc, TimeSpan Pause, decimal Price, Uri Link);

/// <summary>One of each, or nothing.</summary>
/// <param name="Letter">A UTF-16 unit.</param>
/// <param name="Small">A float of 16 bits.</param>
/// <param name="Id">A UUID.</param>
/// <param name="Day">A date.</param>
/// <param name="Time">A time with its offset.</param>
/// <param name="Utc">A time in UTC.</param>
/// <param name="Pause">A duration.</param>
/// <param name="Price">A decimal.</param>
/// <param name="Link">A URI.</param>
public sealed record OptionalValues(
    char? Letter, Half? Small, Guid? Id, DateOnly? Day, DateTimeOffset? Time, DateTime? Utc, TimeSpan? Pause, decimal? Price, Uri? Link);

/// <summary>Lists of each.</summary>
/// <param name="Letters">UTF-16 units.</param>
/// <param name="Smalls">Floats of 16 bits.</param>
/// <param name="Ids">UUIDs.</param>
/// <param name="Days">Dates, or nothing.</param>
/// <param name="Times">Times with their offsets.</param>
/// <param name="Utcs">Times in UTC, or nothing.</param>
/// <param name="Pauses">Durations, or nothing.</param>
/// <param name="Prices">Decimals.</param>
/// <param name="Fees">Decimals, or nothing.</param>
/// <param name="Links">URIs.</param>
public sealed record ValueLists(
    char[] Letters,
    List<Half> Smalls,
    Guid[] Ids,
    DateOnly?[] Days,
    IReadOnlyList<DateTimeOffset> Times,
    DateTime?[] Utcs,
    List<TimeSpan?> Pauses,
    decimal[] Prices,
    decimal?[] Fees,
    IReadOnlyList<Uri> Links);
