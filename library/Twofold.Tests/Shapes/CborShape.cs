using System.Runtime.InteropServices;
using System.Text;
using Twofold.Cbor;

namespace Twofold.Tests.Shapes;

/// <summary>Calls of the CBOR ABI.</summary>
internal static unsafe class CborShape
{
    /// <summary>The bytes of a request with the one parameter <c>value</c>.</summary>
    public static byte[] Request<T, TCodec>(T value)
        where TCodec : ICborCodec<T> => [0xA1, 0x65, .. "value"u8, .. Encode<T, TCodec>(value)];

    /// <summary>The method that returns its argument of this type, and the type's codec.</summary>
    public static CborShape<T> Of<T, TCodec>(string method)
        where TCodec : ICborCodec<T> => new(method, Encode<T, TCodec>, Decode<T, TCodec>);

    /// <summary>Calls a method by its wire name, as the server does, and waits for the reply, which <paramref name="decode"/> shows.</summary>
    public static Answer Call(nint handle, string method, byte[] request, Func<byte[], Answer> decode)
    {
        var name = Encoding.UTF8.GetBytes(method);
        var reply = new Reply();
        var self = GCHandle.Alloc(reply);
        try
        {
            Status status;
            fixed (byte* nameBytes = name, bytes = request)
                status = Fixture.CallCbor(handle, nameBytes, (nuint)name.Length, bytes, (nuint)request.Length, &Receive, (void*)GCHandle.ToIntPtr(self));
            if (status != Status.Ok)
                return Answer.Refused(status);

            Support.Deadline.Wait(reply.HasCome);
            return reply.Status == Status.Ok ? decode(reply.Body) : new Answer(reply.Status, Encoding.UTF8.GetString(reply.Body));
        }
        finally
        {
            self.Free();
        }
    }

    private static byte[] Encode<T, TCodec>(T value)
        where TCodec : ICborCodec<T>
    {
        var buffer = new ByteBuffer();
        TCodec.Write(new CborWriter(buffer), value);
        return buffer.Span.ToArray();
    }

    private static Decoded<T> Decode<T, TCodec>(byte[] bytes)
        where TCodec : ICborCodec<T>
    {
        var reader = new CborReader(bytes);
        var value = TCodec.Read(ref reader);
        reader.End();
        return new Decoded<T>(value, reader.Failed ? reader.Error : null);
    }

    [UnmanagedCallersOnly]
    private static void Receive(Status status, byte* body, nuint size, void* userData)
    {
        var reply = (Reply)GCHandle.FromIntPtr((nint)userData).Target!;
        (reply.Status, reply.Body) = (status, new ReadOnlySpan<byte>(body, (int)size).ToArray());
        reply.HasCome.Set();
    }

    private sealed class Reply
    {
        public Status Status { get; set; }

        public byte[] Body { get; set; } = [];

        public ManualResetEventSlim HasCome { get; } = new();
    }
}

/// <summary>The outcome of decoding bytes.</summary>
/// <param name="Value">The value; undefined after a failure.</param>
/// <param name="Error">Why they were refused, or null.</param>
internal readonly record struct Decoded<T>(T Value, string? Error)
{
    /// <summary>The value; throws if decoding failed.</summary>
    public T Required()
    {
        Assert.Null(Error);
        return Value;
    }
}

/// <summary>A type in CBOR, and the method that returns its argument of this type.</summary>
internal sealed record CborShape<T>(string Method, Func<T, byte[]> Encode, Func<byte[], Decoded<T>> Decode)
{
    /// <summary>Calls the method and decodes its result.</summary>
    public Answer Call(nint handle, T value) =>
        CborShape.Call(handle, Method, [0xA1, 0x65, .. "value"u8, .. Encode(value)], body => Answer.Of(Decode(body).Required()));
}
