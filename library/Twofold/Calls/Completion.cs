namespace Twofold.Calls;

/// <summary>A value that one thread sets, once, and another waits for: the one that has made it.</summary>
internal sealed class Completion<T>
{
    private readonly AutoResetEvent _waiter = WaitList.EventOfThisThread;
    private T? _value;
    private volatile bool _isSet;

    /// <summary>Sets the value and wakes who waits.</summary>
    public void Set(T value)
    {
        _value = value;
        _isSet = true;
        _waiter.Set();
    }

    /// <summary>Blocks until the value is there.</summary>
    public T Wait()
    {
        while (!_isSet)
            _waiter.WaitOne();

        return _value!;
    }
}
