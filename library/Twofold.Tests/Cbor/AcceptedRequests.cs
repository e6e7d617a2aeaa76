namespace Twofold.Tests.Cbor;

/// <summary>
/// Unusual encodings of a <see cref="MyTimerLibrary.ComplexRequest"/> that readers accept, each with the encoding that our writer
/// produces.
/// </summary>
internal static class AcceptedRequests
{
    private const string Messages = "68" + "6d65737361676573";
    private const string Tags = "64" + "74616773";
    private const string Note = "64" + "6e6f7465";
    private const string Retries = "67" + "72657472696573";
    private const string Message = "67" + "6d657373616765";
    private const string DelayMs = "67" + "64656c61794d73";
    private const string Empty = $"a4{Messages}80{Tags}80{Note}f6{Retries}f6";
    private const string Five = $"a4{Messages}81a2{Message}6178{DelayMs}05{Tags}80{Note}f6{Retries}07";

    public static readonly (string What, string Hex, string Again)[] All =
    [
        ("null for both lists", $"a2{Messages}f6{Tags}f6", Empty),
        ("undefined for both lists", $"a2{Messages}f7{Tags}f7", Empty),
        ("null in a tag for a list", $"a2{Messages}c1f6{Tags}80", Empty),
        ("null for a list in a map that ends with a break", $"bf{Messages}f6{Tags}f6ff", Empty),
        ("a key in a tag", $"a2c1{Messages}80{Tags}80", Empty),
        ("keys in tags, the second one in several", $"a2c1{Messages}80d9d9f7c1d8ff{Tags}80", Empty),
        ("a key in a tag and in chunks", $"a2{Messages}80c17f627461626773ff80", Empty),
        ("an unknown key in a tag", $"a3c1616101{Messages}80{Tags}80", Empty),
        ("keys that are not text in a skipped value", $"a36161a201024178a1f5f6{Messages}80{Tags}80", Empty),
        ("numbers as half-precision floats", $"a3{Messages}81a2{Message}6178{DelayMs}f94500{Tags}80{Retries}f94700", Five),
        ("numbers as double-precision floats", $"a3{Messages}81a2{Message}6178{DelayMs}fb4014000000000000{Tags}80{Retries}fb401c000000000000", Five),
        ("numbers as bignums", $"a3{Messages}81a2{Message}6178{DelayMs}c24105{Tags}80{Retries}c2420007", Five),
        ("all of these at once", $"bfc1{Retries}f94700{Tags}f7{Messages}9fbfc1{DelayMs}c25f4105ff{Message}6178ffffff", Five),
    ];
}
