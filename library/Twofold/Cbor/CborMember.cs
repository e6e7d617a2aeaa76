namespace Twofold.Cbor;

/// <summary>Reads a map of which one member matters: what the protocol's own methods take.</summary>
internal static class CborMember
{
    /// <summary>Reads the member, which must be there, and passes over the others. After a failure the result is meaningless.</summary>
    public static T Read<T, TCodec>(ref CborReader reader, string key, ReadOnlySpan<byte> utf8Key)
        where TCodec : ICborCodec<T>
    {
        T value = default!;
        var members = reader.BeginMap();
        while (reader.NextKey(ref members, out var found))
        {
            if (!found.SequenceEqual(utf8Key))
                reader.Skip();
            else if (reader.Claim(ref members, 0))
                value = TCodec.Read(ref reader);
        }

        reader.Require(in members, 0, key);
        reader.End();
        return value;
    }
}
