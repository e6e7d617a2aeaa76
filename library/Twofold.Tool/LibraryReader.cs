using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Reads the model that the generator has embedded in an assembly, without running any of it.</summary>
internal static class LibraryReader
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        Converters = { new JsonStringEnumConverter(), new EquatableArrayConverter() },
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>The model of the library in the assembly.</summary>
    /// <exception cref="BindingsException">The file is no Twofold library, or several.</exception>
    public static LibraryModel Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.HasMetadata ? file.GetMetadataReader() : throw NotALibrary(path);
        var found = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => metadata.StringComparer.Equals(type.Name, ModelJson.HolderClass))
            .Select(type => ReadConstant(metadata, type))
            .OfType<string>()
            .ToList();

        return found.Count switch
        {
            0 => throw NotALibrary(path),
            1 => Parse(found[0]),
            _ => throw new BindingsException($"{path} has {found.Count} libraries, and is published as one: give each a project of its own"),
        };
    }

    /// <summary>The model that the generator has written.</summary>
    public static LibraryModel Parse(string json) => JsonSerializer.Deserialize<LibraryModel>(json, s_options)!;

    private static string? ReadConstant(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var handle in type.GetFields())
        {
            var field = metadata.GetFieldDefinition(handle);
            if (!metadata.StringComparer.Equals(field.Name, ModelJson.HolderField))
                continue;

            var value = metadata.GetBlobReader(metadata.GetConstant(field.GetDefaultValue()).Value);
            return value.ReadUTF16(value.Length);
        }

        return null;
    }

    private static BindingsException NotALibrary(string path) =>
        new($"{path} is no Twofold library: it has no class with [FfiLibrary], or was compiled without Twofold.Generator");

    /// <summary>Reads <see cref="EquatableArray{T}"/> from a JSON array.</summary>
    private sealed class EquatableArrayConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableArray<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

        private sealed class Of<T> : JsonConverter<EquatableArray<T>>
        {
            public override EquatableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                new(JsonSerializer.Deserialize<List<T>>(ref reader, options)!);

            public override void Write(Utf8JsonWriter writer, EquatableArray<T> value, JsonSerializerOptions options) =>
                throw new NotSupportedException("the generator writes the model");
        }
    }
}
