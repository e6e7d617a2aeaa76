using Twofold.Bindings;
using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints a list of every struct and enum of a library with what reads, writes and compares it, for checks that hold for all of them.</summary>
internal sealed class CShapes(LibraryModel library)
{
    private readonly string _n = library.Name;

    /// <summary>The declaration.</summary>
    public string Header() =>
        $$"""
        /* Every struct and enum, and what reads, writes and compares it. Printed from the library's model. */
        #ifndef SHAPES_H
        #define SHAPES_H

        #include <{{_n}}_cbor.h>

        typedef struct shape {
            const char *name;
            size_t size;
            bool (*decode)({{_n}}_cbor_reader *reader, void *value); /* a whole document */
            void (*encode)({{_n}}_cbor_writer *writer, const void *value); /* NULL: it only comes as an answer */
            bool (*same)(const void *left, const void *right);
        } shape;

        enum { SHAPE_COUNT = {{Shapes().Count()}} };

        extern const shape SHAPES[SHAPE_COUNT];

        #endif

        """;

    /// <summary>The definition.</summary>
    public string Source() =>
        $$"""
        /* Printed from the library's model. */
        #include "shapes.h"

        #include "same.h"

        {{Shapes().Select(Functions).Paragraphs(0)}}

        const shape SHAPES[SHAPE_COUNT] = {
            {{Shapes().Select(Entry).Lines(4)}}
        };

        """;

    private IEnumerable<Shape> Shapes() => Enums().Concat(Records()).Concat(Replies()).Concat(Events());

    private IEnumerable<Shape> Enums() => library.Enums.Select(type => CTypes.Name(library, type.Name)).Select(name =>
        new Shape(name, $"{name}_decode(reader, value)", $"{name}_encode(writer, *value)", "*left == *right"));

    private IEnumerable<Shape> Records() => library.Records.Where(record => record.Role == RecordRole.Message).Select(record => CTypes.Name(library, record.Name)).Select(name =>
        new Shape(name, $"{name}_decode(reader, value)", $"{name}_encode(writer, value)", $"same_{name}(left, right)"));

    private IEnumerable<Shape> Replies() => library.Methods.Where(method => method.ReplyStruct is not null).Select(method => (Method: method, Name: CTypes.Name(library, method.ReplyStruct!))).Select(item =>
        new Shape(item.Name, $"{_n}_{item.Method.WireName}_cbor_reply(reader, value)", null, $"same_{item.Name}(left, right)"));

    private IEnumerable<Shape> Events() => library.Events.Where(@event => @event.EventStruct is not null).Select(@event => (Event: @event, Name: CTypes.Name(library, @event.EventStruct!))).Select(item =>
        new Shape(item.Name, $"{_n}_{item.Event.WireName}_cbor_event(reader, value)", null, $"same_{item.Name}(left, right)"));

    private string Functions(Shape shape) =>
        $$"""
        static bool decode_{{shape.Name}}({{_n}}_cbor_reader *reader, void *into)
        {
            {{shape.Name}} *value = into;
            return {{shape.Decode}} && {{_n}}_cbor_finish(reader);
        }
        {{(shape.Encode is null ? "" : $"\nstatic void encode_{shape.Name}({_n}_cbor_writer *writer, const void *from)\n{{\n    const {shape.Name} *value = from;\n    {shape.Encode};\n}}\n")}}
        static bool same_as_{{shape.Name}}(const void *one, const void *other)
        {
            const {{shape.Name}} *left = one, *right = other;
            return {{shape.Same}};
        }
        """;

    private string Entry(Shape shape) =>
        $"{{\"{shape.Name[(_n.Length + 1)..]}\", sizeof({shape.Name}), decode_{shape.Name}, {(shape.Encode is null ? "NULL" : $"encode_{shape.Name}")}, same_as_{shape.Name}}},";

    /// <summary>A type and the expressions for it.</summary>
    private sealed record Shape(string Name, string Decode, string? Encode, string Same);
}
