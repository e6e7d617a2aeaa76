using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the expression that reads CBOR into a place in C. It is false if that fails.</summary>
internal sealed class CborRead(CNames names, CborPlace place) : TypeVisitor<string>
{
    private readonly string _codec = $"{names.Prefix}_cbor";

    /// <summary>The statement that reads a value into a place that is all zeros.</summary>
    public static string Value(CNames names, TypeModel type, CborPlace place) => type.Accept(new CborRead(names, place));

    public override string VisitBool(BoolType type) => $"{_codec}_read_bool(reader, {place.Address});";

    public override string VisitInteger(IntegerType type) => $"{_codec}_read_{type.Word}(reader, {place.Address});";

    public override string VisitFloat(FloatType type) => $"{_codec}_read_{(type.Bits == 16 ? "half" : type.Bits == 32 ? "float" : "double")}(reader, {place.Address});";

    public override string VisitChar(CharType type) => Read(type);

    public override string VisitUuid(UuidType type) => Read(type);

    public override string VisitDate(DateType type) => Read(type);

    public override string VisitTimestamp(TimestampType type) => Read(type);

    public override string VisitDuration(DurationType type) => Read(type);

    public override string VisitString(StringType type) => type.Form == StringForm.Decimal
        ? $"{_codec}_take_decimal(reader, {place.Address});"
        : $"{_codec}_take_text(reader, {place.Address}, NULL);";

    public override string VisitBytes(BytesType type) => $"{_codec}_take_bytes(reader, {place.Address}, &{place.Count});";

    public override string VisitEnum(EnumType type) => $"{CborNames.Decode(names, type.Name)}(reader, {place.Address});";

    public override string VisitRecord(RecordType type) => $"{CborNames.Decode(names, type.Name)}(reader, {place.Address});";

    public override string VisitList(ListType type) => $"{CborNames.Helper(names, "read", type)}(reader, {place.Address}, &{place.Count});";

    public override string VisitObject(ObjectType type) => $"{_codec}_read_uint64(reader, {place.Address});";

    /// <summary>An optional value: null leaves the zeros.</summary>
    public override string VisitOptional(OptionalType type) => type.Absent switch
    {
        AbsentForm.Flag => $"{place.Has} = !{_codec}_accept_null(reader) && {type.Item.Accept(this)}",
        AbsentForm.Pointer => $"{CborNames.Helper(names, "read", type)}(reader, {place.Address});",
        _ => $"if (!{_codec}_accept_null(reader)) {type.Item.Accept(this)}",
    };

    private string Read(TypeModel type) => $"{_codec}_read_{type.Word}(reader, {place.Address});";
}
