using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol.Control;

/// <summary>The server's own methods, whose names begin with <c>$</c>: a new one is a row and a handler.</summary>
internal static class ControlMethods
{
    private static readonly (byte[] Name, Handler Run)[] s_methods =
    [
        ("$hello"u8.ToArray(), Run<HelloCall>),
        ("$subscribe"u8.ToArray(), Run<SubscribeCall>),
        ("$unsubscribe"u8.ToArray(), Run<UnsubscribeCall>),
        ("$release"u8.ToArray(), Run<ReleaseCall>),
    ];

    private delegate CallError Handler(Connection connection, ReadOnlySpan<byte> payload, ref ConnectionSink sink);

    /// <summary>Whether the name belongs to the protocol, and not to the library.</summary>
    public static bool Has(ReadOnlySpan<byte> method) => method.Length > 0 && method[0] == (byte)'$';

    /// <summary>Runs a method by its name.</summary>
    public static CallError Call(Connection connection, ReadOnlySpan<byte> method, ReadOnlySpan<byte> payload, ref ConnectionSink sink)
    {
        foreach (var (name, run) in s_methods)
        {
            if (method.SequenceEqual(name))
                return run(connection, payload, ref sink);
        }

        return CallError.UnknownMethod;
    }

    /// <summary>Answers null.</summary>
    public static void Confirm(ref ConnectionSink sink)
    {
        sink.Begin().WriteNull();
        sink.Succeed();
    }

    private static CallError Run<TCall>(Connection connection, ReadOnlySpan<byte> payload, ref ConnectionSink sink)
        where TCall : struct, IControlCall<TCall>
    {
        var reader = new CborReader(payload, sink.MaxDepth);
        var call = TCall.Read(ref reader);
        return reader.Failed ? CborCalls.Fail(in reader) : call.Run(connection, ref sink);
    }
}
