namespace Twofold.Calls;

/// <summary>Items in the order in which they came. Any thread adds one, and the executor's owner takes them; neither allocates.</summary>
internal struct WorkQueue
{
    private WorkItem? _newest;

    // What the owner has fetched, in order.
    private WorkItem? _oldest;

    /// <summary>Adds an item that is in no other list. Any thread.</summary>
    public void Add(WorkItem item)
    {
        WorkItem? newest;
        do
        {
            newest = Volatile.Read(ref _newest);
            item.Next = newest;
        }
        while (Interlocked.CompareExchange(ref _newest, item, newest) != newest);
    }

    /// <summary>Takes the oldest; null if there is none. Only for the owner.</summary>
    public WorkItem? Take()
    {
        _oldest ??= WorkItem.Reverse(Interlocked.Exchange(ref _newest, null), out _);
        if (_oldest is not { } item)
            return null;

        (_oldest, item.Next) = (item.Next, null);
        return item;
    }
}
