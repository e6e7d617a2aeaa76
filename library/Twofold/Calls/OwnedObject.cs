namespace Twofold.Calls;

/// <summary>An object that a method has returned. Its methods run in the executor of the context that it comes from.</summary>
/// <param name="context">The context that it comes from, and ends with.</param>
/// <param name="target">The author's object.</param>
public sealed class OwnedObject<T>(Context context, T target) : IDisposable
    where T : class
{
    /// <summary>The context that it comes from.</summary>
    public Context Context { get; } = context;

    /// <summary>The author's object.</summary>
    public T Target { get; } = target;

    /// <summary>Disposes of the author's object.</summary>
    public void Dispose() => Context.Release(Target);
}
