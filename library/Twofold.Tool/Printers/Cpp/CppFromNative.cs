using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the conversion of borrowed C values to C++ values.</summary>
internal sealed class CppFromNative(CppNames names, CppFromNative.Place place, string scope, RecordModel? owner, int depth) : ScalarVisitor<string>
{
    public static string Prototype(CppNames names, RecordModel record) =>
        $"inline {names.Type(record.Name)} from_native(const ::{names.C.Type(record.Name)} &native);";

    public static string Function(CppNames names, RecordModel record) => Source.Code(
        $$"""
        inline {{names.Type(record.Name)}} from_native(const ::{{names.C.Type(record.Name)}} &native)
        {
            return {
                {{record.Members.Select(member => $"{Member(names, member, "native.", "", record)},")}}
            };
        }
        """);

    /// <summary>The value of a member of a struct; <paramref name="access"/> precedes its name.</summary>
    public static string Member(CppNames names, ParameterModel member, string access, string scope, RecordModel? owner = null)
    {
        var place = new Place(access + member.CName, access + member.CName, access + member.CCount, access + member.CFlag);
        return member.Type.Accept(new CppFromNative(names, place, scope, owner, 0));
    }

    public override string VisitString(StringType type) => $"std::string{{{place.Value}}}";

    public override string VisitBytes(BytesType type) => $"{scope}list({place.Pointer}, {place.Count})";

    public override string VisitRecord(RecordType type) => $"{scope}from_native({place.Value})";

    public override string VisitList(ListType type)
    {
        if (PlainItems.Cross(type.Item, PlainItems.Direction.FromNative))
            return $"{scope}list({place.Pointer}, {place.Count})";

        var variable = depth == 0 ? "item" : $"item{depth + 1}";
        var item = type.Item.Accept(new CppFromNative(names, type.Item.Accept(new ItemPlace(variable)), scope, owner, depth + 1));
        return $"{scope}list({place.Pointer}, {place.Count}, [](const auto &{variable}) {{ return {item}; }})";
    }

    public override string VisitObject(ObjectType type) => $"{names.Type(type.Name)}{{{place.Value}}}";

    public override string VisitOptional(OptionalType type)
    {
        var pointee = place with { Value = $"*{place.Value}" };
        var item = type.Item.Accept(type.Absent == AbsentForm.Pointer ? new CppFromNative(names, pointee, scope, owner, depth) : this);
        var isSet = type.Absent == AbsentForm.Flag ? place.Has : type.IsSpan ? place.Pointer : place.Value;
        return new CppTypes(names, owner).IsShared(type)
            ? $"{isSet} ? std::make_shared<const {new CppTypes(names).Of(type.Item)}>({item}) : nullptr"
            : $"{isSet} ? std::make_optional({item}) : std::nullopt";
    }

    protected override string VisitScalar(TypeModel type) => CppScalars.FromNative(names, type, place.Value);

    /// <summary>The C expressions for the parts of a value.</summary>
    internal sealed record Place(string Value, string Pointer = "", string Count = "", string Has = "");

    /// <summary>The C expressions for the parts of a list item.</summary>
    private sealed class ItemPlace(string item) : ScalarVisitor<Place>
    {
        public override Place VisitString(StringType type) => new(item);

        public override Place VisitBytes(BytesType type) => new(item, $"{item}.data", $"{item}.size");

        public override Place VisitRecord(RecordType type) => new(item);

        public override Place VisitList(ListType type) => new(item, $"{item}.items", $"{item}.count");

        public override Place VisitObject(ObjectType type) => new(item);

        public override Place VisitOptional(OptionalType type) => type.Absent == AbsentForm.Flag ? new Place($"{item}.value", Has: $"{item}.has_value") : type.Item.Accept(this);

        protected override Place VisitScalar(TypeModel type) => new(item);
    }
}
