using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol.Control;

/// <summary><c>$subscribe {"event": text}</c> answers null; the event's frames follow. Twice is the same as once.</summary>
internal readonly struct SubscribeCall(string eventName) : IControlCall<SubscribeCall>
{
    /// <inheritdoc/>
    public static SubscribeCall Read(ref CborReader reader) => new(CborMember.Read<string, TextCbor>(ref reader, "event", "event"u8));

    /// <inheritdoc/>
    public CallError Run(Connection connection, ref ConnectionSink sink)
    {
        if (connection.Subscribe(eventName) is { Exists: true } error)
            return error;

        ControlMethods.Confirm(ref sink);
        return default;
    }
}
