using Twofold.Cbor;
using Twofold.Events;

namespace Twofold.Protocol;

/// <summary>A connection that asked for an event: takes it in as bytes, and sends them when its transport is next at work.</summary>
public sealed class PushListener<T, TCodec>(string eventName, Connection connection) : Listener<T>
    where TCodec : ICborCodec<T>
{
    private bool _hasTaken;
    private bool _closed;

    internal override void Take(T value)
    {
        if (Volatile.Read(ref _closed))
            return;

        if (connection.TryPush<T, TCodec>(eventName, Lost, value))
            Volatile.Write(ref _hasTaken, true);
        else
            Lose("its connection is too slow, or the event cannot be encoded");
    }

    internal override void Deliver()
    {
        if (!Volatile.Read(ref _hasTaken))
            return;

        Volatile.Write(ref _hasTaken, false);
        connection.Wake();
    }

    internal override void Close() => Volatile.Write(ref _closed, true);
}
