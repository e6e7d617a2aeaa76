using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>Requests that each method takes, as bytes.</summary>
internal static class ValidRequests
{
    // No row of the table is about these, as what they do depends on what else is going on.
    private static readonly string[] s_withoutParameters = ["count_occupied", "vacate"];

    /// <summary>What a method of a library takes; nothing if no row is about it.</summary>
    public static IEnumerable<byte[]> Of(string library, string method)
    {
        if (library == "my_timer")
            return ReplyCases.ByName.Values.Where(row => row.Method == method).Select(row => row.Payload);

        return FixtureTable.ByName.Values.SelectMany(row => row.Calls)
            .Where(call => call.Method == method && call.Wire is { Status: not "INVALID_ARGUMENT" })
            .Select(call => Cbor.FromJson(call.Arguments))
            .Concat(s_withoutParameters.Contains(method) ? [Cbor.FromJson("{}")] : []);
    }
}
