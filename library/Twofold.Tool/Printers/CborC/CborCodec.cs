using System.Reflection;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the codec for C, which is the same for every library but for its prefix.</summary>
internal static class CborCodec
{
    private static readonly string[] s_templates =
    [
        "cbor_error.h", "cbor_writer.h", "cbor_memory.h", "cbor_reader.h", "cbor_numbers.h", "cbor_strings.h", "cbor_containers.h",
        "cbor_phrase.h", "cbor_explain.h", "cbor_structs.h", "cbor_frames.h",
    ];

    public static string Print(LibraryModel library) =>
        string.Join("\n\n", s_templates.Select(Template)).Replace("my_library", library.Name).Replace("MY_LIBRARY", library.Name.ToUpperInvariant());

    private static string Template(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new BindingsException($"the tool was built without {name}");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().Trim();
    }
}
