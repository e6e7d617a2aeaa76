using FixturesLibrary;
using FsCheck.Fluent;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

internal static unsafe partial class Shapes
{
    /// <summary>Types that may be NULL, and text.</summary>
    private static IEnumerable<Shape> Optionals() =>
    [
        new Shape<int?>
        {
            Name = nameof(Fixtures.KeepOptionalInt32),
            Values = Values.OptionalValue(Values.Int32),
            Plain = (fixtures, value) => fixtures.KeepOptionalInt32(value),
            Native = (handle, value) => NativeShape.OptionalNumber<int, int, KeepOptionalInt32ReplyStruct>(
                handle, value, number => number, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, int*, KeepOptionalInt32ReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_int32_sync),
            Cbor = CborShape.Of<int?, OptionalValueCbor<int, Int32Cbor>>("keep_optional_int32"),
        },
        new Shape<Color?>
        {
            Name = nameof(Fixtures.KeepOptionalColor),
            Values = Values.OptionalValue(Values.Color),
            Plain = (fixtures, value) => fixtures.KeepOptionalColor(value),
            Native = (handle, value) => NativeShape.OptionalNumber<Color, int, KeepOptionalColorReplyStruct>(
                handle, value, color => (int)color, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, int*, KeepOptionalColorReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_color_sync),
            Cbor = CborShape.Of<Color?, OptionalValueCbor<Color, ColorCodec>>("keep_optional_color"),
        },
        new Shape<Point?>
        {
            Name = nameof(Fixtures.KeepOptionalPoint),
            Values = Values.OptionalValue(Values.Point),
            Plain = (fixtures, value) => fixtures.KeepOptionalPoint(value),
            Native = (handle, value) => NativeShape.RecordValue<Point, PointStruct, KeepOptionalPointReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, PointStruct*, KeepOptionalPointReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_point_sync),
            Cbor = CborShape.Of<Point?, OptionalValueCbor<Point, PointCodec>>("keep_optional_point"),
        },
        new Shape<Optionals?>
        {
            Name = nameof(Fixtures.KeepOptionals),
            Values = Values.Optional(Values.Optionals),
            Plain = (fixtures, value) => fixtures.KeepOptionals(value),
            Native = (handle, value) => NativeShape.Record<Optionals, OptionalsStruct, Optionals?, KeepOptionalsReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, OptionalsStruct*, KeepOptionalsReplyStruct*, Status>)&FixturesExports.fixtures_keep_optionals_sync),
            Cbor = CborShape.Of<Optionals?, OptionalCbor<Optionals, OptionalsCodec>>("keep_optionals"),
        },
        new Shape<string>
        {
            Name = nameof(Fixtures.KeepText),
            Values = Values.Text,
            Plain = (fixtures, value) => fixtures.KeepText(value),
            Native = (handle, value) => NativeShape.Text(handle, value, &FixturesExports.fixtures_keep_text_sync),
            Cbor = CborShape.Of<string, TextCbor>("keep_text"),
        },
        new Shape<string?>
        {
            Name = nameof(Fixtures.KeepOptionalText),
            Values = Values.Optional(Values.Text),
            Plain = (fixtures, value) => fixtures.KeepOptionalText(value),
            Native = (handle, value) => NativeShape.Text(
                handle, value, (delegate* unmanaged<nint, byte*, byte**, Status>)(delegate* unmanaged<nint, byte*, KeepOptionalTextReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_text_sync),
            Cbor = CborShape.Of<string?, OptionalCbor<string, TextCbor>>("keep_optional_text"),
        },
    ];
}
