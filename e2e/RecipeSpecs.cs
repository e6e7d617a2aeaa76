using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// Follows CONTRIBUTING.md's recipe for a scalar type in a copy of the repository: a class in the model, one member in each visitor
/// and a pair of codecs are enough for a type to cross both ABIs.
/// </summary>
[Collection(nameof(Builds)), Trait("tier", "nightly")]
public sealed partial class RecipeSpecs
{
    private static readonly string[] s_folders = ["Twofold", "Twofold.Model", "Twofold.Generator", "Twofold.Attacks", "Twofold.Tool"];
    private static readonly string[] s_files = ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

    /// <summary>Visitors in which the type differs from a 64-bit integer.</summary>
    private static readonly Dictionary<string, string> s_codecs = new()
    {
        ["CborCodecOf.cs"] = "\"TimeOnlyCbor\"",
        ["NativeCodecOf.cs"] = "\"TimeOnlyNative\"",
        ["OptionalNativeCodecOf.cs"] = "Scalar(type)",
        ["ReplyShape.cs"] = "Value(type)",
    };

    [Fact]
    public async Task A_new_scalar_type_crosses_both_ABIs()
    {
        Requires.UnixShell();
        using var copy = new TempFolder();
        CopyRepository(copy);
        File.WriteAllText(copy.File("library/Twofold.Model/Types/TimeOnlyType.cs"), Recipe("TimeOnlyType.cs.txt"));
        File.WriteAllText(copy.File("library/Twofold/Native/TimeOnlyCodecs.cs"), Recipe("TimeOnlyCodecs.cs.txt"));
        var visitors = AddMembers(copy);
        Assert.True(visitors >= 10, $"only {visitors} visitors");

        Directory.CreateDirectory(copy.File("clock"));
        File.WriteAllText(copy.File("clock/Clock.cs"), Recipe("Clock.cs.txt"));
        File.WriteAllText(copy.File("clock/Clock.csproj"), Recipe("Clock.csproj.txt"));
        File.WriteAllText(copy.File("clock/clock.c"), Recipe("clock.c"));

        const string Release = "-c Release --nologo --verbosity quiet";
        await RunAsync(copy, $"dotnet publish clock {Release} --use-current-runtime --output native");
        await RunAsync(copy, $"dotnet build clock {Release}");
        await RunAsync(copy, $"dotnet build library/Twofold.Tool {Release}");
        await RunAsync(copy, $"artifacts/dotnet/bin/Twofold.Tool/release/twofold install artifacts/dotnet/bin/Clock/release/Clock.dll native/Clock{Platform.LibrarySuffix} prefix");
        await RunAsync(copy, "cc -std=c11 -Wall -Wextra -Werror -Iprefix/include clock/clock.c -o program -Lprefix/lib -lclock_sample -Wl,-rpath,$PWD/prefix/lib");

        Assert.Equal(
            ["native: 42", "native: 70, best 1 50", "cbor: 70, best 1 50"],
            (await RunAsync(copy, "./program")).Output);
    }

    private static void CopyRepository(TempFolder copy)
    {
        var sources = s_folders.SelectMany(folder => Repo.Files("*").Where(file => file.StartsWith($"library/{folder}/", StringComparison.Ordinal)));
        foreach (var file in sources.Concat(s_files))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy.File(file))!);
            File.Copy(Repo.At(file), copy.File(file));
        }
    }

    /// <summary>Adds the member for the new type to the visitor's base class and to every visitor; returns how many there are.</summary>
    private static int AddMembers(TempFolder copy)
    {
        var visitors = 0;
        foreach (var file in Directory.EnumerateFiles(copy.File("library"), "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            var member = s_codecs.GetValueOrDefault(Path.GetFileName(file)) ?? "VisitInteger(new IntegerType(64, IsSigned: true))";
            var changed = IntegerMember().Replace(text, match =>
            {
                visitors++;
                return $"{match.Groups["indent"].Value}public override {match.Groups["result"].Value} VisitTimeOnly(TimeOnlyType type) => {member};\n\n{match.Value}";
            });
            changed = changed.Replace(
                "    public abstract T VisitInteger(IntegerType type);",
                "    public abstract T VisitInteger(IntegerType type);\n\n    /// <summary>A <see cref=\"TimeOnlyType\"/>.</summary>\n    public abstract T VisitTimeOnly(TimeOnlyType type);",
                StringComparison.Ordinal);
            if (changed != text)
                File.WriteAllText(file, changed);
        }

        return visitors;
    }

    private static async Task<Outcome> RunAsync(TempFolder copy, string line)
    {
        var outcome = await Tool.ShellAsync(copy.Path, line);
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        return outcome;
    }

    private static string Recipe(string file) => File.ReadAllText(Repo.At($"e2e/Recipes/{file}"));

    [GeneratedRegex(@"^(?<indent> *)public override (?<result>[^\n]+?) VisitInteger\(IntegerType \w+\)", RegexOptions.Multiline)]
    private static partial Regex IntegerMember();
}
