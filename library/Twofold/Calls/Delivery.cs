namespace Twofold.Calls;

/// <summary>Where the outcome of a call is delivered.</summary>
public enum Delivery
{
    /// <summary>Inside the executor: the outcome is only stored for a waiting thread.</summary>
    Inside,

    /// <summary>Outside the executor, after the events that the call has raised.</summary>
    Outside,

    /// <summary>Outside, and destroy waits for it: it runs code of the host, which may call the context again.</summary>
    ToHost,
}
