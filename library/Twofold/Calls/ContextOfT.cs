namespace Twofold.Calls;

/// <summary>The context of an object of the author's class.</summary>
public abstract class Context<T> : Context
    where T : class
{
    private T? _target;

    /// <summary>The author's object; set by <see cref="Open"/>.</summary>
    public T Target => _target!;

    /// <summary>Takes the object that the author's constructor has made.</summary>
    public void Open(T target) => _target = target;

    private protected override object? DisposalTarget => _target;
}
