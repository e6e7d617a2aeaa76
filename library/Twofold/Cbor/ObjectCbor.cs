namespace Twofold.Cbor;

/// <summary>A returned object, written as its number.</summary>
public readonly struct ObjectCbor<T> : ICborCodec<T>
    where T : class
{
    /// <inheritdoc/>
    public static T Read(ref CborReader reader) => throw new NotSupportedException("a request names an object by its number");

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, T value) =>
        writer.WriteObject(value ?? throw new FfiException("the method returned no object"));
}
