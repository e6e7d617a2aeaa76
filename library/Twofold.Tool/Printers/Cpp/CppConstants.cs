using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints a constant of a class, defined by the C macro.</summary>
internal sealed class CppConstants(CppNames names, ConstantModel constant) : TypeVisitor<string>
{
    private readonly string _macro = names.C.Constant(constant);

    public static string Print(CppNames names, ConstantModel constant) => Source.Code(
        $$"""
        {{Comment.Of(constant.Doc)}}
        static constexpr {{constant.Type.Accept(new CppConstants(names, constant))}};
        """);

    public override string VisitBool(BoolType type) => Is(type, _macro);

    public override string VisitInteger(IntegerType type) => Is(type, _macro);

    /// <summary>NaN and the infinities have no literal, and C's expressions for them are not constant in C++.</summary>
    public override string VisitFloat(FloatType type) => Is(type, constant.Value switch
    {
        "NaN" => $"std::numeric_limits<{new CppTypes(names).Of(type)}>::quiet_NaN()",
        "Infinity" => $"std::numeric_limits<{new CppTypes(names).Of(type)}>::infinity()",
        "-Infinity" => $"-std::numeric_limits<{new CppTypes(names).Of(type)}>::infinity()",
        _ => _macro,
    });

    public override string VisitString(StringType type) => $"std::string_view {names.Constant(constant)}{{{_macro}, sizeof {_macro} - 1}}";

    public override string VisitChar(CharType type) => throw NotAConstant(type);

    public override string VisitUuid(UuidType type) => throw NotAConstant(type);

    public override string VisitDate(DateType type) => throw NotAConstant(type);

    public override string VisitTimestamp(TimestampType type) => throw NotAConstant(type);

    public override string VisitDuration(DurationType type) => throw NotAConstant(type);

    public override string VisitBytes(BytesType type) => throw NotAConstant(type);

    public override string VisitEnum(EnumType type) => throw NotAConstant(type);

    public override string VisitRecord(RecordType type) => throw NotAConstant(type);

    public override string VisitList(ListType type) => throw NotAConstant(type);

    public override string VisitObject(ObjectType type) => throw NotAConstant(type);

    public override string VisitOptional(OptionalType type) => throw NotAConstant(type);

    private string Is(TypeModel type, string value) => $"{new CppTypes(names).Of(type)} {names.Constant(constant)} = {value}";

    private static InvalidOperationException NotAConstant(TypeModel type) => new($"a constant cannot be of type {type.Word}");
}
