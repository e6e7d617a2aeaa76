using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>The number of an object in a request: <c>{"handle": 1, ...}</c>.</summary>
internal static class CborHandle
{
    private const string Key = "handle";

    /// <summary>Reads the number; what else is in the request is for others to read.</summary>
    public static ulong Read(ReadOnlySpan<byte> request, int maxDepth, out CallError refusal)
    {
        var reader = new CborReader(request, maxDepth);
        var handle = 0UL;
        var members = reader.BeginMap();
        while (reader.NextKey(ref members, out var key))
        {
            if (!key.SequenceEqual("handle"u8))
                reader.Skip();
            else if (reader.Claim(ref members, 0))
                handle = reader.ReadUInt64();
        }

        reader.Require(in members, 0, Key);
        reader.End();
        refusal = reader.Failed ? new CallError(Status.InvalidArgument, reader.Error) : default;
        return handle;
    }

    /// <summary>No object of the right kind has the number.</summary>
    public static CallError Unknown(ulong handle) => new(Status.InvalidHandle, $"{Key}: {handle} was released, or is of another kind");
}
