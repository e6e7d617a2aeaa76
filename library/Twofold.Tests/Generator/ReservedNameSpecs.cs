using System.Globalization;
using System.Text.RegularExpressions;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.CborC;

namespace Twofold.Tests.Generator;

/// <summary>Names that the C headers use are not available to the author.</summary>
public sealed partial class ReservedNameSpecs
{
    private static readonly Generation s_sample = Generation.OfMembers("");

    [Fact]
    public void Every_name_in_the_C_codec_is_reserved()
    {
        var names = Declared().Matches(CborCodec.Print(new CNames(s_sample.Model()))).Select(match => match.Groups["name"].Value.ToLowerInvariant()).Distinct().ToList();
        Assert.Contains("cbor_writer", names);
        Assert.Contains("frame_begin_request", names);
        Assert.InRange(names.Count, 100, int.MaxValue);

        var constants = names.Select(name => $"[Ffi] public const int {Pascal(name)} = 1;");
        var said = Generation.OfMembers(string.Concat(constants)).Result.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(
            names.Select(name => $"'{Pascal(name)}' is called 'sample_{name}' in C, a name that generated code needs; rename it").Order(),
            said.Order());
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Bytes")]
    [InlineData("TextList")]
    [InlineData("TextOrNull")]
    [InlineData("Int32")]
    public void A_type_with_the_name_of_a_list_type_has_separate_functions(string name)
    {
        var model = Generation.OfMembers(
            $"[Ffi] public void Put({name}[] items, string[] texts, string?[] holes, string[][] lists, {name}?[] gaps) {{ }}",
            $"public record {name}(int X);").Model();
        var functions = Function().Matches(CborTypes.Print(new CNames(model))).Select(match => match.Value).ToList();
        Assert.Equal(functions.Distinct(), functions);
        Assert.Equal(5, functions.Count(function => function.Contains("_cbor_write_", StringComparison.Ordinal)));
    }

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Macros, types, enumerators and functions, without the library's prefix.</summary>
    [GeneratedRegex(@"^(#define SAMPLE_|typedef (struct|enum|union) sample_|    SAMPLE_(?=\w+( = \d+)?,? *(/\*|$))|static inline [^(]*\bsample_)(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<=^static inline [^(]*)\bsample_\w+(?=\()", RegexOptions.Multiline)]
    private static partial Regex Function();
}
