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
            throw new FfiException("the connection is closed");
        if (_objects.Count >= _limits.MaxObjects)
            throw new FfiException($"the connection has its limit of {_limits.MaxObjects} handles; $release some");

        var handle = (ulong)Interlocked.Increment(ref _lastObject);
        _objects[handle] = target;
        return handle;
    }

    /// <inheritdoc/>
    public object? Find(ulong handle) => _objects.GetValueOrDefault(handle);

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
    }
}
