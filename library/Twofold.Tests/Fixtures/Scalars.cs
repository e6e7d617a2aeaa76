using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Gives the boolean back.</summary>
    [Ffi] public bool KeepBool(bool value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public sbyte KeepInt8(sbyte value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public byte KeepUint8(byte value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public short KeepInt16(short value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public ushort KeepUint16(ushort value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public int KeepInt32(int value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public uint KeepUint32(uint value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public long KeepInt64(long value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public ulong KeepUint64(ulong value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public float KeepFloat(float value) => value;

    /// <summary>Gives the number back.</summary>
    [Ffi] public double KeepDouble(double value) => value;

    /// <summary>Gives all of them back.</summary>
    [Ffi] public Scalars KeepScalars(Scalars value) => value;
}

/// <summary>One of each.</summary>
/// <param name="Flag">A boolean.</param>
/// <param name="Int8">8 bits.</param>
/// <param name="UInt8">8 bits, unsigned.</param>
/// <param name="Int16">16 bits.</param>
/// <param name="UInt16">16 bits, unsigned.</param>
/// <param name="Int32">32 bits.</param>
/// <param name="UInt32">32 bits, unsigned.</param>
/// <param name="Int64">64 bits.</param>
/// <param name="UInt64">64 bits, unsigned.</param>
/// <param name="Single">A float.</param>
/// <param name="Number">A double.</param>
public sealed record Scalars(
    bool Flag, sbyte Int8, byte UInt8, short Int16, ushort UInt16, int Int32, uint UInt32, long Int64, ulong UInt64, float Single, double Number);
