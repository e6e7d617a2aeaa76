using Twofold.Tests.Generator;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.Cddl;

namespace Twofold.Tests.Tool;

/// <summary>The header and the schema contain the author's documentation comments.</summary>
public sealed class DocumentationSpecs
{
    private static readonly Generation s_sample = Generation.Of(
        """
        namespace Samples;

        /// <summary>About the library.</summary>
        [FfiLibrary("sample")]
        public sealed class Sample
        {
            /// <summary>About create.</summary>
            /// <param name="config">About config.</param>
            [Ffi] public static Sample Create(Config config) => new();

            /// <summary>About the limit.</summary>
            [Ffi] public const int Limit = 7;

            /// <summary>About the ratio.</summary>
            [Ffi] public const double Ratio = double.NaN;

            /// <summary>About add.</summary>
            /// <param name="left">About left.</param>
            /// <returns>About the sum.</returns>
            [Ffi] public int Add(int left, int right) => left + right;

            /// <summary>About the event.</summary>
            [Ffi] public event Watch? OnSeen { add { } remove { } }
        }

        /// <param name="x">About x.</param>
        /// <param name="mood">About the seen mood.</param>
        public delegate void Watch(int x, Mood mood);

        /// <summary>About configurations.</summary>
        /// <param name="Name">About the name.</param>
        public record Config(string Name);

        /// <summary>About moods.</summary>
        public enum Mood
        {
            /// <summary>About good moods.</summary>
            Good,
        }
        """);

    private static readonly string s_header = CHeader.Text(s_sample.Model());
    private static readonly string s_schema = CddlPrinter.Text(s_sample.Model());

    [Theory]
    [InlineData(" * sample 0.0.0: About the library.\n")]
    [InlineData("/** About the limit. */\n#define SAMPLE_LIMIT 7\n")]
    [InlineData("/** About configurations. */\nstruct sample_config {\n    const char *name; /**< About the name. */\n")]
    [InlineData("/** About moods. */\ntypedef int32_t sample_mood;\nenum {\n    SAMPLE_MOOD_GOOD = 0 /**< About good moods. */\n")]
    [InlineData("/**\n * About create.\n * @param config About config.\n * Returns OK")]
    [InlineData("/**\n * About add.\n * @param left About left.\n * Reply: About the sum.\n * Returns OK")]
    [InlineData("/** About the event. The event is valid")]
    [InlineData("int32_t x;        /**< About x. */\n")]
    public void Documentation_stands_in_the_header(string text) => Assert.Contains(text, s_header);

    [Theory]
    [InlineData("; sample 0.0.0: About the library.\n")]
    [InlineData("; About the limit.\nLIMIT = 7\n")]
    [InlineData("; About the ratio.\n; RATIO = NaN\n")]
    [InlineData("; About configurations.\nConfig = {\n  name: tstr, ; About the name.\n")]
    [InlineData("; About moods.\n;   good: About good moods.\nMood = \"good\"\n")]
    [InlineData("; About add.\n;   left: About left.\nadd-call = { left: int32, right: int32 }\n; About the sum.\nadd-reply = int32\n")]
    [InlineData("; About the event.\n;   x: About x.\n;   mood: About the seen mood.\non_seen-event = {")]
    public void Documentation_stands_in_the_schema(string text) => Assert.Contains(text, s_schema);
}
