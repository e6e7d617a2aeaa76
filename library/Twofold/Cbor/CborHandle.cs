using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>The number of an object in a request: <c>{"handle": 1, ...}</c>.</summary>
internal static class CborHandle
{
    private const string Key = "handle";

    /// <summary>Reads the number. The method's own reader reads the other members.</summary>
    public static ulong Read(ref CborReader reader) => CborMember.Read<ulong, UInt64Cbor>(ref reader, Key, "handle"u8);

    /// <summary>No object of the right kind has the number.</summary>
    public static CallError Unknown(ulong handle) => new(Status.InvalidHandle, $"{Key}: {handle} was released, or is of another kind");
}
