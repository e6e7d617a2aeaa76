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

    public override string VisitFloat(FloatType type) => $"{_write}_double({writer}, {(type.Bits == 32 ? "(double)" : "")}{place.Value});";

    public override string VisitString(StringType type) => $"{_write}_text({writer}, {place.Value});";

    public override string VisitBytes(BytesType type) => $"{_write}_bytes({writer}, {place.Value}, {place.Count});";

    public override string VisitEnum(EnumType type) => $"{CborNames.Encode(names, type.Name)}({writer}, {place.Value});";

    public override string VisitRecord(RecordType type) => $"{CborNames.Encode(names, type.Name)}({writer}, {place.Address});";

    public override string VisitList(ListType type) => $"{CborNames.Helper(names, "write", type)}({writer}, {place.Value}, {place.Count});";

    public override string VisitObject(ObjectType type) => $"{_write}_uint({writer}, {place.Value});";

    public override string VisitOptional(OptionalType type) =>
        $"if ({type.Item.Accept(new IsSet(place))})\n    {type.Item.Accept(new Present(names, place, writer))}\nelse\n    {_write}_null({writer});";

    /// <summary>The condition that a value which may be absent is there.</summary>
    private sealed class IsSet(CborPlace place) : ScalarVisitor<string>
    {
        public override string VisitString(StringType type) => Pointer();

        public override string VisitBytes(BytesType type) => Span();

        public override string VisitRecord(RecordType type) => Pointer();

        public override string VisitList(ListType type) => Span();

        public override string VisitObject(ObjectType type) => Pointer();

        public override string VisitOptional(OptionalType type) => type.Item.Accept(this);

        protected override string VisitScalar(TypeModel type) => place.Has;

        private string Pointer() => $"{place.Value} != NULL";

        private string Span() => $"{place.Value} != NULL || {place.Count} > 0";
    }

    /// <summary>A value which may be absent and is there: a record is behind a pointer.</summary>
    private sealed class Present(CNames names, CborPlace place, string writer) : ScalarVisitor<string>
    {
        public override string VisitString(StringType type) => Value(names, type, place, writer);

        public override string VisitBytes(BytesType type) => Value(names, type, place, writer);

        public override string VisitRecord(RecordType type) => Value(names, type, place.Pointee, writer);

        public override string VisitList(ListType type) => Value(names, type, place, writer);

        public override string VisitObject(ObjectType type) => Value(names, type, place, writer);

        public override string VisitOptional(OptionalType type) => type.Item.Accept(this);

        protected override string VisitScalar(TypeModel type) => Value(names, type, place, writer);
    }
}
