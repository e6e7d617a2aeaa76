using System.Collections.Concurrent;
using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Server;

public sealed partial class Connection
{
    private readonly ConcurrentDictionary<ulong, object> _objects = [];
    private long _lastObject;
    private volatile bool _isClosed;

    /// <inheritdoc/>
    public ulong Keep(object target)
    {
        if (_isClosed)
            throw Unkept(target, "the connection is closed");
        if (_objects.Count >= _limits.MaxObjects)
            throw Unkept(target, $"the connection has its limit of {_limits.MaxObjects} handles; $release some");

        var handle = (ulong)Interlocked.Increment(ref _lastObject);
        _objects[handle] = target;

        // If it was closed meanwhile, whoever takes the object out again releases it.
        if (_isClosed && _objects.TryRemove(handle, out _))
            throw Unkept(target, "the connection is closed");

        return handle;
    }

    /// <inheritdoc/>
    public object? Find(ulong handle) => _objects.GetValueOrDefault(handle);

    /// <summary>Has an object released that nobody can name.</summary>
    private FfiException Unkept(object target, string message)
    {
        _ = _service.ReleaseAsync(target);
        return new FfiException(message);
    }

    private CallError Release(ReadOnlySpan<byte> payload, ref ConnectionSink sink)
    {
        var handle = CborHandle.Read(payload, MaxDepth, out var refusal);
        if (refusal.Exists)
            return refusal;
        if (!_objects.TryRemove(handle, out var target))
            return CborHandle.Unknown(handle);

        var release = _service.ReleaseAsync(target);
        if (release.IsCompleted)
            return Confirm(ref sink);

        sink.Defer();
        var confirmation = sink;
        release.ContinueWith(
            _ => Confirm(ref confirmation), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return default;
    }

    /// <summary>Releases what the peer has left; the task ends when that is done.</summary>
    private Task ReleaseAllAsync()
    {
        _isClosed = true;
        if (_objects.IsEmpty)
            return Task.CompletedTask;

        var releases = new List<Task>();
        foreach (var handle in _objects.Keys)
        {
            if (_objects.TryRemove(handle, out var target))
                releases.Add(_service.ReleaseAsync(target));
        }

        return Task.WhenAll(releases);
    }
}
