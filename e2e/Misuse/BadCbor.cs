using Twofold.E2E.Cases;
using Twofold.E2E.Harness;

namespace Twofold.Misuse;

/// <summary>Bad CBOR for every function that takes CBOR.</summary>
internal static class BadCbor
{
    /// <summary>Prints the requests that the program <c>malformed</c> starts from.</summary>
    public static void Print(TextWriter output)
    {
        foreach (var line in NativeLibrary.ByName.Values.SelectMany(CborTargets.LinesOf))
            output.WriteLine(line);
    }
}
