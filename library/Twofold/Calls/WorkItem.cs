namespace Twofold.Calls;

/// <summary>Code that waits in an executor's queue.</summary>
internal abstract class WorkItem
{
    /// <summary>The next in the executor's queue, and later in its list of ended calls.</summary>
    internal WorkItem? Next;

    /// <summary>Runs inside the executor.</summary>
    public abstract void Run();

    /// <summary>Ends a call with CANCELLED, unless it already has an outcome.</summary>
    public virtual void Cancel()
    {
    }

    /// <summary>Delivers the reply outside the executor, if the item is a call.</summary>
    public virtual void Deliver()
    {
    }

    /// <summary>Reverses the list, which grows at its head, into the order in which calls ended.</summary>
    internal static WorkItem? Reverse(WorkItem? head, out int count)
    {
        WorkItem? reversed = null;
        for (count = 0; head is not null; count++)
            (head.Next, reversed, head) = (reversed, head, head.Next);

        return reversed;
    }
}
