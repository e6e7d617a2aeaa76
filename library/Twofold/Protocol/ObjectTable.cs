using System.Collections.Concurrent;
using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol;

/// <summary>The objects that a connection's replies have returned, under the numbers that its requests name them by. Thread-safe.</summary>
internal sealed class ObjectTable(Service service, int maxObjects, Account account) : IObjectKeeper
{
    // Made with the first object: most connections have none.
    private ConcurrentDictionary<ulong, Kept>? _objects;
    private long _lastHandle;
    private volatile bool _isClosed;

    /// <inheritdoc/>
    public ulong Keep(object target)
    {
        if (_isClosed)
            throw new FfiException("the connection is closed");

        var objects = _objects ?? Interlocked.CompareExchange(ref _objects, new ConcurrentDictionary<ulong, Kept>(), null) ?? _objects;
        if (objects.Count >= maxObjects)
            throw new FfiException($"object limit ({maxObjects}) reached; $release some");

        var handle = (ulong)Interlocked.Increment(ref _lastHandle);
        objects[handle] = new Kept(target);
        account.AddBuffer(Account.BytesPerObject);

        // If it was closed meanwhile, the thread that takes the object out again releases it.
        if (_isClosed && objects.TryRemove(handle, out var kept) && kept.TryRelease())
            throw new FfiException("the connection is closed");

        return handle;
    }

    /// <inheritdoc/>
    public object? Find(ulong handle) => _objects?.GetValueOrDefault(handle) is { IsReleased: false } kept ? kept.Target : null;

    /// <summary>
    /// Releases an object; the task ends when that is done. Null if there is no such object. If it throws, for want of memory, the
    /// object is still there.
    /// </summary>
    public Task? Release(ulong handle)
    {
        if (_objects is not { } objects || !objects.TryGetValue(handle, out var kept) || !kept.TryRelease())
            return null;

        Task release;
        try
        {
            release = service.ReleaseAsync(kept.Target);
        }
        catch (OutOfMemoryException)
        {
            kept.KeepOn();
            throw;
        }

        objects.TryRemove(handle, out _);
        account.AddBuffer(-Account.BytesPerObject);
        return release;
    }

    /// <summary>Takes no more objects and releases those that are left; the task ends when that is done.</summary>
    public Task CloseAsync()
    {
        _isClosed = true;
        if (_objects is not { IsEmpty: false } objects)
            return Task.CompletedTask;

        var releases = new List<Task>();
        foreach (var (handle, _) in objects)
        {
            releases.EnsureCapacity(releases.Count + 1);
            if (Release(handle) is { } release)
                releases.Add(release);
        }

        return Task.WhenAll(releases);
    }

    /// <summary>An object, and whether somebody releases it.</summary>
    private sealed class Kept(object target)
    {
        private int _isReleased;

        public object Target => target;

        public bool IsReleased => Volatile.Read(ref _isReleased) == 1;

        public bool TryRelease() => Interlocked.Exchange(ref _isReleased, 1) == 0;

        public void KeepOn() => Volatile.Write(ref _isReleased, 0);
    }
}
