using Twofold.E2E.Cases;
using Twofold.E2E.Harness;

namespace Twofold.Misuse;

/// <summary>Bad CBOR at every function that takes it.</summary>
internal static class BadCbor
{
    /// <summary>Prints what the program <c>malformed</c> is to begin with.</summary>
    public static void Print(TextWriter output)
    {
        foreach (var line in NativeLibrary.ByName.Values.SelectMany(CborTargets.LinesOf))
            output.WriteLine(line);
    }
}
