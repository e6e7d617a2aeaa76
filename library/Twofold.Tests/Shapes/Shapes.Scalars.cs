using FixturesLibrary;
using FixturesLibrary.Ffi;
using FsCheck.Fluent;
using Twofold.Cbor;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

internal static unsafe partial class Shapes
{
    /// <summary>What is passed by value.</summary>
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
                var status = ((delegate* unmanaged<nint, byte, byte*, Status>)&FixturesExports.KeepBoolSync)(handle, value ? (byte)1 : (byte)0, &result);
                return status == Status.Ok ? Answer.Of(result != 0) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<bool, BoolCbor>(handle, "keep_bool", value),
        },
        new Shape<sbyte>
        {
            Name = nameof(Fixtures.KeepInt8),
            Values = Values.Int8,
            Plain = (fixtures, value) => fixtures.KeepInt8(value),
            Native = (handle, value) =>
            {
                sbyte result;
                var status = ((delegate* unmanaged<nint, sbyte, sbyte*, Status>)&FixturesExports.KeepInt8Sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<sbyte, Int8Cbor>(handle, "keep_int8", value),
        },
        new Shape<byte>
        {
            Name = nameof(Fixtures.KeepUint8),
            Values = Values.UInt8,
            Plain = (fixtures, value) => fixtures.KeepUint8(value),
            Native = (handle, value) =>
            {
                byte result;
                var status = ((delegate* unmanaged<nint, byte, byte*, Status>)&FixturesExports.KeepUint8Sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<byte, UInt8Cbor>(handle, "keep_uint8", value),
        },
        new Shape<short>
        {
            Name = nameof(Fixtures.KeepInt16),
            Values = Values.Int16,
            Plain = (fixtures, value) => fixtures.KeepInt16(value),
            Native = (handle, value) =>
            {
                short result;
                var status = ((delegate* unmanaged<nint, short, short*, Status>)&FixturesExports.KeepInt16Sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<short, Int16Cbor>(handle, "keep_int16", value),
        },
        new Shape<ushort>
        {
            Name = nameof(Fixtures.KeepUint16),
            Values = Values.UInt16,
            Plain = (fixtures, value) => fixtures.KeepUint16(value),
            Native = (handle, value) =>
            {
                ushort result;
                var status = ((delegate* unmanaged<nint, ushort, ushort*, Status>)&FixturesExports.KeepUint16Sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<ushort, UInt16Cbor>(handle, "keep_uint16", value),
        },
        new Shape<int>
        {
            Name = nameof(Fixtures.KeepInt32),
            Values = Values.Int32,
            Plain = (fixtures, value) => fixtures.KeepInt32(value),
            Native = (handle, value) =>
            {
                int result;
                var status = ((delegate* unmanaged<nint, int, int*, Status>)&FixturesExports.KeepInt32Sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<int, Int32Cbor>(handle, "keep_int32", value),
        },
        new Shape<uint>
        {
            Name = nameof(Fixtures.KeepUint32),
            Values = Values.UInt32,
            Plain = (fixtures, value) => fixtures.KeepUint32(value),
            Native = (handle, value) =>
            {
                uint result;
                var status = ((delegate* unmanaged<nint, uint, uint*, Status>)&FixturesExports.KeepUint32Sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<uint, UInt32Cbor>(handle, "keep_uint32", value),
        },
        new Shape<long>
        {
            Name = nameof(Fixtures.KeepInt64),
            Values = Values.Int64,
            Plain = (fixtures, value) => fixtures.KeepInt64(value),
            Native = (handle, value) =>
            {
                long result;
                var status = ((delegate* unmanaged<nint, long, long*, Status>)&FixturesExports.KeepInt64Sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<long, Int64Cbor>(handle, "keep_int64", value),
        },
        new Shape<ulong>
        {
            Name = nameof(Fixtures.KeepUint64),
            Values = Values.UInt64,
            Plain = (fixtures, value) => fixtures.KeepUint64(value),
            Native = (handle, value) =>
            {
                ulong result;
                var status = ((delegate* unmanaged<nint, ulong, ulong*, Status>)&FixturesExports.KeepUint64Sync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<ulong, UInt64Cbor>(handle, "keep_uint64", value),
        },
        new Shape<float>
        {
            Name = nameof(Fixtures.KeepFloat),
            Values = Values.Float,
            Plain = (fixtures, value) => fixtures.KeepFloat(value),
            Native = (handle, value) =>
            {
                float result;
                var status = ((delegate* unmanaged<nint, float, float*, Status>)&FixturesExports.KeepFloatSync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<float, Float32Cbor>(handle, "keep_float", value),
        },
        new Shape<double>
        {
            Name = nameof(Fixtures.KeepDouble),
            Values = Values.Double,
            Plain = (fixtures, value) => fixtures.KeepDouble(value),
            Native = (handle, value) =>
            {
                double result;
                var status = ((delegate* unmanaged<nint, double, double*, Status>)&FixturesExports.KeepDoubleSync)(handle, value, &result);
                return status == Status.Ok ? Answer.Of(result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<double, Float64Cbor>(handle, "keep_double", value),
        },
        new Shape<Color>
        {
            Name = nameof(Fixtures.KeepColor),
            Values = Values.Color,
            Plain = (fixtures, value) => fixtures.KeepColor(value),
            Native = (handle, value) =>
            {
                int result;
                var status = ((delegate* unmanaged<nint, int, int*, Status>)&FixturesExports.KeepColorSync)(handle, (int)value, &result);
                return status == Status.Ok ? Answer.Of((Color)result) : Answer.Refused(status);
            },
            Cbor = (handle, value) => CborShape.Call<Color, ColorCodec>(handle, "keep_color", value),
        },
    ];
}
