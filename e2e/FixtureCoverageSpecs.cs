using System.Text.RegularExpressions;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>What the fixtures export is called, natively and over the wire: a new shape cannot be forgotten.</summary>
public sealed partial class FixtureCoverageSpecs
{
    [Fact]
    public void Every_method_and_listener_of_the_header_is_called_from_C()
    {
        var sources = Directory.GetFiles(Repo.At("library/Twofold.Tests/Fixtures/native"), "*.c").Select(File.ReadAllText);
        var code = string.Concat(sources);
        var called = Call().Matches(code).Select(match => match.Value)
            .Concat(KeptByMacro().Matches(code).Select(match => $"fixtures_keep_{match.Groups[1].Value}_sync"));
        var exported = Exported().Matches(Header()).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(exported);
        Assert.Empty(exported.Except(called));
    }

    [Fact]
    public void Every_method_and_event_of_the_wrapper_is_called_from_Cpp()
    {
        var sources = Directory.GetFiles(Repo.At("library/Twofold.Tests/Fixtures/native/cpp"), "*.cpp").Select(File.ReadAllText);
        var called = CppCall().Matches(string.Concat(sources)).Select(match => match.Value).ToHashSet();
        var declared = CppDeclared().Matches(Header("fixtures.hpp")).Select(match => match.Groups[1].Value)
            .Where(name => !name.EndsWith("_async", StringComparison.Ordinal))
            .ToList();

        Assert.Contains("on_everything", declared);
        Assert.Contains("fork", declared);
        Assert.Empty(declared.Except(called).Except(["serve"]));
    }

    [Fact]
    public void Every_method_that_gives_its_argument_back_has_values_for_the_wire()
    {
        var methods = Exported().Matches(Header()).Select(match => match.Groups[1].Value)
            .Where(name => name.StartsWith("fixtures_keep_", StringComparison.Ordinal))
            .Select(name => name["fixtures_".Length..^"_sync".Length])
            .ToList();

        Assert.NotEmpty(methods);
        Assert.Empty(methods.Except(FixtureCases.Kept.Values.Select(kept => kept.Method)));
    }

    private static string Header(string name = "fixtures.h")
    {
        var path = Repo.At($"artifacts/fixtures/include/{name}");
        Assert.SkipUnless(File.Exists(path) || Environment.GetEnvironmentVariable("CI") == "true", $"missing {path}: ./just fixtures");
        return File.ReadAllText(path);
    }

    [GeneratedRegex(@"^FIXTURES_API fixtures_status (fixtures_\w+_sync|fixtures_add_\w+_listener)\(", RegexOptions.Multiline)]
    private static partial Regex Exported();

    [GeneratedRegex(@"fixtures_\w+(?=\()")]
    private static partial Regex Call();

    /// <summary>A method in the body of a class: four spaces, a result, a name.</summary>
    [GeneratedRegex(@"^    [\w:<>, ]+ (\w+)\([^{}\n]*\);$", RegexOptions.Multiline)]
    private static partial Regex CppDeclared();

    [GeneratedRegex(@"(?<=\.|->|::)\w+(?=\()")]
    private static partial Regex CppCall();

    [GeneratedRegex(@"CHECK_KEPT\((\w+), \w+,")]
    private static partial Regex KeptByMacro();
}
