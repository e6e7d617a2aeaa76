namespace Twofold.Waiting;

/// <summary>Callbacks of the host that a thread runs one after the other. It lies on that thread's stack.</summary>
internal unsafe struct CallbackFrame
{
    [ThreadStatic]
    private static CallbackFrame* t_innermost;

    /// <summary>Identifies the context whose callbacks they are.</summary>
    public int Id;

    /// <summary>How many there are.</summary>
    public int Callbacks;

    /// <summary>The callbacks that these run inside of.</summary>
    public CallbackFrame* Outer;

    /// <summary>The callbacks that this thread is inside of, the innermost first; null if there are none.</summary>
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
