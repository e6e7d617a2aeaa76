using Twofold.Model.Types;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Converts scalars between C and C++: an enum has a different type in each.</summary>
/// <param name="value">The value, as an expression.</param>
internal abstract class CppScalars(string value) : ScalarVisitor<string>
{
    /// <summary>The value as C has it.</summary>
    public static string ToNative(CppNames names, TypeModel type, string value) => type.Accept(new Native(names, value));

    /// <summary>The value as C++ has it.</summary>
    public static string FromNative(CppNames names, TypeModel type, string value) => type.Accept(new Wrapped(names, value));

    /// <summary>The C value for an absent value.</summary>
    public static string Zero(CppNames names, TypeModel type) => type.Accept(new Zeros(names));

    public override string VisitEnum(EnumType type) => $"static_cast<{Spell(type)}>({value})";

    public override string VisitString(StringType type) => throw NotAScalar(type);

    public override string VisitBytes(BytesType type) => throw NotAScalar(type);

    public override string VisitRecord(RecordType type) => throw NotAScalar(type);

    public override string VisitList(ListType type) => throw NotAScalar(type);

    public override string VisitObject(ObjectType type) => throw NotAScalar(type);

    public override string VisitOptional(OptionalType type) => type.Item.Accept(this);

    protected override string VisitScalar(TypeModel type) => value;

    protected abstract string Spell(EnumType type);

    private static InvalidOperationException NotAScalar(TypeModel type) => new($"{type.Word} is not a scalar");

    private sealed class Native(CppNames names, string value) : CppScalars(value)
    {
        protected override string Spell(EnumType type) => $"::{names.C.Type(type.Name)}";
    }

    private sealed class Wrapped(CppNames names, string value) : CppScalars(value)
    {
        protected override string Spell(EnumType type) => names.Type(type.Name);
    }

    private sealed class Zeros(CppNames names) : CppScalars("0")
    {
        public override string VisitBool(BoolType type) => "false";

        public override string VisitEnum(EnumType type) => $"{Spell(type)}{{}}";

        protected override string Spell(EnumType type) => names.Type(type.Name);
    }
}
