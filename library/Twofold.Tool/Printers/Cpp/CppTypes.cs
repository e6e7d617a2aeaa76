using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>The C++ type of a member or a result.</summary>
internal sealed class CppTypes(CppNames names, RecordModel? owner = null) : TypeVisitor<string>
{
    /// <summary>The type of a value.</summary>
    public string Of(TypeModel type) => type.Accept(this);

    /// <summary>The result of a method.</summary>
    public string Result(MethodModel method) => method.Result?.Accept(this) ?? "void";

    /// <summary>Whether an absent value is a null pointer, because std::optional cannot hold a record that contains itself.</summary>
    public bool IsShared(TypeModel type) =>
        owner is not null && type is { IsOptional: true, Absent: AbsentForm.Pointer } && Reach.Records(names.Library, [type]).Contains(owner);

    public override string VisitBool(BoolType type) => "bool";

    public override string VisitInteger(IntegerType type) => $"std::{new CTypes(names.C).Of(type).Type}";

    public override string VisitFloat(FloatType type) => new CTypes(names.C).Of(type).Type;

    public override string VisitChar(CharType type) => "char16_t";

    public override string VisitUuid(UuidType type) => "std::array<std::uint8_t, 16>";

    public override string VisitDate(DateType type) => "Date";

    public override string VisitTimestamp(TimestampType type) => "Timestamp";

    public override string VisitDuration(DurationType type) => "std::chrono::nanoseconds";

    public override string VisitString(StringType type) => "std::string";

    public override string VisitBytes(BytesType type) => "std::vector<std::uint8_t>";

    public override string VisitEnum(EnumType type) => names.Type(type.Name);

    public override string VisitRecord(RecordType type) => names.Type(type.Name);

    public override string VisitList(ListType type) => $"std::vector<{Of(type.Item)}>";

    public override string VisitObject(ObjectType type) => names.Type(type.Name);

    public override string VisitOptional(OptionalType type) =>
        IsShared(type) ? $"std::shared_ptr<const {Of(type.Item)}>" : $"std::optional<{Of(type.Item)}>";
}
