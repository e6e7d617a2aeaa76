using System.Runtime.InteropServices;
using System.Text;
using Twofold.Cbor;

namespace Twofold.Tests.Shapes;

/// <summary>Calls of the CBOR ABI.</summary>
internal static unsafe class CborShape
{
    /// <summary>The bytes of a request with the one parameter <c>value</c>.</summary>
    public static byte[] Request<T, TCodec>(T value)
        where TCodec : ICborCodec<T>
    {
        var buffer = new ByteBuffer();
        var writer = new CborWriter(buffer);
        writer.WriteMap(1);
        writer.WriteUtf8("value"u8);
        TCodec.Write(writer, value);
        return buffer.Span.ToArray();
    }

    /// <summary>Calls a method and decodes its result.</summary>
    public static Answer Call<T, TCodec>(nint handle, string method, T value)
        where TCodec : ICborCodec<T> => Call(handle, method, Request<T, TCodec>(value), Decode<T, TCodec>);

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

    private static Answer Decode<T, TCodec>(byte[] body)
        where TCodec : ICborCodec<T>
    {
        var reader = new CborReader(body);
        var value = TCodec.Read(ref reader);
        reader.End();
        Assert.False(reader.Failed, reader.Error);
        return Answer.Of(value);
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
