using Twofold.Tests.Generator;
using Twofold.Tool.Printers.Cpp;

namespace Twofold.Tests.Tool;

/// <summary>The C++ wrapper of a library whose names and documentation are awkward; e2e compiles and runs that of the fixtures.</summary>
public sealed class CppPrinterSpecs
{
    private static readonly Generation s_sample = Generation.Of(
        """
        namespace Samples;

        /// <summary>Ends here */ #error no</summary>
        [FfiLibrary("sample")]
        public sealed class Server
        {
            [Ffi] public static Server Create() => new();
            [Ffi] public const double Nothing = double.NaN;
            [Ffi] public const float Most = float.PositiveInfinity;
            [Ffi] public const float Least = float.NegativeInfinity;
            [Ffi] public const string Cut = "a\0b";

            /// <summary>About delete.</summary>
            /// <param name="arena">Ends here */ #error no</param>
            /// <returns>About the result.</returns>
            [Ffi] public Outcome? Delete(string arena, string? note, Mood? mood) => null;
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

    private static readonly string s_header = CppHeader.Text(s_sample.Model());

    [Fact]
    public void The_sample_has_no_diagnostics() => Assert.Empty(s_sample.Result.Diagnostics);

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
    [InlineData("    std::optional<Outcome_> delete_(std::string_view arena_, std::optional<std::string_view> note, std::optional<Mood> mood);")]
    [InlineData("    void native_handle_(")]
    [InlineData("    void delete_async(std::string_view arena_,")]
    [InlineData("    Subscription default_(")]
    public void A_taken_name_gets_a_trailing_underscore(string declaration) => Assert.Contains($"\n{declaration}", s_header);

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
    [InlineData("     * @param arena_ Ends here * / #error no\n")]
    [InlineData("     * @return About the result.\n")]
    public void Documentation_stands_in_the_wrapper(string line) => Assert.Contains(line, s_header);

    [Fact]
    public void A_library_without_events_and_records_has_a_wrapper_too() =>
        Assert.Contains("class Sample {", CppHeader.Text(Generation.OfMembers("").Model()));
}
