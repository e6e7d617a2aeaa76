using System.Buffers.Binary;
using System.Text;

namespace Twofold.E2E.Wire;

/// <summary>A frame from a server: <c>[i32 status][u32 body_len][body]</c>, in network byte order.</summary>
/// <param name="Status">The status, which determines the content of the body.</param>
/// <param name="Body">CBOR in replies that are OK and in events, otherwise UTF-8 text.</param>
internal sealed record Frame(Status Status, byte[] Body)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as JSON if it is CBOR, otherwise its text; throws unless it is valid.</summary>
    public string Content => Status is Status.Ok or EventStatus.Event ? Cbor.ToJson(Body) : StrictUtf8.GetString(Body);

    /// <summary>For the message of a failed assertion, cut to a readable length.</summary>
    public override string ToString() => $"{Status}: {(Content.Length > 1_000 ? Content[..1_000] + "..." : Content)}";

    /// <summary>A request: <c>[u32 method_len][method][u32 payload_len][payload]</c>.</summary>
    public static byte[] Request(string method, byte[] payload) => Request(Encoding.UTF8.GetBytes(method), payload);

    /// <summary>A request whose method may be any bytes.</summary>
    public static byte[] Request(byte[] method, byte[] payload) =>
        [.. Length(method.Length), .. method, .. Length(payload.Length), .. payload];

    /// <summary>A request whose parameters are given in JSON.</summary>
    public static byte[] Request(string method, string json = "{}") => Request(method, Cbor.FromJson(json));

    /// <summary>A length in the encoding of a frame.</summary>
    public static byte[] Length(long length)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, checked((uint)length));
        return bytes;
    }
}
