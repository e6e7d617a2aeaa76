using System.Text;
using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Protocol;

namespace Twofold.Tests.Server;

/// <summary>
/// A service whose slow calls end when the spec says so. <c>say</c> answers its payload, <c>slow</c> waits for
/// <see cref="Finish"/>, <c>soon</c> ends on another thread a moment later, <c>big</c> answers 1000 bytes, <c>tick</c> raises an event and answers, <c>throw</c> throws.
/// </summary>
internal sealed class ScriptedService : Service
{
    private readonly List<ConnectionSink> _slow = [];
    private readonly Dictionary<ulong, PushListener<string, TextCbor>> _listeners = [];
    private ulong _lastListener;
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public int Waiting
    {
        get
        {
            lock (_slow)
                return _slow.Count;
        }
    }

    /// <summary>Runs before <c>say</c> answers.</summary>
    public Action? OnSay { get; set; }

    /// <summary>Runs after <c>say</c> has answered, before it returns.</summary>
    public Action? AfterSay { get; set; }

    public int Listeners => _listeners.Count;

    public override string Library => "scripted";

    public override string Version => "1.2.3";

    public override string EventNames => "on_tick, on_tock";

    public override CallError Call(ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref ConnectionSink sink)
    {
        Interlocked.Increment(ref _calls);
        switch (Encoding.UTF8.GetString(method))
        {
            case "say":
                OnSay?.Invoke();
                sink.BeginBody().Append(request);
                sink.Succeed();
                AfterSay?.Invoke();
                return default;
            case "fail":
                sink.BeginBody().Append("half a reply"u8);
                sink.Fail(Status.Error, "it failed");
                return default;
            case "refuse":
                return new CallError(Status.InvalidArgument, "no such argument");
            case "big":
                sink.Begin().WriteText(new string('x', 997));
                sink.Succeed();
                return default;
            case "tick":
                Raise("ticked");
                sink.Begin().WriteNull();
                sink.Succeed();
                return default;
            case "slow":
                sink.Defer();
                lock (_slow)
                    _slow.Add(sink);
                return default;
            case "soon":
                sink.Defer();
                ThreadPool.UnsafeQueueUserWorkItem(
                    static late =>
                    {
                        Thread.SpinWait(late.Spins);
                        Answer(late.Sink, "soon");
                    },
                    (Sink: sink, Spins: _calls % 500),
                    preferLocal: false);
                return default;
            case "throw":
                throw new InvalidOperationException("unexpected");
            case "refuse_by_throwing":
                throw new FfiException("the author's record says no");
            default:
                return CallError.UnknownMethod;
        }
    }

    public override ulong? Subscribe(string eventName, Connection connection)
    {
        if (eventName is not ("on_tick" or "on_tock"))
            return null;

        _listeners.Add(++_lastListener, new PushListener<string, TextCbor>(eventName, connection));
        return _lastListener;
    }

    public override Task ReleaseAsync(object target) => throw new NotSupportedException("no method returns an object");

    public override void Unsubscribe(ulong listener)
    {
        _listeners.Remove(listener, out var removed);
        removed!.Close();
    }

    /// <summary>Raises the event, as a method does.</summary>
    public void Raise(string text)
    {
        foreach (var listener in _listeners.Values)
            listener.Take(text);
        foreach (var listener in _listeners.Values)
            listener.Deliver();
    }

    /// <summary>Ends a slow call, by default the oldest.</summary>
    public void Finish(string text, int index = 0)
    {
        ConnectionSink sink;
        lock (_slow)
        {
            sink = _slow[index];
            _slow.RemoveAt(index);
        }

        Answer(sink, text);
    }

    private static void Answer(ConnectionSink sink, string text)
    {
        sink.Begin().WriteText(text);
        sink.Succeed();
    }
}
