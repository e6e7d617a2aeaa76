using FixturesLibrary;
using FsCheck.Fluent;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

internal static unsafe partial class Shapes
{
    /// <summary>Types of the framework that have a form of their own in C or on the wire.</summary>
    private static IEnumerable<Shape> FrameworkTypes() =>
    [
        new Shape<char>
        {
            Name = nameof(Fixtures.KeepChar),
            Values = Values.Char,
            Plain = (fixtures, value) => fixtures.KeepChar(value),
            Native = (handle, value) => NativeShape.Value<char, ushort, CharNative>(handle, value, &FixturesExports.fixtures_keep_char_sync),
            Cbor = CborShape.Of<char, CharCbor>("keep_char"),
        },
        new Shape<Half>
        {
            Name = nameof(Fixtures.KeepHalf),
            Values = Values.Half,
            Plain = (fixtures, value) => fixtures.KeepHalf(value),
            Native = (handle, value) => NativeShape.Value<Half, float, HalfNative>(handle, value, &FixturesExports.fixtures_keep_half_sync),
            Cbor = CborShape.Of<Half, Float16Cbor>("keep_half"),
        },
        new Shape<Guid>
        {
            Name = nameof(Fixtures.KeepUuid),
            Values = Values.Uuid,
            Plain = (fixtures, value) => fixtures.KeepUuid(value),
            Native = (handle, value) => NativeShape.Value<Guid, NativeUuid, UuidNative>(handle, value, &FixturesExports.fixtures_keep_uuid_sync),
            Cbor = CborShape.Of<Guid, UuidCbor>("keep_uuid"),
        },
        new Shape<DateOnly>
        {
            Name = nameof(Fixtures.KeepDate),
            Values = Values.Date,
            Plain = (fixtures, value) => fixtures.KeepDate(value),
            Native = (handle, value) => NativeShape.Value<DateOnly, NativeDate, DateNative>(handle, value, &FixturesExports.fixtures_keep_date_sync),
            Cbor = CborShape.Of<DateOnly, DateCbor>("keep_date"),
        },
        new Shape<DateTimeOffset>
        {
            Name = nameof(Fixtures.KeepTime),
            Values = Values.Time,
            Plain = (fixtures, value) => fixtures.KeepTime(value),
            Native = (handle, value) => NativeShape.Value<DateTimeOffset, NativeTime, TimeNative>(handle, value, &FixturesExports.fixtures_keep_time_sync),
            Cbor = CborShape.Of<DateTimeOffset, TimeCbor>("keep_time"),
        },
        new Shape<DateTime>
        {
            Name = nameof(Fixtures.KeepUtcTime),
            Values = Values.UtcTime,
            Plain = (fixtures, value) => fixtures.KeepUtcTime(value),
            Native = (handle, value) => NativeShape.Value<DateTime, NativeTime, UtcTimeNative>(handle, value, &FixturesExports.fixtures_keep_utc_time_sync),
            Cbor = CborShape.Of<DateTime, UtcTimeCbor>("keep_utc_time"),
        },
        new Shape<TimeSpan>
        {
            Name = nameof(Fixtures.KeepDuration),
            Values = Values.Duration,
            Plain = (fixtures, value) => fixtures.KeepDuration(value),
            Native = (handle, value) => NativeShape.Value<TimeSpan, long, DurationNative>(handle, value, &FixturesExports.fixtures_keep_duration_sync),
            Cbor = CborShape.Of<TimeSpan, DurationCbor>("keep_duration"),
        },
        new Shape<decimal>
        {
            Name = nameof(Fixtures.KeepDecimal),
            Values = Values.Decimal,
            Plain = (fixtures, value) => fixtures.KeepDecimal(value),
            Native = (handle, value) => NativeShape.Written<decimal, DecimalNative>(handle, value, &FixturesExports.fixtures_keep_decimal_sync),
            Cbor = CborShape.Of<decimal, DecimalCbor>("keep_decimal"),
        },
        new Shape<Uri>
        {
            Name = nameof(Fixtures.KeepUri),
            Values = Values.Uri,
            Plain = (fixtures, value) => fixtures.KeepUri(value),
            Native = (handle, value) => NativeShape.Written<Uri, UriNative>(handle, value, &FixturesExports.fixtures_keep_uri_sync),
            Cbor = CborShape.Of<Uri, UriCbor>("keep_uri"),
        },
        new Shape<DateOnly?>
        {
            Name = nameof(Fixtures.KeepOptionalDate),
            Values = Values.OptionalDate,
            Plain = (fixtures, value) => fixtures.KeepOptionalDate(value),
            Native = (handle, value) => NativeShape.OptionalNumber<DateOnly, NativeDate, KeepOptionalDateReplyStruct>(
                handle, value, NativeDateOf, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, NativeDate*, KeepOptionalDateReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_date_sync),
            Cbor = CborShape.Of<DateOnly?, OptionalValueCbor<DateOnly, DateCbor>>("keep_optional_date"),
        },
        new Shape<decimal?>
        {
            Name = nameof(Fixtures.KeepOptionalDecimal),
            Values = Values.OptionalDecimal,
            Plain = (fixtures, value) => fixtures.KeepOptionalDecimal(value),
            Native = (handle, value) => NativeShape.Written<decimal?, OptionalDecimalNative>(
                handle, value, (delegate* unmanaged<nint, byte*, byte**, Status>)(delegate* unmanaged<nint, byte*, KeepOptionalDecimalReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_decimal_sync),
            Cbor = CborShape.Of<decimal?, OptionalValueCbor<decimal, DecimalCbor>>("keep_optional_decimal"),
        },
        new Shape<Uri?>
        {
            Name = nameof(Fixtures.KeepOptionalUri),
            Values = Values.OptionalUri,
            Plain = (fixtures, value) => fixtures.KeepOptionalUri(value),
            Native = (handle, value) => NativeShape.Written<Uri?, OptionalUriNative>(
                handle, value, (delegate* unmanaged<nint, byte*, byte**, Status>)(delegate* unmanaged<nint, byte*, KeepOptionalUriReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_uri_sync),
            Cbor = CborShape.Of<Uri?, OptionalCbor<Uri, UriCbor>>("keep_optional_uri"),
        },
        new Shape<TimeSpan[]>
        {
            Name = nameof(Fixtures.KeepDurations),
            Values = Values.Durations,
            Plain = (fixtures, value) => fixtures.KeepDurations(value),
            Native = (handle, value) => NativeShape.Span<TimeSpan[], KeepDurationsReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, long*, nuint, KeepDurationsReplyStruct*, Status>)&FixturesExports.fixtures_keep_durations_sync),
            Cbor = CborShape.Of<TimeSpan[], ArrayCbor<TimeSpan, DurationCbor>>("keep_durations"),
        },
        new Shape<FrameworkValues>
        {
            Name = nameof(Fixtures.KeepFrameworkValues),
            Values = Values.FrameworkValues,
            Plain = (fixtures, value) => fixtures.KeepFrameworkValues(value),
            Native = (handle, value) => NativeShape.Record<FrameworkValues, FrameworkValuesStruct, FrameworkValues, FrameworkValuesStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, FrameworkValuesStruct*, FrameworkValuesStruct*, Status>)&FixturesExports.fixtures_keep_framework_values_sync),
            Cbor = CborShape.Of<FrameworkValues, FrameworkValuesCodec>("keep_framework_values"),
        },
        new Shape<OptionalValues>
        {
            Name = nameof(Fixtures.KeepOptionalValues),
            Values = Values.OptionalValues,
            Plain = (fixtures, value) => fixtures.KeepOptionalValues(value),
            Native = (handle, value) => NativeShape.Record<OptionalValues, OptionalValuesStruct, OptionalValues, OptionalValuesStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, OptionalValuesStruct*, OptionalValuesStruct*, Status>)&FixturesExports.fixtures_keep_optional_values_sync),
            Cbor = CborShape.Of<OptionalValues, OptionalValuesCodec>("keep_optional_values"),
        },
        new Shape<ValueLists>
        {
            Name = nameof(Fixtures.KeepValueLists),
            Values = Values.ValueLists,
            Plain = (fixtures, value) => fixtures.KeepValueLists(value),
            Native = (handle, value) => NativeShape.Record<ValueLists, ValueListsStruct, ValueLists, ValueListsStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, ValueListsStruct*, ValueListsStruct*, Status>)&FixturesExports.fixtures_keep_value_lists_sync),
            Cbor = CborShape.Of<ValueLists, ValueListsCodec>("keep_value_lists"),
        },
    ];

    private static NativeDate NativeDateOf(DateOnly value)
    {
        NativeDate native = default;
        DateNative.Write(value, ref native);
        return native;
    }
}
