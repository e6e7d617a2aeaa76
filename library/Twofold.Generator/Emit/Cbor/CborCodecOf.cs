using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Cbor;

/// <summary>The codec of a type in CBOR.</summary>
internal sealed class CborCodecOf : TypeVisitor<string>
{
    private static readonly CborCodecOf s_visitor = new();

    private CborCodecOf()
    {
    }

    /// <summary>The codec of a type, or the codec for methods without a result.</summary>
    public static string Of(TypeModel? type) => type?.Accept(s_visitor) ?? "UnitCbor";

    public override string VisitBool(BoolType type) => "BoolCbor";

    public override string VisitInteger(IntegerType type) => $"{(type.IsSigned ? "Int" : "UInt")}{type.Bits}Cbor";

    public override string VisitFloat(FloatType type) => $"Float{type.Bits}Cbor";

    public override string VisitChar(CharType type) => "CharCbor";

    public override string VisitUuid(UuidType type) => "UuidCbor";

    public override string VisitDate(DateType type) => "DateCbor";

    public override string VisitTimestamp(TimestampType type) => type.HasOffset ? "TimeCbor" : "UtcTimeCbor";

    public override string VisitDuration(DurationType type) => "DurationCbor";

    public override string VisitString(StringType type) => $"{type.Form}Cbor";

    public override string VisitBytes(BytesType type) => type.IsMemory ? "MemoryCbor" : "BytesCbor";

    public override string VisitEnum(EnumType type) => GeneratedNames.Codec(type.Name);

    public override string VisitRecord(RecordType type) => GeneratedNames.Codec(type.Name);

    public override string VisitList(ListType type) => $"{type.Form}Cbor<{type.Item.CSharp}, {Of(type.Item)}>";

    public override string VisitObject(ObjectType type) => $"ObjectCbor<{type.CSharp}>";

    public override string VisitOptional(OptionalType type) =>
        $"{(type.IsValueType ? "OptionalValueCbor" : "OptionalCbor")}<{type.Item.CSharp}, {Of(type.Item)}>";
}
