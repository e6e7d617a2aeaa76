using System.Runtime.CompilerServices;
using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Server;

public sealed partial class Connection
{
    private readonly Dictionary<string, ulong> _subscriptions = [];
    private readonly ByteBuffer _events = new();
    private int _unreadAtLastCollect;
    private bool _hasSubscribed;

    /// <summary>The peer is gone: ends its subscriptions and releases its objects; the task ends when that is done.</summary>
    public Task CloseAsync()
    {
        foreach (var listener in _subscriptions.Values)
            _service.Unsubscribe(listener);

        _subscriptions.Clear();
        return ReleaseAllAsync();
    }

    /// <summary>Queues an event frame; false if the peer has left too much unread, or the event cannot be written. Any thread.</summary>
    internal bool TryPush<T, TCodec>(string eventName, ulong lost, T value)
        where TCodec : ICborCodec<T>
    {
        lock (_events)
        {
            if (_events.Length + _unreadAtLastCollect >= _limits.MaxUnreadBytes)
                return false;

            var start = Frame.BeginReply(_events);
            try
            {
                WriteEvent<T, TCodec>(new CborWriter(_events), eventName, lost, value);
            }
            catch (Exception)
            {
                // The author's event holds what CBOR cannot: it is lost, and the method that raised it goes on.
                _events.Truncate(start);
                return false;
            }

            Frame.EndReply(_events, start, Frame.Event);
            return true;
        }
    }

    private static void WriteEvent<T, TCodec>(in CborWriter writer, string eventName, ulong lost, T value)
        where TCodec : ICborCodec<T>
    {
        writer.WriteMap(3);
        writer.WriteUtf8("event"u8);
        writer.WriteText(eventName);
        writer.WriteUtf8("lost"u8);
        writer.WriteUInt64(lost);
        writer.WriteUtf8("payload"u8);
        TCodec.Write(writer, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CollectEvents()
    {
        // Whoever pushes an event wakes the connection afterwards, if it was not raised by a request that runs here.
        if (_hasSubscribed)
            TakeEvents();
    }

    private void TakeEvents()
    {
        lock (_events)
        {
            if (_events.Length > 0)
            {
                _output.Append(_events.Span);
                _events.Clear();
            }

            _unreadAtLastCollect = UnreadBytes;
        }
    }

    /// <summary>Answers the server's own methods.</summary>
    private CallError Control(ReadOnlySpan<byte> method, ReadOnlySpan<byte> payload, ref ConnectionSink sink)
    {
        // What changes listeners or objects passes the gate by itself.
        Lease.End();
        if (method.SequenceEqual("$release"u8))
            return Release(payload, ref sink);

        var subscribe = method.SequenceEqual("$subscribe"u8);
        if (!subscribe && !method.SequenceEqual("$unsubscribe"u8))
            return CallError.UnknownMethod;

        var reader = new CborReader(payload, MaxDepth);
        var eventName = ReadEventName(ref reader);
        if (reader.Failed)
            return new CallError(Status.InvalidArgument, reader.Error);

        var refusal = subscribe ? Subscribe(eventName) : Unsubscribe(eventName);
        if (refusal.Exists)
            return refusal;

        return Confirm(ref sink);
    }

    private static CallError Confirm(ref ConnectionSink sink)
    {
        new CborWriter(sink.Begin()).WriteNull();
        sink.Succeed();
        return default;
    }

    private CallError Subscribe(string eventName)
    {
        if (_subscriptions.ContainsKey(eventName))
            return default;

        if (_service.Subscribe(eventName, this) is not { } listener)
            return CallError.UnknownEvent(eventName, _service.EventNames);

        _subscriptions.Add(eventName, listener);
        _hasSubscribed = true;
        return default;
    }

    private CallError Unsubscribe(string eventName)
    {
        if (!_subscriptions.Remove(eventName, out var listener))
            return new CallError(Status.InvalidArgument, $"not subscribed to \"{CborPath.Shorten(eventName)}\"");

        _service.Unsubscribe(listener);
        return default;
    }

    private static string ReadEventName(ref CborReader reader)
    {
        var eventName = "";
        var members = reader.BeginMap();
        while (reader.NextKey(ref members, out var key))
        {
            if (!key.SequenceEqual("event"u8))
                reader.Skip();
            else if (reader.Claim(ref members, 0))
                eventName = reader.ReadText();
        }

        reader.Require(in members, 0, "event");
        reader.End();
        return eventName;
    }
}
