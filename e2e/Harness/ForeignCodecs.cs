namespace Twofold.E2E.Harness;

/// <summary>
/// A program that decodes CBOR with a codec of another language and encodes it again, in every form that the codec supports.
/// </summary>
/// <param name="Program">What to run.</param>
/// <param name="Forms">The names of the forms, as it prints them.</param>
internal sealed record ForeignCodec(Executable Program, IReadOnlyList<string> Forms)
{
    /// <summary>The form that goes through a native type of the other language; only for methods that have such a type.</summary>
    public const string Typed = "typed";

    /// <summary>The form whose lists, maps and strings end with a break.</summary>
    public const string Indefinite = "indefinite";

    /// <summary>The forms of each item, by their names.</summary>
    /// <param name="items">Items, and the methods whose arguments or results they are.</param>
    public async Task<IReadOnlyList<Dictionary<string, byte[]>>> RecodeAsync(IReadOnlyCollection<(string Method, byte[] Item)> items)
    {
        using var folder = new TempFolder();
        var path = folder.File("items");
        await File.WriteAllLinesAsync(path, items.Select(item => $"{item.Method} {Convert.ToHexStringLower(item.Item)}"));
        var outcome = await Program.RunAsync([path]);
        if (outcome is not { ExitCode: 0, Errors: [] } || outcome.Output.Count != items.Count)
            throw new InvalidOperationException($"expected exit code 0 and {items.Count} lines\n{outcome}");

        return [.. outcome.Output.Select(line => line.Split(' ').Select(form => form.Split('=')).ToDictionary(form => form[0], form => Convert.FromHexString(form[1])))];
    }
}

/// <summary>Every such program.</summary>
internal static class ForeignCodecs
{
    private const string Command = "./just foreign-codecs";

    /// <summary>By the name of the codec.</summary>
    public static IReadOnlyDictionary<string, ForeignCodec> ByName { get; } = new Dictionary<string, ForeignCodec>
    {
        ["cbor2"] = new(Executable.Python("e2e/ForeignCodecs/cbor2/recode.py", module: "cbor2"), ["default", "canonical", ForeignCodec.Indefinite]),
        ["ciborium"] = new(
            Executable.Built("artifacts/rust/release/recode", Command, [.. Clients.Named("rust").Program.Needs]), [ForeignCodec.Typed, "value", ForeignCodec.Indefinite]),
    };
}
