using Twofold.Model.Types;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the functions for unnamed types such as lists, the innermost type first.</summary>
internal sealed class CborHelpers(CNames names) : ScalarVisitor<IEnumerable<CborHelpers.Helper>>
{
    /// <summary>The functions for a type, named after <paramref name="Type"/>.</summary>
    internal sealed record Helper(TypeModel Type, IReadOnlyList<string> Functions);

    public override IEnumerable<Helper> VisitString(StringType type) => [];

    public override IEnumerable<Helper> VisitBytes(BytesType type) => [];

    public override IEnumerable<Helper> VisitRecord(RecordType type) => [];

    public override IEnumerable<Helper> VisitList(ListType type) => [.. type.Item.Accept(this), new Helper(type, [Write(type), Read(type)])];

    public override IEnumerable<Helper> VisitObject(ObjectType type) => [];

    public override IEnumerable<Helper> VisitOptional(OptionalType type) =>
        type.Absent == AbsentForm.Pointer ? [.. type.Item.Accept(this), new Helper(type, [ReadPointer(type)])] : type.Item.Accept(this);

    protected override IEnumerable<Helper> VisitScalar(TypeModel type) => [];

    private string Write(ListType list)
    {
        var n = names.Prefix;
        var items = new CTypes(names).Of(list.Item).ConstPointer;
        return Source.Code(
            $$"""
            /** Internal: writes a list. */
            static inline void {{CborNames.Helper(names, "write", list)}}({{n}}_cbor_writer *writer, {{items.Declare("items")}}, size_t count)
            {
                size_t i;
                if (!{{n}}_cbor_begin_items(writer, items, count))
                    return;
                for (i = 0; i < count && !writer->error; i++, items++)
                    {{CborWrite.Value(names, list.Item, CborPlace.Item("items", list.Item), "writer")}}
            }
            """);
    }

    private string Read(ListType list)
    {
        var n = names.Prefix;
        var item = new CTypes(names).Of(list.Item);
        var read = CborRead.Value(names, list.Item, CborPlace.Item("to", list.Item));
        var body = list.Item.IsOptional ? $" {{\n    memset(to, 0, sizeof *to);\n    {read}\n}}" : $"\n    {read}";
        return Source.Code(
            $$"""
            /** Internal: reads a list into the reader's memory. */
            static inline bool {{CborNames.Helper(names, "read", list)}}({{n}}_cbor_reader *reader, {{item.ConstPointer.Pointer.Declare("items")}}, size_t *count)
            {
                {{n}}_cbor_items list;
                {{item.Pointer.Declare("to")}} = ({{item.Pointer.Type}}){{n}}_cbor_begin_list(reader, &list, sizeof *to, count);
                for (*items = to; {{n}}_cbor_next(reader, &list); to++){{body}}
                return !{{n}}_cbor_failed(reader);
            }
            """);
    }

    private string ReadPointer(OptionalType type)
    {
        var n = names.Prefix;
        var value = new CTypes(names).Of(type.Item);
        return Source.Code(
            $$"""
            /** Internal: reads one into the reader's memory, or null. */
            static inline bool {{CborNames.Helper(names, "read", type)}}({{n}}_cbor_reader *reader, {{value.ConstPointer.Pointer.Declare("value")}})
            {
                {{value.Pointer.Declare("to")}};
                *value = NULL;
                if ({{n}}_cbor_accept_null(reader))
                    return true;
                to = ({{value.Pointer.Type}}){{n}}_cbor_take(reader, reader->offset, sizeof *to, false);
                *value = to;
                return to != NULL && {{CborRead.Value(names, type.Item, CborPlace.At("to"))}}
            }
            """);
    }
}
