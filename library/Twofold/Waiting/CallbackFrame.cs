namespace Twofold.Waiting;

/// <summary>A batch of host callbacks that a thread runs one after the other. Allocated on that thread's stack.</summary>
internal unsafe struct CallbackFrame
{
    [ThreadStatic]
    private static CallbackFrame* t_innermost;

    /// <summary>The id of the context that the callbacks belong to.</summary>
    public int Id;

    /// <summary>The number of callbacks.</summary>
    public int Callbacks;

    /// <summary>The enclosing frame: these callbacks run inside it.</summary>
    public CallbackFrame* Outer;

    /// <summary>The innermost frame of this thread; null if it is not inside a callback.</summary>
    public static CallbackFrame* Innermost
    {
        get => t_innermost;
        set => t_innermost = value;
    }

    /// <summary>How many callbacks of one context are in a thread's frames.</summary>
    public static int Count(CallbackFrame* innermost, int id)
    {
        var count = 0;
        for (var frame = innermost; frame is not null; frame = frame->Outer)
            count += frame->Id == id ? frame->Callbacks : 0;

        return count;
    }
}
