using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol.Control;

/// <summary><c>$unsubscribe {"event": text}</c> answers null; no frame of the event follows.</summary>
internal readonly struct UnsubscribeCall(string eventName) : IControlCall<UnsubscribeCall>
{
    /// <inheritdoc/>
    public static UnsubscribeCall Read(ref CborReader reader) => new(CborMember.Read<string, TextCbor>(ref reader, "event", "event"u8));

    /// <inheritdoc/>
    public CallError Run(Connection connection, ref ConnectionSink sink)
    {
        if (connection.Unsubscribe(eventName) is { Exists: true } error)
            return error;

        ControlMethods.Confirm(ref sink);
        return default;
    }
}
