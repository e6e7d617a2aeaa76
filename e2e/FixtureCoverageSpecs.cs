using System.Text.RegularExpressions;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// Every export of the fixtures is in the table of cases, or in the list of those that a table cannot express, so no new shape is
/// forgotten.
/// </summary>
public sealed partial class FixtureCoverageSpecs
{
    // Constructors are checked by main.c and callbacks.c, and methods that do not return until another call is made by endings.c.
    private static readonly string[] s_handWritten = ["create", "pass_and_stay", "occupy", "count_occupied", "vacate"];

    private static IEnumerable<string> TableNatively => Called(call => call.Native is not null);

    private static IEnumerable<string> TableOverTheWire => Called(call => call.Wire is not null);

    [Fact]
    public void Every_method_of_the_header_is_in_the_table_natively_and_over_the_wire()
    {
        var exported = Methods().Matches(Header()).Select(match => match.Groups[1].Value).Except(s_handWritten).ToList();

        Assert.NotEmpty(exported);
        Assert.Empty(exported.Except(TableNatively));
        Assert.Empty(exported.Except(TableOverTheWire));
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
        Assert.Contains("set_log", declared);
        Assert.Empty(declared.Except(called).Except(["serve"]));
    }

    [Fact]
    public void Every_event_of_the_header_is_in_the_table()
    {
        var exported = Listeners().Matches(Header()).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(exported);
        Assert.Equal(exported.Order(), FixtureTable.ByName.Values.SelectMany(row => row.Calls).SelectMany(call => call.Events.Keys).Distinct().Order());
    }

    [Fact]
    public void Methods_outside_the_table_are_called_from_hand_written_C()
    {
        var code = string.Concat(Directory.GetFiles(Repo.At("library/Twofold.Tests/Fixtures/native"), "*.c").Select(File.ReadAllText));

        Assert.All(s_handWritten, name => Assert.Matches($@"fixtures_{name}(_sync)?\(", code));
        Assert.Empty(s_handWritten.Intersect(TableNatively));
    }

    [Fact]
    public void Every_file_of_fixtures_that_exports_methods_has_a_file_of_cases()
    {
        var features = Directory.GetFiles(Repo.At("library/Twofold.Tests/Fixtures"), "*.cs")
            .Where(path => MethodAttribute().IsMatch(File.ReadAllText(path)))
            .Select(path => Words().Replace(Path.GetFileNameWithoutExtension(path), "_").ToLowerInvariant())
            .Except(["library"]);

        Assert.Equal(features.Order(), FixtureTable.ByName.Values.Select(row => row.Feature).Distinct().Order());
    }

    private static IEnumerable<string> Called(Func<Tests.CaseTable.Call, bool> where) =>
        FixtureTable.ByName.Values.SelectMany(row => row.Calls).Where(where).Select(call => call.Method);

    private static string Header(string name = "fixtures.h")
    {
        var path = Repo.At($"artifacts/fixtures/include/{name}");
        Assert.SkipUnless(File.Exists(path) || Environment.GetEnvironmentVariable("CI") == "true", $"missing {path}: ./just fixtures");
        return File.ReadAllText(path);
    }

    [GeneratedRegex(@"^FIXTURES_API fixtures_status fixtures_(\w+)_sync\(", RegexOptions.Multiline)]
    private static partial Regex Methods();

    [GeneratedRegex(@"^FIXTURES_API fixtures_status fixtures_add_(\w+)_listener\(", RegexOptions.Multiline)]
    private static partial Regex Listeners();

    [GeneratedRegex(@"\[(Twofold\.)?Ffi\]\s+public (?!const|event|sealed)")]
    private static partial Regex MethodAttribute();

    [GeneratedRegex(@"(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();

    /// <summary>A method of a class, indented by four spaces, or a function outside.</summary>
    [GeneratedRegex(@"^(?:    [\w:<>, ]+|void) (\w+)\([^{}\n]*\);$", RegexOptions.Multiline)]
    private static partial Regex CppDeclared();

    [GeneratedRegex(@"(?<=\.|->|::)\w+(?=\()")]
    private static partial Regex CppCall();

}
