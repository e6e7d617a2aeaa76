using System.Collections.Concurrent;
using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Server;

public sealed partial class Connection
{
    private readonly ConcurrentDictionary<ulong, object> _objects = [];
    private readonly ConcurrentQueue<object> _unkept = new();
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

    /// <summary>Has an object released that nobody can name: not here, inside the gate that this has to wait for.</summary>
    private FfiException Unkept(object target, string message)
    {
        _unkept.Enqueue(target);
        if (_isClosed)
            ThreadPool.UnsafeQueueUserWorkItem(static connection => connection.ReleaseUnkept(), this, preferLocal: false);
        else
            Wake();

        return new FfiException(message);
    }

    private void ReleaseUnkept()
    {
        while (_unkept.TryDequeue(out var target))
            _service.Release(target);
    }

    private Refusal Release(ReadOnlySpan<byte> payload, ref ConnectionSink sink)
    {
        var handle = CborHandle.Read(payload, MaxDepth, out var refusal);
        if (refusal.Exists)
            return refusal;
        if (!_objects.TryRemove(handle, out var target))
            return CborHandle.Unknown(handle);

        _service.Release(target);
        return Confirm(ref sink);
    }

    private void ReleaseAll()
    {
        _isClosed = true;
        foreach (var handle in _objects.Keys)
        {
            if (_objects.TryRemove(handle, out var target))
                _service.Release(target);
        }

        ReleaseUnkept();
    }
}
