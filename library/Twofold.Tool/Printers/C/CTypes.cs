using Twofold.Model.Types;

namespace Twofold.Tool.Printers.C;

/// <summary>The C type of a single value: a scalar, an item of a list, or the target type of a list's pointer.</summary>
internal sealed class CTypes(CNames names) : TypeVisitor<Spelling>
{
    /// <summary>The type of a value.</summary>
    public Spelling Of(TypeModel type) => type.Accept(this);

    public override Spelling VisitBool(BoolType type) => Spelling.Value("bool");

    public override Spelling VisitInteger(IntegerType type) => Spelling.Value($"{(type.IsSigned ? "int" : "uint")}{type.Bits}_t");

    public override Spelling VisitFloat(FloatType type) => Spelling.Value(type.Bits == 64 ? "double" : "float");

    public override Spelling VisitChar(CharType type) => Spelling.Value("uint16_t");

    public override Spelling VisitUuid(UuidType type) => Composite(type);

    public override Spelling VisitDate(DateType type) => Composite(type);

    public override Spelling VisitTimestamp(TimestampType type) => Composite(type);

    public override Spelling VisitDuration(DurationType type) => Spelling.Value("int64_t");

    public override Spelling VisitEnum(EnumType type) => Spelling.Value(names.Type(type.Name));

    public override Spelling VisitString(StringType type) => Spelling.PointerTo("const char");

    public override Spelling VisitBytes(BytesType type) => Composite(type);

    public override Spelling VisitRecord(RecordType type) => Spelling.Value(names.Type(type.Name));

    public override Spelling VisitList(ListType type) => Composite(type);

    public override Spelling VisitObject(ObjectType type) => Spelling.PointerTo(names.Type(type.Name));

    public override Spelling VisitOptional(OptionalType type) => type.Absent switch
    {
        AbsentForm.Flag => Composite(type),
        AbsentForm.Pointer => Of(type.Item).ConstPointer,
        _ => Of(type.Item),
    };

    private Spelling Composite(TypeModel type) => Spelling.Value(names.Composite(CWords.Of(type)));
}
