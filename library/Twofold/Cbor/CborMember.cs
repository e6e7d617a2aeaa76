namespace Twofold.Cbor;

/// <summary>Reads a map and uses a single member of it: the argument of the protocol's own methods.</summary>
internal static class CborMember
{
    /// <summary>Reads the required member and skips the others. After a failure the result is undefined.</summary>
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
