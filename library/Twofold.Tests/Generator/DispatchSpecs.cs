using System.Text.RegularExpressions;

namespace Twofold.Tests.Generator;

/// <summary>The lookup of a method by its name.</summary>
public sealed class DispatchSpecs
{
    // Names that differ only in their number, like those of a large library.
    private const int Methods = 256;

    private static readonly string s_service = Serve();

    [Fact]
    public void Every_method_has_one_comparison() => Assert.Equal(
        Enumerable.Range(0, Methods).Select(Name).Order(StringComparer.Ordinal),
        Regex.Matches(s_service, "SequenceEqual\\(\"(\\w+)\"u8\\)").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void A_name_is_compared_with_at_most_three_methods_of_a_large_library() =>
        Assert.DoesNotMatch("(if \\(method\\.SequenceEqual[^\\n]*\\n[^\\n]*return[^\\n]*\\n\\s*){4}", s_service);

    private static string Name(int number) => $"method{number}";

    private static string Serve()
    {
        var members = Enumerable.Range(0, Methods).Select(number => $"[Ffi] public void Method{number}() {{ }}");
        var generation = Generation.OfMembers(string.Join('\n', members));
        Assert.Empty(generation.Problems);
        return generation.Result.GeneratedSources.Single(source => source.HintName.Contains("Service", StringComparison.Ordinal)).SourceText.ToString();
    }
}
