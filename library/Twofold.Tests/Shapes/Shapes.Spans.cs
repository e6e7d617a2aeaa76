using FixturesLibrary;
using FixturesLibrary.Ffi;
using FsCheck.Fluent;
using Twofold.Cbor;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

internal static unsafe partial class Shapes
{
    /// <summary>What is passed as a pointer and a count.</summary>
    private static IEnumerable<Shape> Spans() =>
    [
        new Shape<byte[]>
        {
            Name = nameof(Fixtures.KeepBytes),
            Values = Values.Bytes,
            Plain = (fixtures, value) => fixtures.KeepBytes(value),
            Native = (handle, value) => NativeShape.Span<byte[], KeepBytesReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, byte*, nuint, KeepBytesReplyStruct*, Status>)&FixturesExports.KeepBytesSync),
            Cbor = (handle, value) => CborShape.Call<byte[], BytesCbor>(handle, "keep_bytes", value),
        },
        new Shape<ReadOnlyMemory<byte>>
        {
            Name = nameof(Fixtures.KeepMemory),
            Values = Values.Memory,
            Plain = (fixtures, value) => fixtures.KeepMemory(value),
            Native = (handle, value) => NativeShape.Span<ReadOnlyMemory<byte>, KeepMemoryReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, byte*, nuint, KeepMemoryReplyStruct*, Status>)&FixturesExports.KeepMemorySync),
            Cbor = (handle, value) => CborShape.Call<ReadOnlyMemory<byte>, MemoryCbor>(handle, "keep_memory", value),
        },
        new Shape<byte[]?>
        {
            Name = nameof(Fixtures.KeepOptionalBytes),
            Values = Values.Optional(Values.Bytes),
            Plain = (fixtures, value) => fixtures.KeepOptionalBytes(value),
            Native = (handle, value) => NativeShape.Span<byte[]?, KeepOptionalBytesReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, byte*, nuint, KeepOptionalBytesReplyStruct*, Status>)&FixturesExports.KeepOptionalBytesSync),
            Cbor = (handle, value) => CborShape.Call<byte[]?, OptionalCbor<byte[], BytesCbor>>(handle, "keep_optional_bytes", value),
        },
        new Shape<int[]>
        {
            Name = nameof(Fixtures.KeepNumbers),
            Values = Values.Int32.ArrayOf(),
            Plain = (fixtures, value) => fixtures.KeepNumbers(value),
            Native = (handle, value) => NativeShape.Span<int[], KeepNumbersReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, int*, nuint, KeepNumbersReplyStruct*, Status>)&FixturesExports.KeepNumbersSync),
            Cbor = (handle, value) => CborShape.Call<int[], ArrayCbor<int, Int32Cbor>>(handle, "keep_numbers", value),
        },
        new Shape<List<string>>
        {
            Name = nameof(Fixtures.KeepTexts),
            Values = Values.List(Values.Text),
            Plain = (fixtures, value) => fixtures.KeepTexts(value),
            Native = (handle, value) => NativeShape.Span<List<string>, KeepTextsReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, NativeString*, nuint, KeepTextsReplyStruct*, Status>)&FixturesExports.KeepTextsSync),
            Cbor = (handle, value) => CborShape.Call<List<string>, ListCbor<string, TextCbor>>(handle, "keep_texts", value),
        },
        new Shape<IReadOnlyList<Point>>
        {
            Name = nameof(Fixtures.KeepPoints),
            Values = Values.List(Values.Point).Select(list => (IReadOnlyList<Point>)list),
            Plain = (fixtures, value) => fixtures.KeepPoints(value),
            Native = (handle, value) => NativeShape.Span<IReadOnlyList<Point>, KeepPointsReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, PointStruct*, nuint, KeepPointsReplyStruct*, Status>)&FixturesExports.KeepPointsSync),
            Cbor = (handle, value) => CborShape.Call<IReadOnlyList<Point>, ReadOnlyListCbor<Point, PointCodec>>(handle, "keep_points", value),
        },
        new Shape<List<Color>?>
        {
            Name = nameof(Fixtures.KeepOptionalList),
            Values = Values.Optional(Values.List(Values.Color)),
            Plain = (fixtures, value) => fixtures.KeepOptionalList(value),
            Native = (handle, value) => NativeShape.Span<List<Color>?, KeepOptionalListReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, int*, nuint, KeepOptionalListReplyStruct*, Status>)&FixturesExports.KeepOptionalListSync),
            Cbor = (handle, value) => CborShape.Call<List<Color>?, OptionalCbor<List<Color>, ListCbor<Color, ColorCodec>>>(handle, "keep_optional_list", value),
        },
    ];
}
