using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol.Control;

/// <summary><c>$hello {"token": text}</c>, with or without the token, answers what the server serves.</summary>
internal readonly struct HelloCall(string? token) : IControlCall<HelloCall>
{
    /// <inheritdoc/>
    public static HelloCall Read(ref CborReader reader)
    {
        string? token = null;
        var members = reader.BeginMap();
        while (reader.NextKey(ref members, out var key))
        {
            if (!key.SequenceEqual("token"u8))
                reader.Skip();
            else if (reader.Claim(ref members, 0) && !reader.TryNull())
                token = TextCbor.Read(ref reader);
        }

        reader.End();
        return new HelloCall(token);
    }

    /// <inheritdoc/>
    public CallError Run(Connection connection, ref ConnectionSink sink)
    {
        if (connection.Authenticate(token) is { Exists: true } error)
            return error;

        // Clients skip the keys that they do not know.
        var writer = sink.Begin();
        writer.WriteMap(3);
        writer.WriteUtf8("library"u8);
        writer.WriteText(connection.Service.Library);
        writer.WriteUtf8("version"u8);
        writer.WriteText(connection.Service.Version);
        writer.WriteUtf8("protocol"u8);
        writer.WriteUInt64(HelloFacts.ProtocolVersion);
        sink.Succeed();
        return default;
    }
}
