using Twofold.E2E.Harness;

namespace Twofold.E2E.Cases;

/// <summary>The functions that the program <c>malformed</c> calls with bad CBOR, and valid requests to mutate.</summary>
internal static class CborTargets
{
    // These calls do not end by themselves, and have no parameters that could be malformed.
    private static readonly string[] s_endless = ["pass_and_stay", "occupy"];

    /// <summary>More than the program accepts.</summary>
    private const int LongestRequest = 1024;

    /// <summary>The lines of its file. The function that takes a method name gets the requests of all methods.</summary>
    /// <exception cref="InvalidOperationException">A function has no request.</exception>
    public static IEnumerable<string> LinesOf(NativeLibrary library)
    {
        var functions = library.Functions.Where(function => function.Parameters.Contains("const uint8_t *request")).ToList();
        if (functions.Count == 0)
            throw new InvalidOperationException($"no function of {library.Name} takes CBOR");

        foreach (var function in functions)
        {
            var byName = function.Name == $"{library.Name}_call_cbor";
            var methods = byName
                ? functions.Where(other => other.HandleType == library.Name && other != function).Select(WireName)
                : [WireName(function)];
            foreach (var method in methods.Except(s_endless))
            {
                foreach (var request in RequestsOf(method))
                    yield return $"{function.HandleType ?? "-"} {function.Name} {(byName ? method : "-")} {Convert.ToHexStringLower(request)}";
            }
        }

        string WireName(CFunction function) => function.Name[(library.Name.Length + 1)..^"_cbor".Length];

        List<byte[]> RequestsOf(string method)
        {
            var requests = ValidRequests.Of(library.Name, method).Where(request => request.Length <= LongestRequest).ToList();
            return requests.Count > 0 ? requests : throw new InvalidOperationException($"{method} has no request in Cases/ValidRequests.cs");
        }
    }
}
