using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the statement that writes a value of C as CBOR.</summary>
internal sealed class CborWrite(CNames names, CborPlace place, string writer) : TypeVisitor<string>
{
    private readonly string _write = $"{names.Prefix}_cbor_write";

    /// <summary>Writes the value at a place.</summary>
    public static string Value(CNames names, TypeModel type, CborPlace place, string writer) => type.Accept(new CborWrite(names, place, writer));

    public override string VisitBool(BoolType type) => $"{_write}_bool({writer}, {place.Value});";

    public override string VisitInteger(IntegerType type) => $"{_write}_{(type is { Bits: 64, IsSigned: false } ? "uint" : "int")}({writer}, {place.Value});";

    public override string VisitFloat(FloatType type) => type.Bits == 16
        ? $"{_write}_half({writer}, {place.Value});"
        : $"{_write}_double({writer}, {(type.Bits == 32 ? "(double)" : "")}{place.Value});";

    public override string VisitChar(CharType type) => Write(type);

    public override string VisitUuid(UuidType type) => Write(type);

    public override string VisitDate(DateType type) => Write(type);

    public override string VisitTimestamp(TimestampType type) => Write(type);

    public override string VisitDuration(DurationType type) => Write(type);

    public override string VisitString(StringType type) => Write(type);

    public override string VisitBytes(BytesType type) => $"{_write}_bytes({writer}, {place.Value}, {place.Count});";

    public override string VisitEnum(EnumType type) => $"{CborNames.Encode(names, type.Name)}({writer}, {place.Value});";

    public override string VisitRecord(RecordType type) => $"{CborNames.Encode(names, type.Name)}({writer}, {place.Address});";

    public override string VisitList(ListType type) => $"{CborNames.Helper(names, "write", type)}({writer}, {place.Value}, {place.Count});";

    public override string VisitObject(ObjectType type) => $"{_write}_uint({writer}, {place.Value});";

    public override string VisitOptional(OptionalType type)
    {
        var isSet = type.Absent == AbsentForm.Flag ? place.Has : $"{place.Value} != NULL{(type.IsSpan ? $" || {place.Count} > 0" : "")}";
        var present = type.Absent == AbsentForm.Pointer ? place.Pointee : place;
        return $"if ({isSet})\n    {Value(names, type.Item, present, writer)}\nelse\n    {_write}_null({writer});";
    }

    private string Write(TypeModel type) => $"{_write}_{type.Word}({writer}, {place.Value});";
}
