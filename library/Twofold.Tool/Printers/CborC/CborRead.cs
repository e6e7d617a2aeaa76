using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the expression that reads CBOR into a place of C, and is false if that fails.</summary>
internal sealed class CborRead(CNames names, CborPlace place) : TypeVisitor<string>
{
    private readonly string _codec = $"{names.Prefix}_cbor";

    /// <summary>The statement that reads a value into a place that is all zeros.</summary>
    public static string Value(CNames names, TypeModel type, CborPlace place) => type.Accept(new CborRead(names, place));

    public override string VisitBool(BoolType type) => $"{_codec}_read_bool(reader, {place.Address});";

    public override string VisitInteger(IntegerType type) => $"{_codec}_read_{type.Word}(reader, {place.Address});";

    public override string VisitFloat(FloatType type) => $"{_codec}_read_{(type.Bits == 32 ? "float" : "double")}(reader, {place.Address});";

    public override string VisitString(StringType type) => $"{_codec}_take_text(reader, {place.Address}, NULL);";

    public override string VisitBytes(BytesType type) => $"{_codec}_take_bytes(reader, {place.Address}, &{place.Count});";

    public override string VisitEnum(EnumType type) => $"{CborNames.Decode(names, type.Name)}(reader, {place.Address});";

    public override string VisitRecord(RecordType type) => $"{CborNames.Decode(names, type.Name)}(reader, {place.Address});";

    public override string VisitList(ListType type) => $"{CborNames.Helper(names, "read", type)}(reader, {place.Address}, &{place.Count});";

    public override string VisitObject(ObjectType type) => $"{_codec}_read_uint64(reader, {place.Address});";

    public override string VisitOptional(OptionalType type) => type.Item.Accept(new Optional(names, place, this));

    /// <summary>A value that may be absent: null leaves the zeros.</summary>
    private sealed class Optional(CNames names, CborPlace place, CborRead required) : ScalarVisitor<string>
    {
        private readonly string _acceptNull = $"{names.Prefix}_cbor_accept_null(reader)";

        public override string VisitString(StringType type) => UnlessNull(type);

        public override string VisitBytes(BytesType type) => UnlessNull(type);

        public override string VisitRecord(RecordType type) => $"{CborNames.Helper(names, "read", new OptionalType(type))}(reader, {place.Address});";

        public override string VisitList(ListType type) => UnlessNull(type);

        public override string VisitObject(ObjectType type) => UnlessNull(type);

        public override string VisitOptional(OptionalType type) => type.Item.Accept(this);

        protected override string VisitScalar(TypeModel type) => $"{place.Has} = !{_acceptNull} && {type.Accept(required)}";

        private string UnlessNull(TypeModel type) => $"if (!{_acceptNull}) {type.Accept(required)}";
    }
}
