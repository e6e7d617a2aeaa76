using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Native;

/// <summary>The codec that converts an optional value, by the type of the value.</summary>
internal sealed class OptionalNativeCodecOf : TypeVisitor<string>
{
    private OptionalNativeCodecOf()
    {
    }

    public static OptionalNativeCodecOf Visitor { get; } = new();

    public override string VisitBool(BoolType type) => Scalar(type);

    public override string VisitInteger(IntegerType type) => Scalar(type);

    public override string VisitFloat(FloatType type) => Scalar(type);

    public override string VisitChar(CharType type) => Scalar(type);

    public override string VisitUuid(UuidType type) => Scalar(type);

    public override string VisitDate(DateType type) => Scalar(type);

    public override string VisitTimestamp(TimestampType type) => Scalar(type);

    public override string VisitDuration(DurationType type) => Scalar(type);

    public override string VisitString(StringType type) => $"Optional{type.Form}Native";

    public override string VisitBytes(BytesType type) => Span(type, "byte");

    public override string VisitEnum(EnumType type) => Scalar(type);

    public override string VisitRecord(RecordType type) => $"OptionalRecord{Value(type)}Native<{type.CSharp}, {NativeTypeOf.Of(type)}>";

    public override string VisitList(ListType type) => Span(type, NativeTypeOf.Of(type.Item));

    public override string VisitObject(ObjectType type) => NativeCodecOf.Of(type);

    public override string VisitOptional(OptionalType type) => throw new NotSupportedException("an optional type holds a required one");

    private static string Scalar(TypeModel type) => $"OptionalNative<{type.CSharp}, {NativeTypeOf.Of(type)}, {NativeCodecOf.Of(type)}>";

    private static string Span(TypeModel type, string item) => $"OptionalSpan{Value(type)}Native<{type.CSharp}, {item}, {NativeCodecOf.Of(type)}>";

    private static string Value(TypeModel type) => type.IsValueType ? "Value" : "";
}
