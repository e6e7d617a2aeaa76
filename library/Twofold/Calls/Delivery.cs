namespace Twofold.Calls;

/// <summary>Where the outcome of a call is delivered.</summary>
public enum Delivery
{
    /// <summary>Inside the gate: it is only put down for who waits for it.</summary>
    Inside,

    /// <summary>Outside the gate, after the events that the call has raised.</summary>
    Outside,

    /// <summary>Outside as well, and destroy waits for it: it runs code of the host, which may call the context again.</summary>
    ToHost,
}
