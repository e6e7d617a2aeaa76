using System.Runtime.CompilerServices;
using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Text;

namespace Twofold.Protocol;

public sealed partial class Connection
{
    private readonly Dictionary<string, ulong> _subscriptions = [];
    private readonly ByteBuffer _events;
    private int _unreadAtLastCollect;
    private bool _hasSubscribed;

    /// <summary>
    /// The peer is gone: ends its subscriptions and releases its objects; the task ends when that is done. If it throws, for want of
    /// memory, it must be called again.
    /// </summary>
    public Task CloseAsync()
    {
        foreach (var (_, listener) in _subscriptions)
            _service.Unsubscribe(listener);

        _subscriptions.Clear();
        _large?.Cancel();
        _answersRest = false;
        Account.Close();
        return Objects.CloseAsync();
    }

    /// <summary>Queues an event frame; false if the peer has left too much unread, or the event cannot be written. Any thread.</summary>
    internal bool TryPush<T, TCodec>(string eventName, ulong lost, T value)
        where TCodec : ICborCodec<T>
    {
        lock (_events)
        {
            if (_events.Length + _unreadAtLastCollect >= _limits.MaxUnreadBytes)
                return false;

            var start = _events.Length;
            try
            {
                Frame.BeginReply(_events);
                WriteEvent<T, TCodec>(new CborWriter(_events), eventName, lost, value);
            }
            catch (Exception)
            {
                // CBOR cannot carry the event, or memory has run out: it is lost, and the method that raised it goes on.
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
        // A thread that pushes an event wakes the connection afterwards, unless a request that runs here raised it.
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

    /// <summary>Pushes an event to the peer from now on.</summary>
    internal CallError Subscribe(string eventName)
    {
        if (_subscriptions.ContainsKey(eventName))
            return default;

        _subscriptions.EnsureCapacity(_subscriptions.Count + 1);
        if (_service.Subscribe(eventName, this) is not { } listener)
            return CallError.UnknownEvent(eventName, _service.EventNames);

        _subscriptions.Add(eventName, listener);
        Account.AddBuffer(Account.BytesPerSubscription);
        _hasSubscribed = true;
        return default;
    }

    /// <summary>Pushes an event no longer.</summary>
    internal CallError Unsubscribe(string eventName)
    {
        if (!_subscriptions.TryGetValue(eventName, out var listener))
            return new CallError(Status.InvalidArgument, $"not subscribed to \"{Printable.Shorten(eventName)}\"");

        _service.Unsubscribe(listener);
        _subscriptions.Remove(eventName);
        Account.AddBuffer(-Account.BytesPerSubscription);
        return default;
    }
}
