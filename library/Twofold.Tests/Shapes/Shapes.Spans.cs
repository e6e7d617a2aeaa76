using FixturesLibrary;
using FsCheck.Fluent;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

internal static unsafe partial class Shapes
{
    /// <summary>Types that are passed as a pointer and a count.</summary>
    private static IEnumerable<Shape> Spans() =>
    [
        new Shape<byte[]>
        {
            Name = nameof(Fixtures.KeepBytes),
            Values = Values.Bytes,
            Plain = (fixtures, value) => fixtures.KeepBytes(value),
            Native = (handle, value) => NativeShape.Span<byte[], KeepBytesReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, byte*, nuint, KeepBytesReplyStruct*, Status>)&FixturesExports.fixtures_keep_bytes_sync),
            Cbor = CborShape.Of<byte[], BytesCbor>("keep_bytes"),
        },
        new Shape<ReadOnlyMemory<byte>>
        {
            Name = nameof(Fixtures.KeepMemory),
            Values = Values.Memory,
            Plain = (fixtures, value) => fixtures.KeepMemory(value),
            Native = (handle, value) => NativeShape.Span<ReadOnlyMemory<byte>, KeepMemoryReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, byte*, nuint, KeepMemoryReplyStruct*, Status>)&FixturesExports.fixtures_keep_memory_sync),
            Cbor = CborShape.Of<ReadOnlyMemory<byte>, MemoryCbor>("keep_memory"),
        },
        new Shape<byte[]?>
        {
            Name = nameof(Fixtures.KeepOptionalBytes),
            Values = Values.Optional(Values.Bytes),
            Plain = (fixtures, value) => fixtures.KeepOptionalBytes(value),
            Native = (handle, value) => NativeShape.Span<byte[]?, KeepOptionalBytesReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, byte*, nuint, KeepOptionalBytesReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_bytes_sync),
            Cbor = CborShape.Of<byte[]?, OptionalCbor<byte[], BytesCbor>>("keep_optional_bytes"),
        },
        new Shape<int[]>
        {
            Name = nameof(Fixtures.KeepNumbers),
            Values = Values.Int32.ArrayOf(),
            Plain = (fixtures, value) => fixtures.KeepNumbers(value),
            Native = (handle, value) => NativeShape.Span<int[], KeepNumbersReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, int*, nuint, KeepNumbersReplyStruct*, Status>)&FixturesExports.fixtures_keep_numbers_sync),
            Cbor = CborShape.Of<int[], ArrayCbor<int, Int32Cbor>>("keep_numbers"),
        },
        new Shape<List<string>>
        {
            Name = nameof(Fixtures.KeepTexts),
            Values = Values.List(Values.Text),
            Plain = (fixtures, value) => fixtures.KeepTexts(value),
            Native = (handle, value) => NativeShape.Span<List<string>, KeepTextsReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, NativeString*, nuint, KeepTextsReplyStruct*, Status>)&FixturesExports.fixtures_keep_texts_sync),
            Cbor = CborShape.Of<List<string>, ListCbor<string, TextCbor>>("keep_texts"),
        },
        new Shape<IReadOnlyList<Point>>
        {
            Name = nameof(Fixtures.KeepPoints),
            Values = Values.List(Values.Point).Select(list => (IReadOnlyList<Point>)list),
            Plain = (fixtures, value) => fixtures.KeepPoints(value),
            Native = (handle, value) => NativeShape.Span<IReadOnlyList<Point>, KeepPointsReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, PointStruct*, nuint, KeepPointsReplyStruct*, Status>)&FixturesExports.fixtures_keep_points_sync),
            Cbor = CborShape.Of<IReadOnlyList<Point>, ReadOnlyListCbor<Point, PointCodec>>("keep_points"),
        },
        new Shape<List<Color>?>
        {
            Name = nameof(Fixtures.KeepOptionalList),
            Values = Values.Optional(Values.List(Values.Color)),
            Plain = (fixtures, value) => fixtures.KeepOptionalList(value),
            Native = (handle, value) => NativeShape.Span<List<Color>?, KeepOptionalListReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, int*, nuint, KeepOptionalListReplyStruct*, Status>)&FixturesExports.fixtures_keep_optional_list_sync),
            Cbor = CborShape.Of<List<Color>?, OptionalCbor<List<Color>, ListCbor<Color, ColorCodec>>>("keep_optional_list"),
        },
    ];
}
