using System.Collections.Concurrent;
using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol;

/// <summary>The objects that a connection's replies have returned, under the numbers that its requests name them by. Thread-safe.</summary>
internal sealed class ObjectTable(Service service, int maxObjects, Account account) : IObjectKeeper
{
    // Made with the first object: most connections have none.
    private ConcurrentDictionary<ulong, object>? _objects;
    private long _lastHandle;
    private volatile bool _isClosed;

    /// <inheritdoc/>
    public ulong Keep(object target)
    {
        if (_isClosed)
            throw Reject(target, "the connection is closed");

        var objects = _objects ?? Interlocked.CompareExchange(ref _objects, new ConcurrentDictionary<ulong, object>(), null) ?? _objects;
        if (objects.Count >= maxObjects)
            throw Reject(target, $"object limit ({maxObjects}) reached; $release some");

        var handle = (ulong)Interlocked.Increment(ref _lastHandle);
        objects[handle] = target;
        account.AddBuffer(Account.BytesPerObject);

        // If it was closed meanwhile, the thread that takes the object out again releases it.
        if (_isClosed && objects.TryRemove(handle, out _))
            throw Reject(target, "the connection is closed");

        return handle;
    }

    /// <inheritdoc/>
    public object? Find(ulong handle) => _objects?.GetValueOrDefault(handle);

    /// <summary>Releases an object; the task ends when that is done. Null if there is no such object.</summary>
    public Task? Release(ulong handle)
    {
        if (_objects is not { } objects || !objects.TryRemove(handle, out var target))
            return null;

        account.AddBuffer(-Account.BytesPerObject);
        return service.ReleaseAsync(target);
    }

    /// <summary>Takes no more objects and releases those that are left; the task ends when that is done.</summary>
    public Task CloseAsync()
    {
        _isClosed = true;
        if (_objects is not { IsEmpty: false } objects)
            return Task.CompletedTask;

        var releases = new List<Task>();
        foreach (var handle in objects.Keys)
        {
            if (Release(handle) is { } release)
                releases.Add(release);
        }

        return Task.WhenAll(releases);
    }

    /// <summary>Releases an object that no request can name.</summary>
    private FfiException Reject(object target, string message)
    {
        _ = service.ReleaseAsync(target);
        return new FfiException(message);
    }
}
