namespace Twofold.Calls;

/// <summary>A value that one thread sets, once, and another waits for.</summary>
internal sealed class Completion<T>
{
    private T? _value;
    private bool _isSet;

    /// <summary>Sets the value and wakes who waits.</summary>
    public void Set(T value)
    {
        lock (this)
        {
            _value = value;
            _isSet = true;
            Monitor.Pulse(this);
        }
    }

    /// <summary>Blocks until the value is there.</summary>
    public T Wait()
    {
        lock (this)
        {
            while (!_isSet)
                Monitor.Wait(this);

            return _value!;
        }
    }
}
