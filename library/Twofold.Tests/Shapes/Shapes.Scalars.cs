using FixturesLibrary;
using FsCheck.Fluent;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

internal static unsafe partial class Shapes
{
    /// <summary>Types that are passed by value.</summary>
    private static IEnumerable<Shape> Scalars() =>
    [
        new Shape<bool>
        {
            Name = nameof(Fixtures.KeepBool),
            Values = Values.Bool,
            Plain = (fixtures, value) => fixtures.KeepBool(value),
            Native = (handle, value) =>
            {
                byte result;
                var status = ((delegate* unmanaged<nint, byte, byte*, Status>)&FixturesExports.fixtures_keep_bool_sync)(handle, value ? (byte)1 : (byte)0, &result);
                return status == Status.Ok ? Answer.Of(result != 0) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<bool, BoolCbor>("keep_bool"),
        },
        new Shape<sbyte>
        {
            Name = nameof(Fixtures.KeepInt8),
            Values = Values.Int8,
            Plain = (fixtures, value) => fixtures.KeepInt8(value),
            Native = (handle, value) =>
            {
                sbyte result;
                var status = ((delegate* unmanaged<nint, sbyte, sbyte*, Status>)&FixturesExports.fixtures_keep_int8_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<sbyte, Int8Cbor>("keep_int8"),
        },
        new Shape<byte>
        {
            Name = nameof(Fixtures.KeepUint8),
            Values = Values.UInt8,
            Plain = (fixtures, value) => fixtures.KeepUint8(value),
            Native = (handle, value) =>
            {
                byte result;
                var status = ((delegate* unmanaged<nint, byte, byte*, Status>)&FixturesExports.fixtures_keep_uint8_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<byte, UInt8Cbor>("keep_uint8"),
        },
        new Shape<short>
        {
            Name = nameof(Fixtures.KeepInt16),
            Values = Values.Int16,
            Plain = (fixtures, value) => fixtures.KeepInt16(value),
            Native = (handle, value) =>
            {
                short result;
                var status = ((delegate* unmanaged<nint, short, short*, Status>)&FixturesExports.fixtures_keep_int16_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<short, Int16Cbor>("keep_int16"),
        },
        new Shape<ushort>
        {
            Name = nameof(Fixtures.KeepUint16),
            Values = Values.UInt16,
            Plain = (fixtures, value) => fixtures.KeepUint16(value),
            Native = (handle, value) =>
            {
                ushort result;
                var status = ((delegate* unmanaged<nint, ushort, ushort*, Status>)&FixturesExports.fixtures_keep_uint16_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<ushort, UInt16Cbor>("keep_uint16"),
        },
        new Shape<int>
        {
            Name = nameof(Fixtures.KeepInt32),
            Values = Values.Int32,
            Plain = (fixtures, value) => fixtures.KeepInt32(value),
            Native = (handle, value) =>
            {
                int result;
                var status = ((delegate* unmanaged<nint, int, int*, Status>)&FixturesExports.fixtures_keep_int32_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<int, Int32Cbor>("keep_int32"),
        },
        new Shape<uint>
        {
            Name = nameof(Fixtures.KeepUint32),
            Values = Values.UInt32,
            Plain = (fixtures, value) => fixtures.KeepUint32(value),
            Native = (handle, value) =>
            {
                uint result;
                var status = ((delegate* unmanaged<nint, uint, uint*, Status>)&FixturesExports.fixtures_keep_uint32_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<uint, UInt32Cbor>("keep_uint32"),
        },
        new Shape<long>
        {
            Name = nameof(Fixtures.KeepInt64),
            Values = Values.Int64,
            Plain = (fixtures, value) => fixtures.KeepInt64(value),
            Native = (handle, value) =>
            {
                long result;
                var status = ((delegate* unmanaged<nint, long, long*, Status>)&FixturesExports.fixtures_keep_int64_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<long, Int64Cbor>("keep_int64"),
        },
        new Shape<ulong>
        {
            Name = nameof(Fixtures.KeepUint64),
            Values = Values.UInt64,
            Plain = (fixtures, value) => fixtures.KeepUint64(value),
            Native = (handle, value) =>
            {
                ulong result;
                var status = ((delegate* unmanaged<nint, ulong, ulong*, Status>)&FixturesExports.fixtures_keep_uint64_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<ulong, UInt64Cbor>("keep_uint64"),
        },
        new Shape<float>
        {
            Name = nameof(Fixtures.KeepFloat),
            Values = Values.Float,
            Plain = (fixtures, value) => fixtures.KeepFloat(value),
            Native = (handle, value) =>
            {
                float result;
                var status = ((delegate* unmanaged<nint, float, float*, Status>)&FixturesExports.fixtures_keep_float_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<float, Float32Cbor>("keep_float"),
        },
        new Shape<double>
        {
            Name = nameof(Fixtures.KeepDouble),
            Values = Values.Double,
            Plain = (fixtures, value) => fixtures.KeepDouble(value),
            Native = (handle, value) =>
            {
                double result;
                var status = ((delegate* unmanaged<nint, double, double*, Status>)&FixturesExports.fixtures_keep_double_sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<double, Float64Cbor>("keep_double"),
        },
        new Shape<Color>
        {
            Name = nameof(Fixtures.KeepColor),
            Values = Values.Color,
            Plain = (fixtures, value) => fixtures.KeepColor(value),
            Native = (handle, value) =>
            {
                int result;
                var status = ((delegate* unmanaged<nint, int, int*, Status>)&FixturesExports.fixtures_keep_color_sync)(handle, (int)value, &result);
                return status == Status.Ok ? Answer.Of((Color)result) : Answer.Refused(status);
            },
            Cbor = CborShape.Of<Color, ColorCodec>("keep_color"),
        },
    ];
}
