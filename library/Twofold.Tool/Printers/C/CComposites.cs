using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Tool.Printers.C;

/// <summary>Finds and prints the structs for list items that are lists, bytes or optional scalars.</summary>
internal sealed class CComposites(CNames names) : ScalarVisitor<IEnumerable<Documented>>
{
    private readonly CTypes _types = new(names);

    /// <summary>These items by the name of the struct, each after the structs that it contains.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Of(CNames names)
    {
        var library = names.Library;
        var types = library.Records.SelectMany(record => record.Members).Select(member => member.Type)
            .Concat(library.Methods.Append(library.Constructor).SelectMany(method => method.Parameters).Select(parameter => parameter.Type));
        var items = new Dictionary<string, TypeModel>();
        foreach (var item in types.SelectMany(ListItems.Of).Where(item => item.IsSpan || item is { IsOptional: true, Absent: AbsentForm.Flag }))
            items[new CTypes(names).Of(item).Type] = item;

        return items;
    }

    /// <summary>The structs.</summary>
    public static IEnumerable<string> Print(CNames names)
    {
        var composites = new CComposites(names);
        return Of(names).Select(item => Source.Code(
            $$"""
            /** An item of a list. */
            typedef struct {{item.Key}} {
                {{Columns.Align(item.Value.Accept(composites))}}
            } {{item.Key}};
            """));
    }

    public override IEnumerable<Documented> VisitBytes(BytesType type) =>
        [new("const uint8_t *data;", "The bytes. NULL if absent."), new("size_t size;", "Size of data in bytes.")];

    public override IEnumerable<Documented> VisitList(ListType type) =>
        [new($"{_types.Of(type.Item).ConstPointer.Declare("items")};", "The items of the list. NULL if absent."), new("size_t count;", "Number of items.")];

    public override IEnumerable<Documented> VisitOptional(OptionalType type) =>
        type.IsSpan ? type.Item.Accept(this) : [new("bool has_value;", "Whether value is set."), .. type.Item.Accept(this)];

    public override IEnumerable<Documented> VisitString(StringType type) => [Value(type)];

    public override IEnumerable<Documented> VisitRecord(RecordType type) => [Value(type)];

    public override IEnumerable<Documented> VisitObject(ObjectType type) => [Value(type)];

    protected override IEnumerable<Documented> VisitScalar(TypeModel type) => [Value(type)];

    private Documented Value(TypeModel type) => new($"{_types.Of(type).Declare("value")};", "The value.");
}
