using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>Reads and writes one type as CBOR, without an object in between.</summary>
public interface ICborCodec<T> : IResultWriter<T, CborWriter>
{
    /// <summary>Reads a value. After a failure the result is meaningless: see <see cref="CborReader.Failed"/>.</summary>
    static abstract T Read(ref CborReader reader);

    /// <summary>The memory that a value takes on the heap beside its own place, in bytes.</summary>
    static virtual long Weigh(T value) => 0;
}
