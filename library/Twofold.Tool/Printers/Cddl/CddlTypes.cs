using Twofold.Model.Types;

namespace Twofold.Tool.Printers.Cddl;

/// <summary>Spells a type in CDDL.</summary>
internal sealed class CddlTypes(CddlNames names) : TypeVisitor<string>
{
    /// <summary>A type within a rule.</summary>
    public string Of(TypeModel? type) => type?.Accept(this) ?? "nil";

    /// <summary>A type as its own rule. Some parsers require parentheses around a choice that begins with a list.</summary>
    public string Rule(TypeModel? type) => type is OptionalType { Item: ListType } ? $"({Of(type)})" : Of(type);

    public override string VisitBool(BoolType type) => "bool";

    public override string VisitInteger(IntegerType type) => type.Word;

    public override string VisitFloat(FloatType type) => "float";

    public override string VisitString(StringType type) => "tstr";

    public override string VisitBytes(BytesType type) => "bstr";

    public override string VisitEnum(EnumType type) => names.Type(type.Name);

    public override string VisitRecord(RecordType type) => names.Type(type.Name);

    public override string VisitList(ListType type) => $"[* {(type.Item.IsOptional ? $"({Of(type.Item)})" : Of(type.Item))}]";

    public override string VisitObject(ObjectType type) => names.Type(type.Name);

    public override string VisitOptional(OptionalType type) => $"{Of(type.Item)} / nil";
}
