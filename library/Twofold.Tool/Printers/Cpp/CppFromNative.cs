using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints how C++ values are made of C values that are only borrowed.</summary>
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

    /// <summary>The value of a struct's member; <paramref name="access"/> is what precedes its name.</summary>
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

    public override string VisitOptional(OptionalType type) => type.Item.Accept(new Optional(this, names, place, scope, owner));

    protected override string VisitScalar(TypeModel type) => CppScalars.FromNative(names, type, place.Value);

    /// <summary>Where C has the parts of a value.</summary>
    internal sealed record Place(string Value, string Pointer = "", string Count = "", string Has = "");

    private sealed class Optional(CppFromNative required, CppNames names, Place place, string scope, RecordModel? owner) : ScalarVisitor<string>
    {
        public override string VisitString(StringType type) => $"{place.Value} ? std::make_optional<std::string>({place.Value}) : std::nullopt";

        public override string VisitBytes(BytesType type) => Span(type);

        public override string VisitRecord(RecordType type) => new CppTypes(names, owner).IsShared(new OptionalType(type))
            ? $"{place.Value} ? std::make_shared<const {names.Type(type.Name)}>({scope}from_native(*{place.Value})) : nullptr"
            : $"{place.Value} ? std::make_optional({scope}from_native(*{place.Value})) : std::nullopt";

        public override string VisitList(ListType type) => Span(type);

        public override string VisitObject(ObjectType type) => $"{place.Value} ? std::make_optional({type.Accept(required)}) : std::nullopt";

        public override string VisitOptional(OptionalType type) => type.Item.Accept(this);

        protected override string VisitScalar(TypeModel type) => $"{place.Has} ? std::make_optional({type.Accept(required)}) : std::nullopt";

        private string Span(TypeModel type) => $"{place.Pointer} ? std::make_optional({type.Accept(required)}) : std::nullopt";
    }

    /// <summary>Where an item of a list has its parts.</summary>
    private sealed class ItemPlace(string item) : ScalarVisitor<Place>
    {
        public override Place VisitString(StringType type) => new(item);

        public override Place VisitBytes(BytesType type) => new(item, $"{item}.data", $"{item}.size");

        public override Place VisitRecord(RecordType type) => new(item);

        public override Place VisitList(ListType type) => new(item, $"{item}.items", $"{item}.count");

        public override Place VisitObject(ObjectType type) => new(item);

        public override Place VisitOptional(OptionalType type) => type.IsScalar ? new Place($"{item}.value", Has: $"{item}.has_value") : type.Item.Accept(this);

        protected override Place VisitScalar(TypeModel type) => new(item);
    }
}
