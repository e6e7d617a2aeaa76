namespace Twofold.Tests.CaseTable;

/// <summary>A row of the table: one call, or several in turn on an object of their own.</summary>
/// <param name="Feature">The file that it stands in, which is that of the fixture.</param>
/// <param name="Name">What it is about; unique.</param>
/// <param name="Calls">The calls.</param>
internal sealed record Case(string Feature, string Name, IReadOnlyList<Call> Calls)
{
    /// <summary>Whether it is one call, for which any object will do.</summary>
    public bool IsSingle => Calls is [{ Keep: null, Events.Count: 0 }];

    /// <inheritdoc/>
    public override string ToString() => $"{Feature}: {Name}";
}

/// <summary>A call, and how it must end.</summary>
/// <param name="Method">The method's name on the wire, or <c>$release</c>.</param>
/// <param name="Arguments">The arguments: a JSON object in the notation of cases/README.md.</param>
/// <param name="On">The object that it is called on, if it is not the library's own.</param>
/// <param name="Keep">What later calls name the object by that it returns.</param>
/// <param name="Native">How it ends in C; null where C cannot say it.</param>
/// <param name="Wire">How it ends in CBOR; null where CBOR cannot say it.</param>
/// <param name="Events">The payloads of the events that it raises, by the events' names.</param>
internal sealed record Call(
    string Method, string Arguments, string? On, string? Keep, Ending? Native, Ending? Wire, IReadOnlyDictionary<string, string> Events);

/// <summary>How a call ends.</summary>
/// <param name="Status">The status as C names it behind the prefix.</param>
/// <param name="Error">The message, unless the status is OK.</param>
/// <param name="Result">The result as JSON; "null" where there is none.</param>
internal sealed record Ending(string Status, string Error, string Result)
{
    /// <summary>The status of what succeeds.</summary>
    public const string Ok = "OK";

    /// <summary>Whether the call succeeds.</summary>
    public bool IsOk => Status == Ok;
}
