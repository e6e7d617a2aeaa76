using System.Reflection;
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

    public static string Print(CNames names) => s_templates.Select(name => Template(names, name))
        .Concat([CborFrames.Macros(names), Template(names, "cbor_frames.h"), CborFrames.Functions(names)])
        .Paragraphs();

    private static string Template(CNames names, string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new ToolException($"the tool was built without {name}");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().Trim()
            .Replace("my_library", names.Prefix, StringComparison.Ordinal)
            .Replace("MY_LIBRARY", names.Upper, StringComparison.Ordinal);
    }
}
