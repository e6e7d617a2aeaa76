namespace Twofold.Waiting;

/// <summary>A value that one thread sets once. The thread that created this waits for it.</summary>
internal sealed class Completion<T>
{
    private readonly AutoResetEvent _waiter = WaitList.EventOfThisThread;
    private T? _value;
    private volatile bool _isSet;

    /// <summary>Sets the value and wakes the waiting thread.</summary>
    public void Set(T value)
    {
        _value = value;
        _isSet = true;
        _waiter.Set();
    }

    /// <summary>Blocks until the value is set.</summary>
    public T Wait()
    {
        while (!_isSet)
            _waiter.WaitOne();

        return _value!;
    }
}
