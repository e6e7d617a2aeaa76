using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Twofold.Model;
using Twofold.Model.Json;
using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tool;

/// <summary>Reads the model that the generator has embedded in an assembly, without running code of the assembly.</summary>
internal static class LibraryReader
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        Converters = { new JsonStringEnumConverter(), new EquatableArrayConverter() },
        IgnoreReadOnlyProperties = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddShapes } },
    };

    /// <summary>The model of the library in the assembly.</summary>
    /// <exception cref="ToolException">The file is not a Twofold library, has several, or its model cannot be read.</exception>
    public static LibraryModel Read(string path)
    {
        using var file = OpenAssembly(path);
        var metadata = file.HasMetadata ? file.GetMetadataReader() : throw NotALibrary(path);
        var found = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => metadata.StringComparer.Equals(type.Name, ModelJson.HolderClass))
            .Select(type => ReadConstant(metadata, type))
            .OfType<string>()
            .ToList();

        try
        {
            return found.Count switch
            {
                0 => throw NotALibrary(path),
                1 => Parse(found[0]),
                _ => throw new ToolException($"{path} has {found.Count} libraries; give each a project of its own"),
            };
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NotSupportedException)
        {
            throw new ToolException($"the model in {path} cannot be read: {e.Message} Use the generator and the tool of one version", e);
        }
    }

    /// <summary>The model that the generator has written.</summary>
    public static LibraryModel Parse(string json) => JsonSerializer.Deserialize<LibraryModel>(json, s_options)!;

    /// <summary>The model lists the shapes, so a new shape needs no change here.</summary>
    private static void AddShapes(JsonTypeInfo info)
    {
        if (info.Type != typeof(TypeModel))
            return;

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = ModelJson.Shape };
        foreach (var (name, shape) in ModelJson.Shapes)
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(shape, name));
    }

    private static PEReader OpenAssembly(string path)
    {
        var file = new PEReader(File.OpenRead(path));
        try
        {
            return file.PEHeaders is null ? throw NotALibrary(path) : file;
        }
        catch (BadImageFormatException)
        {
            file.Dispose();
            throw NotALibrary(path);
        }
    }

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

    private static ToolException NotALibrary(string path) =>
        new($"{path} is not a Twofold library: it has no class with [FfiLibrary], or was compiled without Twofold.Generator");

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
