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
        return CLiterals.Of(type, type.Bits < 64 ? ((float)number).ToString("R", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture));
    }

    public override string VisitChar(CharType type) => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: 1 } text
        ? ((int)text[0]).ToString(CultureInfo.InvariantCulture)
        : throw Unsayable(type);

    public override string VisitUuid(UuidType type) => Notation.Quoted("uuid", value.ToString()) is { } uuid
        ? $"{{{{{string.Join(", ", Guid.Parse(uuid).ToByteArray(bigEndian: true).Select(unit => $"0x{unit:x2}"))}}}}}"
        : throw Unsayable(type);

    public override string VisitDate(DateType type) => Notation.Quoted("date", value.ToString()) is { } date
        ? string.Create(CultureInfo.InvariantCulture, $"{{{DateOnly.Parse(date, CultureInfo.InvariantCulture).Year}, {DateOnly.Parse(date, CultureInfo.InvariantCulture):M, d}}}")
        : throw Unsayable(type);

    public override string VisitTimestamp(TimestampType type)
    {
        var time = Notation.Quoted("time", value.ToString()) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : throw Unsayable(type);
        var seconds = time.ToUnixTimeSeconds();
        var nanoseconds = 100 * (time.UtcTicks - DateTimeOffset.FromUnixTimeSeconds(seconds).UtcTicks);
        return string.Create(CultureInfo.InvariantCulture, $"{{INT64_C({seconds}), {nanoseconds}, {time.TotalOffsetMinutes}}}");
    }

    public override string VisitDuration(DurationType type) => VisitInteger(new IntegerType(64, IsSigned: true));

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
