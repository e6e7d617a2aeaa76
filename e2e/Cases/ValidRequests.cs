using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>Requests that each method takes, as bytes.</summary>
internal static class ValidRequests
{
    /// <summary>Those of methods whose replies are no row of a table, because they fail or depend on what was called before.</summary>
    private static readonly Dictionary<string, string> s_others = new()
    {
        ["count_touches"] = "{}",
        ["raise_all"] = "{}",
        ["crash"] = "{}",
        ["fail"] = """{"message": "as foreseen"}""",
        ["lone_surrogate"] = "{}",
        ["no_such_color"] = "{}",
        ["open_session"] = """{"name": "a session"}""",
        ["open_session_later"] = """{"name": "a session"}""",
        ["count_sessions"] = "{}",
        ["session_add"] = """{"number": 5}""",
        ["session_name"] = "{}",
        ["session_fork"] = """{"name": "another"}""",
    };

    /// <summary>What a method of a library takes; nothing if no row is about it.</summary>
    public static IEnumerable<byte[]> Of(string library, string method)
    {
        var replies = library == "my_timer" ? ReplyCases.ByName.Values : FixtureCases.Replies.Values;
        var kept = library == "my_timer" ? [] : FixtureCases.Kept.Values.Where(row => row.Method == method);
        return replies.Where(row => row.Method == method).Select(row => row.Payload)
            .Concat(kept.Select(row => Cbor.FromJson($$"""{"value": {{row.Value}}}""")))
            .Concat(s_others.TryGetValue(method, out var json) ? [Cbor.FromJson(json)] : []);
    }
}
