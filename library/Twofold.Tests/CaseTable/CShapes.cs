using Twofold.Model.Library;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.CaseTable;

/// <summary>
/// Prints a list of every struct and enum of a library with its functions to read, write and compare, for checks that run on all
/// of them.
/// </summary>
internal sealed class CShapes(CNames names)
{
    private readonly string _n = names.Prefix;

    /// <summary>The declaration.</summary>
    public string Declarations() =>
        Source.Code($$"""
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

        """);

    /// <summary>The definition.</summary>
    public string Definitions() =>
        Source.Code($$"""
        /* Printed from the library's model. */
        #include "shapes.h"

        #include "same.h"

        {{Shapes().Select(Functions).Paragraphs()}}

        const shape SHAPES[SHAPE_COUNT] = {
            {{Shapes().Select(Entry)}}
        };

        """);

    private IEnumerable<Shape> Shapes() => Enums().Concat(Records()).Concat(Replies()).Concat(Events());

    private IEnumerable<Shape> Enums() => names.Library.Enums.Select(type => names.Type(type.Name)).Select(name =>
        new Shape(name, $"{name}_decode(reader, value)", $"{name}_encode(writer, *value)", "*left == *right"));

    private IEnumerable<Shape> Records() => names.Library.Records.Where(record => record.Role == RecordRole.Message).Select(record => names.Type(record.Name)).Select(name =>
        new Shape(name, $"{name}_decode(reader, value)", $"{name}_encode(writer, value)", $"same_{name}(left, right)"));

    private IEnumerable<Shape> Replies() => names.Library.Methods.Where(method => method.ReplyStruct is not null).Select(method => (Method: method, Name: names.Type(method.ReplyStruct!))).Select(item =>
        new Shape(item.Name, $"{_n}_{item.Method.WireName}_cbor_reply(reader, value)", null, $"same_{item.Name}(left, right)"));

    private IEnumerable<Shape> Events() => names.Library.Events.Where(@event => @event.EventStruct is not null).Select(@event => (Event: @event, Name: names.Type(@event.EventStruct!))).Select(item =>
        new Shape(item.Name, $"{_n}_{item.Event.WireName}_cbor_event(reader, value)", null, $"same_{item.Name}(left, right)"));

    private string Functions(Shape shape) =>
        Source.Code($$"""
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
        """);

    private string Entry(Shape shape) =>
        $"{{\"{shape.Name[(_n.Length + 1)..]}\", sizeof({shape.Name}), decode_{shape.Name}, {(shape.Encode is null ? "NULL" : $"encode_{shape.Name}")}, same_as_{shape.Name}}},";

    /// <summary>A type and the expressions for it.</summary>
    private sealed record Shape(string Name, string Decode, string? Encode, string Same);
}
