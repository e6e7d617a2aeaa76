using Twofold.Protocol;
using System.Text.RegularExpressions;
using Twofold.Bindings;
using Twofold.Tests.Generator;

namespace Twofold.Tests.Bindings;

/// <summary>The C++ wrapper of a library whose names and documentation are awkward; e2e compiles and runs that of the fixtures.</summary>
public sealed partial class CppPrinterSpecs
{
    private static readonly Generation s_sample = Generation.Of(
        """
        namespace Samples;

        /// <summary>Ends here */ #error no</summary>
        [FfiLibrary("sample")]
        public sealed class Server
        {
            [Ffi] public static Server Create() => new();
            [Ffi] public const double Unit = double.NaN;
            [Ffi] public const float Most = float.PositiveInfinity;
            [Ffi] public const float Least = float.NegativeInfinity;
            [Ffi] public const string Cut = "a\0b";

            /// <summary>About delete.</summary>
            /// <param name="loan">Ends here */ #error no</param>
            /// <returns>About the result.</returns>
            [Ffi] public Outcome? Delete(string loan, string? note, Mood? mood) => null;
            [Ffi] public void NativeHandle(List<Owner?> owners, List<List<Mood?>> moods) { }
            [Ffi] public Session Open() => null!;
            [Ffi] public event Action<string, int>? Default { add { } remove { } }
        }

        [Ffi]
        public sealed class Session
        {
            [Ffi] public Other Next() => null!;
        }

        [Ffi]
        public sealed class Other
        {
            [Ffi] public Session Back() => null!;
        }

        public record Outcome(Owner? Owner, Owner[] Owners);
        public record Owner(Outcome? Outcome, List<Outcome?> Outcomes, string?[][]? Notes);
        public enum Mood { None = -1, HTTPError = int.MinValue }
        """);

    private static readonly string s_header = CppHeader.Print(s_sample.Model());
    private static readonly string s_c = CHeader.Print(s_sample.Model());

    [Fact]
    public void The_sample_can_be_exported() => Assert.Empty(s_sample.Result.Diagnostics);

    [Fact]
    public void Documentation_cannot_end_the_comment_that_it_stands_in()
    {
        Assert.Contains("Ends here", s_header);
        foreach (var line in s_header.Split('\n').Where(line => line.Contains("#error no", StringComparison.Ordinal)))
            Assert.Matches(@"^\s*/?\*", line);
        Assert.DoesNotContain("*/ #error", s_header);
    }

    [Theory]
    [InlineData("class Server_ {")]
    [InlineData("struct Outcome_ {")]
    [InlineData("    std::optional<Outcome_> delete_(std::string_view loan_, std::optional<std::string_view> note, std::optional<Mood> mood);")]
    [InlineData("    void native_handle_(")]
    [InlineData("    Subscription default_(")]
    public void A_name_that_is_taken_has_an_underscore_behind_it(string declaration) => Assert.Contains($"\n{declaration}", s_header);

    [Theory]
    [InlineData("    std::shared_ptr<const Owner> owner{};")]
    [InlineData("    std::vector<Owner> owners{};")]
    [InlineData("    std::vector<std::shared_ptr<const Outcome_>> outcomes{};")]
    [InlineData("    std::optional<std::vector<std::vector<std::optional<std::string>>>> notes{};")]
    public void A_record_that_contains_itself_does_so_behind_a_pointer_or_a_list(string member) => Assert.Contains($"\n{member}", s_header);

    [Fact]
    public void Records_that_contain_each_other_are_declared_first() => Assert.True(
        s_header.IndexOf("struct Owner;", StringComparison.Ordinal) is > 0 and var declared && declared < s_header.IndexOf("struct Outcome_ {", StringComparison.Ordinal));

    [Theory]
    [InlineData("static constexpr double nothing = std::numeric_limits<double>::quiet_NaN();")]
    [InlineData("static constexpr float most = std::numeric_limits<float>::infinity();")]
    [InlineData("static constexpr float least = -std::numeric_limits<float>::infinity();")]
    [InlineData("static constexpr std::string_view cut{SAMPLE_CUT, sizeof SAMPLE_CUT - 1};")]
    public void Constants_are_constant_expressions(string constant) => Assert.Contains(constant, s_header);

    [Theory]
    [InlineData("    None = -1,")]
    [InlineData("    HttpError = INT32_MIN,")]
    public void Enumerators_have_their_values(string enumerator) => Assert.Contains($"\n{enumerator}", s_header);

    [Theory]
    [InlineData("     * About delete.\n")]
    [InlineData("     * @param loan_ Ends here * / #error no\n")]
    [InlineData("     * @return About the result.\n")]
    public void Documentation_stands_in_the_wrapper(string line) => Assert.Contains(line, s_header);

    [Fact]
    public void Server_options_have_every_field_of_C_with_its_comment_and_pass_it_on()
    {
        var fields = Fields().Matches(Between(s_c, "typedef struct sample_server_options {", "}")).Select(match => (Name: match.Groups[1].Value, Doc: match.Groups[2].Value)).ToList();
        var options = Fields().Matches(Between(s_header, "struct ServerOptions {", "};")).Select(match => (Name: match.Groups[1].Value, Doc: match.Groups[2].Value));

        Assert.Contains("transport", fields.Select(field => field.Name));
        Assert.Equal(fields.Skip(1), options);
        Assert.All(fields.Skip(1), field => Assert.Matches($@"lent\.{field.Name} = .*\bvalue\.{field.Name}\b", s_header));
    }

    [Theory]
    [InlineData("typedef int32_t sample_status;", "SAMPLE_", "enum class Status")]
    [InlineData("typedef int32_t sample_log_level;", "SAMPLE_LOG_", "enum class LogLevel")]
    [InlineData("typedef enum sample_transport {", "SAMPLE_TRANSPORT_", "enum class Transport")]
    public void What_every_library_has_is_numbered_as_in_C(string c, string prefix, string cpp)
    {
        var numbers = Enumerators().Matches(Between(s_c, c, "}"))
            .Select(match => (match.Groups[1].Value[prefix.Length..].Replace("_", "", StringComparison.Ordinal).ToUpperInvariant(), match.Groups[2].Value))
            .ToList();
        var mirrored = Enumerators().Matches(Between(s_header, cpp, "};")).Select(match => (match.Groups[1].Value.ToUpperInvariant(), match.Groups[2].Value));

        Assert.NotEmpty(numbers);
        Assert.Equal(numbers, mirrored);
    }

    [Fact]
    public void A_library_without_events_and_records_has_a_wrapper_too() =>
        Assert.Contains("class Sample {", CppHeader.Print(Generation.OfMembers("").Model()));

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, from);
        start += from.Length;
        return text[start..text.IndexOf($"\n{to}", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^    [\w: ]+[ *](\w+)(?:\{\})?; +/\*\*< (.*) \*/$", RegexOptions.Multiline)]
    private static partial Regex Fields();

    [GeneratedRegex(@"^    (\w+) = (-?\d+)", RegexOptions.Multiline)]
    private static partial Regex Enumerators();
}
