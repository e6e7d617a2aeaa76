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

    public override string? VisitString(StringType type) => JsonSerializer.Serialize(value);

    public override string? VisitBytes(BytesType type) => null;

    public override string? VisitEnum(EnumType type) => null;

    public override string? VisitRecord(RecordType type) => null;

    public override string? VisitList(ListType type) => null;

    public override string? VisitObject(ObjectType type) => null;

    public override string? VisitOptional(OptionalType type) => null;
}
