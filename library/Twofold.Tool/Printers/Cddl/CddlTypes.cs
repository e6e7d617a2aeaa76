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

    public override string VisitChar(CharType type) => "tstr .size (1..3)";

    public override string VisitUuid(UuidType type) => "#6.37(bstr .size 16)";

    public override string VisitDate(DateType type) => "#6.1004(tstr)";

    public override string VisitTimestamp(TimestampType type) => "tdate";

    public override string VisitDuration(DurationType type) => "int64";

    public override string VisitString(StringType type) => type.Form switch
    {
        StringForm.Text => "tstr",
        StringForm.Decimal => "decfrac",
        _ => "uri",
    };

    public override string VisitBytes(BytesType type) => "bstr";

    public override string VisitEnum(EnumType type) => names.Type(type.Name);

    public override string VisitRecord(RecordType type) => names.Type(type.Name);

    public override string VisitList(ListType type) => $"[* {(type.Item.IsOptional ? $"({Of(type.Item)})" : Of(type.Item))}]";

    public override string VisitObject(ObjectType type) => names.Type(type.Name);

    public override string VisitOptional(OptionalType type) => $"{Of(type.Item)} / nil";
}
