using System.Globalization;
using System.Text.Json;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.Cddl;

/// <summary>Prints a value, given as invariant text, as a literal of CDDL; null if it has none.</summary>
internal sealed class CddlLiterals(string value) : TypeVisitor<string?>
{
    public override string? VisitBool(BoolType type) => value.ToLowerInvariant();

    public override string? VisitInteger(IntegerType type) => value;

    public override string? VisitFloat(FloatType type)
    {
        if (!double.IsFinite(double.Parse(value, CultureInfo.InvariantCulture)))
            return null;

        return value.AsSpan().ContainsAny('.', 'E') ? value : $"{value}.0";
    }

    public override string? VisitChar(CharType type) => null;

    public override string? VisitUuid(UuidType type) => null;

    public override string? VisitDate(DateType type) => null;

    public override string? VisitTimestamp(TimestampType type) => null;

    public override string? VisitDuration(DurationType type) => null;

    /// <summary>A decimal is a tag, which has no literal.</summary>
    public override string? VisitString(StringType type) => type.Form == StringForm.Text ? JsonSerializer.Serialize(value) : null;

    public override string? VisitBytes(BytesType type) => null;

    public override string? VisitEnum(EnumType type) => null;

    public override string? VisitRecord(RecordType type) => null;

    public override string? VisitList(ListType type) => null;

    public override string? VisitObject(ObjectType type) => null;

    public override string? VisitOptional(OptionalType type) => null;
}
