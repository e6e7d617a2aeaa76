using Twofold.Cbor;
using Twofold.Events;

namespace Twofold.Server;

/// <summary>Pushes an event to a connection that asked for it.</summary>
public sealed class PushListener<T, TCodec>(string eventName, Connection connection) : Listener<T>
    where TCodec : ICborCodec<T>
{
    private bool _hasPushed;
    private bool _closed;

    internal override void Raise(T value)
    {
        if (Volatile.Read(ref _closed))
            return;

        if (connection.TryPush<T, TCodec>(eventName, Lost, value))
            Volatile.Write(ref _hasPushed, true);
        else
            Lose("its connection is too slow, or the event cannot be encoded");
    }

    internal override void Drain()
    {
        if (!Volatile.Read(ref _hasPushed))
            return;

        Volatile.Write(ref _hasPushed, false);
        connection.Wake();
    }

    internal override void Close() => Volatile.Write(ref _closed, true);
}
