using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Native;

/// <summary>The codec that converts a type from and to its form in C.</summary>
internal sealed class NativeCodecOf : TypeVisitor<string>
{
    private static readonly NativeCodecOf s_visitor = new();

    private NativeCodecOf()
    {
    }

    public static string Of(TypeModel type) => type.Accept(s_visitor);

    public override string VisitBool(BoolType type) => "BoolNative";

    public override string VisitInteger(IntegerType type) => $"NumberNative<{type.CSharp}>";

    public override string VisitFloat(FloatType type) => type.Bits == 16 ? "HalfNative" : $"NumberNative<{type.CSharp}>";

    public override string VisitChar(CharType type) => "CharNative";

    public override string VisitUuid(UuidType type) => "UuidNative";

    public override string VisitDate(DateType type) => "DateNative";

    public override string VisitTimestamp(TimestampType type) => type.HasOffset ? "TimeNative" : "UtcTimeNative";

    public override string VisitDuration(DurationType type) => "DurationNative";

    public override string VisitString(StringType type) => $"{type.Form}Native";

    public override string VisitBytes(BytesType type) => type.IsMemory ? "MemoryNative" : "BytesNative";

    public override string VisitEnum(EnumType type) => GeneratedNames.EnumNative(type.Name);

    public override string VisitRecord(RecordType type) => $"RecordNative<{type.CSharp}, {NativeTypeOf.Of(type)}>";

    public override string VisitList(ListType type) => $"{type.Form}Native<{type.Item.CSharp}, {NativeTypeOf.Of(type.Item)}, {Of(type.Item)}>";

    public override string VisitObject(ObjectType type) => throw new NotSupportedException("an object crosses as a handle, without a codec");

    public override string VisitOptional(OptionalType type) => type.Item.Accept(OptionalNativeCodecOf.Visitor);
}
