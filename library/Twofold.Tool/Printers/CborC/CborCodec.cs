using System.Reflection;
using System.Text.RegularExpressions;
using Twofold.Model.Library;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the codec for C, which is the same for every library except for its prefix.</summary>
internal static class CborCodec
{
    private static readonly string[] s_templates =
    [
        "cbor_error.h", "cbor_writer.h", "cbor_memory.h", "cbor_reader.h", "cbor_numbers.h", "cbor_strings.h", "cbor_containers.h",
        "cbor_phrase.h", "cbor_explain.h", "cbor_structs.h",
    ];

    public static string Print(CNames names) => s_templates.Concat(Values(names)).Select(name => Template(names, name))
        .Concat([CborFrames.Macros(names), Template(names, "cbor_frames.h"), CborFrames.Functions(names)])
        .Paragraphs();

    /// <summary>The templates for the framework types that the library uses.</summary>
    private static IEnumerable<string> Values(CNames names)
    {
        var words = Reach.All(names.Library).Select(type => type.Word).ToHashSet();
        string[] needed =
        [
            words.Contains("uuid") ? "cbor_uuid.h" : "",
            words.Contains("date") || words.Contains("timestamp") ? "cbor_calendar.h" : "",
            words.Contains("date") ? "cbor_date.h" : "",
            words.Contains("timestamp") ? "cbor_timestamp.h" : "",
            words.Contains("duration") ? "cbor_duration.h" : "",
            words.Contains("char16") ? "cbor_char.h" : "",
            words.Contains("uri") ? "cbor_uri.h" : "",
            words.Contains("decimal") ? "cbor_decimal.h" : "",
        ];
        return needed.Where(name => name.Length > 0);
    }

    private static string Template(CNames names, string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new ToolException($"the tool was built without {name}");
        using var reader = new StreamReader(resource);
        return CValueStructs.Of(names).Aggregate(reader.ReadToEnd().Trim(), (text, word) => Regex.Replace(text, $@"\bmy_library_{word}\b", names.Composite(word)))
            .Replace("my_library", names.Prefix, StringComparison.Ordinal)
            .Replace("MY_LIBRARY", names.Upper, StringComparison.Ordinal);
    }
}
