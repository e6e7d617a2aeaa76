using Twofold.Model.Types;

namespace Twofold.Tool.Printers.C;

/// <summary>Spells a value of a type in one piece: as a scalar, as an item of a list, or as what a list's pointer points to.</summary>
internal sealed class CTypes(CNames names) : TypeVisitor<Spelling>
{
    private readonly Optional _optional = new(names);

    /// <summary>The type of a value.</summary>
    public Spelling Of(TypeModel type) => type.Accept(this);

    public override Spelling VisitBool(BoolType type) => Spelling.Value("bool");

    public override Spelling VisitInteger(IntegerType type) => Spelling.Value($"{(type.IsSigned ? "int" : "uint")}{type.Bits}_t");

    public override Spelling VisitFloat(FloatType type) => Spelling.Value(type.Bits == 32 ? "float" : "double");

    public override Spelling VisitEnum(EnumType type) => Spelling.Value(names.Type(type.Name));

    public override Spelling VisitString(StringType type) => Spelling.PointerTo("const char");

    public override Spelling VisitBytes(BytesType type) => Composite(type);

    public override Spelling VisitRecord(RecordType type) => Spelling.Value(names.Type(type.Name));

    public override Spelling VisitList(ListType type) => Composite(type);

    public override Spelling VisitObject(ObjectType type) => Spelling.PointerTo(names.Type(type.Name));

    public override Spelling VisitOptional(OptionalType type) => type.Item.Accept(_optional) ?? type.Item.Accept(this);

    private Spelling Composite(TypeModel type) => Spelling.Value(names.Composite(CWords.Of(type)));

    /// <summary>A value that may be absent; null where it has the type of a required one.</summary>
    private sealed class Optional(CNames names) : ScalarVisitor<Spelling?>
    {
        public override Spelling? VisitString(StringType type) => null;

        public override Spelling? VisitBytes(BytesType type) => null;

        public override Spelling? VisitRecord(RecordType type) => Spelling.PointerTo($"const {names.Type(type.Name)}");

        public override Spelling? VisitList(ListType type) => null;

        public override Spelling? VisitObject(ObjectType type) => null;

        public override Spelling? VisitOptional(OptionalType type) => null;

        protected override Spelling? VisitScalar(TypeModel type) => Spelling.Value(names.Composite($"optional_{CWords.Of(type)}"));
    }
}
