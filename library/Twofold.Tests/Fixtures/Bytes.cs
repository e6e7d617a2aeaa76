using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Gives the bytes back.</summary>
    [Ffi] public byte[] KeepBytes(byte[] value) => value;

    /// <summary>Gives the bytes back.</summary>
    [Ffi] public ReadOnlyMemory<byte> KeepMemory(ReadOnlyMemory<byte> value) => value;

    /// <summary>Gives the bytes back, or nothing.</summary>
    [Ffi] public byte[]? KeepOptionalBytes(byte[]? value) => value;

    /// <summary>Gives the record back.</summary>
    [Ffi] public Blob KeepBlob(Blob value) => value;
}

/// <summary>Bytes in every form.</summary>
/// <param name="Data">Bytes.</param>
/// <param name="View">Bytes as a view.</param>
/// <param name="Checksum">Bytes, or none.</param>
/// <param name="Seal">Bytes as a view, or none.</param>
public sealed record Blob(byte[] Data, ReadOnlyMemory<byte> View, byte[]? Checksum, ReadOnlyMemory<byte>? Seal);
