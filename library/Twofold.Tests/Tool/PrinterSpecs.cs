using Twofold.Tests.Generator;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.CborC;
using Twofold.Tool.Printers.Cddl;

namespace Twofold.Tests.Tool;

public sealed class PrinterSpecs
{
    private const string Malformed =
        """
        /// <summary>Ends here */ #error no /* starts /tmp/*</summary>
        """;

    private static readonly Generation s_sample = Generation.Of(
        $$"""
        namespace Samples;

        {{Malformed}}
        [FfiLibrary("sample")]
        public sealed class Sample
        {
            {{Malformed}}
            /// <param name="config">Ends here */ #error no</param>
            [Ffi] public static Sample Create(Config config) => new();
            {{Malformed}}
            [Ffi] public const string Title = "a \"title\" \\ with\nlines\tand \u00fc";
            [Ffi] public const int Lowest = -2147483648;
            [Ffi] public const long Least = -9223372036854775808;
            [Ffi] public const bool IsFast = true;
            [Ffi] public const float Steepest = float.NegativeInfinity;
            {{Malformed}}
            /// <param name="mood">Ends here */ #error no</param>
            [Ffi] public Config Do(Mood mood, bool flag, uint number) => null!;
            [Ffi] public static void Rest() { }
            [Ffi] public Mood Feel() => default;
            {{Malformed}}
            [Ffi] public event Action<Config>? OnDone { add { } remove { } }
        }

        {{Malformed}}
        /// <param name="Name">Ends here */ #error no</param>
        public record Config(string Name, string? Note, int? Retries, Mood? Mood, IReadOnlyList<Part> Parts, IReadOnlyList<string> Tags, Part One);
        public record Part(bool Flag);
        {{Malformed}}
        public enum Mood
        {
            {{Malformed}}
            VeryGood = 3,
            Bad,
        }
        """);

    private static readonly string s_header = CHeader.Text(s_sample.Model());
    private static readonly string s_cborHeader = CborHeader.Text(s_sample.Model());
    private static readonly string s_schema = CddlPrinter.Text(s_sample.Model());

    [Fact]
    public void Documentation_cannot_end_the_comment_that_it_stands_in()
    {
        foreach (var header in new[] { s_header, s_cborHeader })
        {
            Assert.Contains("Ends here", header);
            Assert.DoesNotContain("#error no", WithoutComments(header));
        }
    }

    [Fact]
    public void Comments_and_brackets_are_balanced()
    {
        foreach (var header in new[] { s_header, s_cborHeader })
        {
            var code = WithoutComments(header);
            Assert.DoesNotContain("*/", code);
            Assert.Equal(code.Count(letter => letter == '{'), code.Count(letter => letter == '}'));
            Assert.Equal(code.Count(letter => letter == '('), code.Count(letter => letter == ')'));
        }
    }

    [Fact]
    public void Members_have_their_C_form()
    {
        string[] fields =
        [
            "const char *name;", "const char *note;", "bool has_retries;", "int32_t retries;", "bool has_mood;", "sample_mood mood;",
            "const sample_part *parts;", "size_t parts_count;", "const char *const *tags;", "size_t tags_count;", "sample_part one;",
        ];
        var start = s_header.IndexOf("struct sample_config {", StringComparison.Ordinal);
        var body = WithoutComments(s_header[start..s_header.IndexOf("};", start, StringComparison.Ordinal)]);
        Assert.Equal(fields, body.Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0));
        Assert.Contains("NULL if absent.", s_header);
    }

    [Fact]
    public void Enums_have_a_fixed_width_and_their_values()
    {
        Assert.Contains("typedef int32_t sample_mood;", s_header);
        Assert.Contains("SAMPLE_MOOD_VERY_GOOD = 3,", s_header);
        Assert.Contains("SAMPLE_MOOD_BAD = 4", s_header);
    }

    [Fact]
    public void Constants_are_valid_C()
    {
        Assert.Contains("#define SAMPLE_TITLE \"a \\\"title\\\" \\\\ with\\nlines\\tand \\303\\274\"\n", s_header);
        Assert.Contains("#define SAMPLE_IS_FAST true\n", s_header);

        // A name of math.h takes no suffix.
        Assert.Contains("#define SAMPLE_STEEPEST (-INFINITY)\n", s_header);

        // In C, -2147483648 negates 2147483648, which does not fit an int; 9223372036854775808 does not fit any signed type.
        Assert.Contains("#define SAMPLE_LOWEST INT32_MIN\n", s_header);
        Assert.Contains("#define SAMPLE_LEAST INT64_MIN\n", s_header);
    }

    [Fact]
    public void A_struct_is_declared_before_it_is_used() => Assert.True(
        s_header.IndexOf("struct sample_part {", StringComparison.Ordinal) < s_header.IndexOf("struct sample_config {", StringComparison.Ordinal));

    [Fact]
    public void The_schema_has_every_shape()
    {
        Assert.Contains("do-call = { mood: Mood, flag: bool, number: uint32 }", s_schema);
        Assert.Contains("do-reply = Config", s_schema);
        Assert.Contains("rest-call = {}", s_schema);
        Assert.Contains("rest-reply = nil", s_schema);
        Assert.Contains("Mood = \"veryGood\" / \"bad\"", s_schema);
        Assert.Contains("? note: tstr / nil", s_schema);
        Assert.Contains("? retries: int32 / nil", s_schema);
        Assert.Contains("parts: [* Part]", s_schema);
        Assert.Contains("subscribe-control-request = { event: \"on_done\" }", s_schema);
        Assert.Contains("LEAST = -9223372036854775808", s_schema);
    }

    [Fact]
    public void A_library_without_events_has_a_schema_and_headers_too()
    {
        var model = Generation.OfMembers("").Model();
        Assert.DoesNotContain("subscribe-control-request =", CddlPrinter.Text(model));
        Assert.NotEmpty(CHeader.Text(model));
        Assert.NotEmpty(CborHeader.Text(model));
    }

    private static string WithoutComments(string header)
    {
        var code = new System.Text.StringBuilder();
        for (var i = 0; i < header.Length;)
        {
            var open = header.IndexOf("/*", i, StringComparison.Ordinal);
            if (open < 0)
                return code.Append(header[i..]).ToString();

            code.Append(header[i..open]);
            i = header.IndexOf("*/", open, StringComparison.Ordinal) + 2;
        }

        return code.ToString();
    }
}
