using Twofold.Model.Types;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Converts scalars between C and C++: an enum has a different type in each.</summary>
/// <param name="value">The value, as an expression.</param>
internal abstract class CppScalars(string value) : ScalarVisitor<string>
{
    private readonly string _value = value;

    /// <summary>The value as C has it.</summary>
    public static string ToNative(CppNames names, TypeModel type, string value) => type.Accept(new Native(names, value));

    /// <summary>The value as C++ has it.</summary>
    public static string FromNative(CppNames names, TypeModel type, string value) => type.Accept(new Wrapped(names, value));

    /// <summary>The C value for an absent value.</summary>
    public static string Zero(CppNames names, TypeModel type) => type.Accept(new Zeros(names));

    public override string VisitEnum(EnumType type) => $"static_cast<{Spell(type)}>({_value})";

    public abstract override string VisitChar(CharType type);

    public abstract override string VisitUuid(UuidType type);

    public abstract override string VisitDate(DateType type);

    public abstract override string VisitTimestamp(TimestampType type);

    public abstract override string VisitDuration(DurationType type);

    public override string VisitString(StringType type) => throw NotAScalar(type);

    public override string VisitBytes(BytesType type) => throw NotAScalar(type);

    public override string VisitRecord(RecordType type) => throw NotAScalar(type);

    public override string VisitList(ListType type) => throw NotAScalar(type);

    public override string VisitObject(ObjectType type) => throw NotAScalar(type);

    public override string VisitOptional(OptionalType type) => type.Item.Accept(this);

    protected override string VisitScalar(TypeModel type) => _value;

    protected abstract string Spell(EnumType type);

    private static InvalidOperationException NotAScalar(TypeModel type) => new($"{type.Word} is not a scalar");

    private sealed class Native(CppNames names, string value) : CppScalars(value)
    {
        public override string VisitChar(CharType type) => $"static_cast<std::uint16_t>({_value})";

        public override string VisitUuid(UuidType type) => Convert();

        public override string VisitDate(DateType type) => Convert();

        public override string VisitTimestamp(TimestampType type) => Convert();

        public override string VisitDuration(DurationType type) => $"static_cast<std::int64_t>({_value}.count())";

        protected override string Spell(EnumType type) => $"::{names.C.Type(type.Name)}";

        private string Convert() => $"detail::value_to_native({_value})";
    }

    private sealed class Wrapped(CppNames names, string value) : CppScalars(value)
    {
        public override string VisitChar(CharType type) => $"static_cast<char16_t>({_value})";

        public override string VisitUuid(UuidType type) => Convert();

        public override string VisitDate(DateType type) => Convert();

        public override string VisitTimestamp(TimestampType type) => Convert();

        public override string VisitDuration(DurationType type) => $"{new CppTypes(names).Of(type)}{{{_value}}}";

        protected override string Spell(EnumType type) => names.Type(type.Name);

        private string Convert() => $"detail::value_from_native({_value})";
    }

    private sealed class Zeros(CppNames names) : CppScalars("0")
    {
        public override string VisitBool(BoolType type) => "false";

        public override string VisitChar(CharType type) => Empty(type);

        public override string VisitUuid(UuidType type) => Empty(type);

        public override string VisitDate(DateType type) => Empty(type);

        public override string VisitTimestamp(TimestampType type) => Empty(type);

        public override string VisitDuration(DurationType type) => Empty(type);

        public override string VisitEnum(EnumType type) => Empty(type);

        protected override string Spell(EnumType type) => names.Type(type.Name);

        private string Empty(TypeModel type) => $"{new CppTypes(names).Of(type)}{{}}";
    }
}
