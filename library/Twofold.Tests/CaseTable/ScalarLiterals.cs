using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints a number, enum or bool of the table as a literal of C.</summary>
internal sealed class ScalarLiterals(CNames names, JsonElement value) : TypeVisitor<string>
{
    public override string VisitBool(BoolType type) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? CLiterals.Of(type, value.GetRawText()) : throw Unsayable(type);

    public override string VisitInteger(IntegerType type)
    {
        var least = type.IsSigned ? -BigInteger.Pow(2, type.Bits - 1) : 0;
        var most = BigInteger.Pow(2, type.IsSigned ? type.Bits - 1 : type.Bits) - 1;
        var isOne = BigInteger.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return isOne && number >= least && number <= most ? CLiterals.Of(type, value.GetRawText()) : throw Unsayable(type);
    }

    public override string VisitFloat(FloatType type)
    {
        var number = value.ValueKind == JsonValueKind.Number ? value.GetDouble() : Notation.Float(value.GetString()!) ?? throw Unsayable(type);
        return CLiterals.Of(type, type.Bits == 32 ? ((float)number).ToString("R", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture));
    }

    public override string VisitEnum(EnumType type)
    {
        // In C a number that is not a member can be passed.
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return CLiterals.Number(number);

        var members = names.Library.Enums.Single(item => item.Name == type.Name);
        return members.Members.FirstOrDefault(member => value.ValueKind == JsonValueKind.String && member.WireText == value.GetString()) is { } found
            ? names.EnumMember(members, found)
            : throw Unsayable(type);
    }

    public override string VisitString(StringType type) => throw Unsayable(type);

    public override string VisitBytes(BytesType type) => throw Unsayable(type);

    public override string VisitRecord(RecordType type) => throw Unsayable(type);

    public override string VisitList(ListType type) => throw Unsayable(type);

    public override string VisitObject(ObjectType type) => throw Unsayable(type);

    public override string VisitOptional(OptionalType type) => throw Unsayable(type);

    private InvalidDataException Unsayable(TypeModel type) => CValues.Unsayable(type, value);
}
