using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>Valid requests for each method, as bytes.</summary>
internal static class ValidRequests
{
    // The table has no rows for these, because their results depend on other calls in flight.
    private static readonly string[] s_withoutParameters = ["count_occupied", "vacate"];

    /// <summary>Valid requests for a method of a library; none if the table has no row for it.</summary>
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
