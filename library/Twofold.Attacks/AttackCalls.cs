namespace Twofold.Attacks;

/// <summary>A method and the JSON of its parameters, with <see cref="Requests.LongText"/> or <see cref="Requests.LongList"/> for what is long.</summary>
internal sealed record Call(string Method, string Parameters)
{
    /// <summary>The frame of a request.</summary>
    /// <param name="size">The bytes of what is long.</param>
    public byte[] Frame(int size = 0) => Requests.Frame(Method, Requests.Encode(Parameters, size));
}

/// <summary>The calls of the server's library that an attack makes.</summary>
/// <param name="Healthy">What another client calls meanwhile.</param>
/// <param name="Slow">A call that takes long and has a long text.</param>
/// <param name="Fast">A call that is answered at once and has a long text.</param>
/// <param name="Listed">A call with a long list.</param>
/// <param name="Event">The event that <paramref name="Fast"/> raises.</param>
/// <param name="HasRequest">Whether <paramref name="Listed"/> is that of my_timer.</param>
internal sealed record AttackCalls(Call Healthy, Call Slow, Call Fast, Call Listed, string Event, bool HasRequest)
{
    /// <summary>Those of my_timer.</summary>
    public static AttackCalls OfTimer { get; } = new(
        new Call("version", "{}"),
        new Call("echo", """{"req": {"message": "TEXT", "delayMs": 5000}}"""),
        new Call("echo", """{"req": {"message": "TEXT", "delayMs": 0}}"""),
        new Call("complex", """{"req": {"messages": [], "tags": "LIST"}}"""),
        "on_echo_fired",
        HasRequest: true);

    /// <summary>Those of a library of which only a healthy call is known: a member that no method has carries what is long.</summary>
    public static AttackCalls Around(Call healthy, Call? slow, string? name) => new(
        healthy,
        slow ?? new Call(healthy.Method, """{"padding": "TEXT"}"""),
        new Call(healthy.Method, """{"padding": "TEXT"}"""),
        new Call(healthy.Method, """{"padding": "LIST"}"""),
        name ?? "",
        HasRequest: false);
}
