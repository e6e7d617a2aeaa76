using Twofold.Text;

namespace Twofold.Cbor;

/// <summary><c>char</c></summary>
public readonly struct CharCbor : ICborCodec<char>
{
    /// <inheritdoc/>
    public static char Read(ref CborReader reader) => reader.ReadChar();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, char value) => writer.WriteChar(value);
}

/// <summary><c>Half</c></summary>
public readonly struct Float16Cbor : ICborCodec<Half>
{
    /// <inheritdoc/>
    public static Half Read(ref CborReader reader) => reader.ReadHalf();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, Half value) => writer.WriteSingle((float)value);
}

/// <summary><c>Guid</c></summary>
public readonly struct UuidCbor : ICborCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref CborReader reader) => reader.ReadUuid();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, Guid value) => writer.WriteUuid(value);
}

/// <summary><c>DateOnly</c></summary>
public readonly struct DateCbor : ICborCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref CborReader reader) => reader.ReadDate();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, DateOnly value) => writer.WriteDate(value);
}

/// <summary><c>DateTimeOffset</c></summary>
public readonly struct TimeCbor : ICborCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref CborReader reader) => reader.ReadTime();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, DateTimeOffset value) => writer.WriteTime(value);
}

/// <summary><c>DateTime</c></summary>
public readonly struct UtcTimeCbor : ICborCodec<DateTime>
{
    /// <inheritdoc/>
    public static DateTime Read(ref CborReader reader) => reader.ReadTime().UtcDateTime;

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, DateTime value) => writer.WriteTime(UtcTime.Of(value));
}

/// <summary><c>TimeSpan</c></summary>
public readonly struct DurationCbor : ICborCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref CborReader reader) => reader.ReadDuration();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, TimeSpan value) => writer.WriteInt64(Durations.Nanoseconds(value));
}

/// <summary><c>decimal</c></summary>
public readonly struct DecimalCbor : ICborCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref CborReader reader) => reader.ReadDecimal();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, decimal value) => writer.WriteDecimal(value);

    /// <inheritdoc/>
    public static long Weigh(decimal value) => 0;
}

/// <summary><c>Uri</c></summary>
public readonly struct UriCbor : ICborCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref CborReader reader) => reader.ReadUri()!;

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, Uri value) => writer.WriteUri(value);

    /// <inheritdoc/>
    public static long Weigh(Uri value) => DecodedSize.Of(value);
}
