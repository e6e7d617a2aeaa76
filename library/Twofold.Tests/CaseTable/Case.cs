namespace Twofold.Tests.CaseTable;

/// <summary>A row of the table: one call, or a sequence of calls on a separate object.</summary>
/// <param name="Feature">The file that contains it, named like the file of the fixture.</param>
/// <param name="Name">What it is about; unique.</param>
/// <param name="Calls">The calls.</param>
internal sealed record Case(string Feature, string Name, IReadOnlyList<Call> Calls)
{
    /// <summary>Whether it is a single call, which can run on any object.</summary>
    public bool IsSingle => Calls is [{ Keep: null, Events.Count: 0 }];

    /// <inheritdoc/>
    public override string ToString() => $"{Feature}: {Name}";
}

/// <summary>A call and its expected outcome.</summary>
/// <param name="Method">The method's name on the wire, or <c>$release</c>.</param>
/// <param name="Arguments">The arguments: a JSON object in the notation of cases/README.md.</param>
/// <param name="On">The object that it is called on, if it is not the library's own.</param>
/// <param name="Keep">The name by which later calls refer to the returned object.</param>
/// <param name="Native">The outcome in C; null if C cannot express the call.</param>
/// <param name="Wire">The outcome in CBOR; null if CBOR cannot express the call.</param>
/// <param name="Events">The payloads of the events that it raises, by the events' names.</param>
internal sealed record Call(
    string Method, string Arguments, string? On, string? Keep, Ending? Native, Ending? Wire, IReadOnlyDictionary<string, string> Events);

/// <summary>The outcome of a call.</summary>
/// <param name="Status">The status as C names it behind the prefix.</param>
/// <param name="Error">The message, unless the status is OK.</param>
/// <param name="Result">The result as JSON; "null" if there is none.</param>
internal sealed record Ending(string Status, string Error, string Result)
{
    /// <summary>The status of success.</summary>
    public const string Ok = "OK";

    /// <summary>Whether the call succeeds.</summary>
    public bool IsOk => Status == Ok;
}
