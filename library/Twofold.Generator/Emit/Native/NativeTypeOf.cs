using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Native;

/// <summary>The C form of a type, as a single value or as an item of a list.</summary>
internal sealed class NativeTypeOf : TypeVisitor<string>
{
    private static readonly NativeTypeOf s_visitor = new();

    private NativeTypeOf()
    {
    }

    public static string Of(TypeModel type) => type.Accept(s_visitor);

    public override string VisitBool(BoolType type) => "byte";

    public override string VisitInteger(IntegerType type) => type.CSharp;

    public override string VisitFloat(FloatType type) => type.Bits == 16 ? "float" : type.CSharp;

    public override string VisitChar(CharType type) => "ushort";

    public override string VisitUuid(UuidType type) => "NativeUuid";

    public override string VisitDate(DateType type) => "NativeDate";

    public override string VisitTimestamp(TimestampType type) => "NativeTime";

    public override string VisitDuration(DurationType type) => "long";

    public override string VisitString(StringType type) => "NativeString";

    public override string VisitBytes(BytesType type) => "NativeSpan<byte>";

    public override string VisitEnum(EnumType type) => "int";

    public override string VisitRecord(RecordType type) => GeneratedNames.Struct(type.Name);

    public override string VisitList(ListType type) => $"NativeSpan<{Of(type.Item)}>";

    public override string VisitObject(ObjectType type) => "nint";

    public override string VisitOptional(OptionalType type) => type.Absent switch
    {
        AbsentForm.Flag => $"NativeOptional<{Of(type.Item)}>",
        AbsentForm.Pointer => $"NativePointer<{Of(type.Item)}>",
        _ => Of(type.Item),
    };
}
