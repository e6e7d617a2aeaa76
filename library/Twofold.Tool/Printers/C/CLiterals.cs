using System.Globalization;
using System.Text;
using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.C;

/// <summary>Prints a value, given as invariant text, as a constant expression in C.</summary>
internal sealed class CLiterals(string value) : TypeVisitor<string>
{
    /// <summary>The literal of a value.</summary>
    public static string Of(TypeModel type, string value) => type.Accept(new CLiterals(value));

    /// <summary>Whether the value of a constant needs a macro from math.h.</summary>
    public static bool NeedsMath(ConstantModel constant) => constant.Type.Accept(new MathValues(constant.Value));

    /// <summary>A 32-bit number. The smallest number has no literal in C.</summary>
    public static string Number(int value) => value == int.MinValue ? "INT32_MIN" : value < 0 ? $"({value})" : $"{value}";

    /// <summary>The value of an enumerator. The smallest number has no literal in C.</summary>
    public static string Enumerator(int value) => value == int.MinValue ? "INT32_MIN" : $"{value}";

    /// <summary>A string literal. Bytes other than printable ASCII are octal escapes, because their length is limited to three digits.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var unit in Encoding.UTF8.GetBytes(value))
        {
            if (unit is (byte)'"' or (byte)'\\')
                text.Append('\\').Append((char)unit);
            else if (unit is (byte)'\n' or (byte)'\t')
                text.Append(unit == '\n' ? "\\n" : "\\t");
            else if (unit is >= 0x20 and < 0x7F and not (byte)'?')
                text.Append((char)unit);
            else
                text.Append('\\').Append(Convert.ToString(unit, toBase: 8).PadLeft(3, '0'));
        }

        return text.Append('"').ToString();
    }

    public override string VisitBool(BoolType type) => value.ToLowerInvariant();

    public override string VisitInteger(IntegerType type) => (type.Bits, type.IsSigned) switch
    {
        (64, false) => $"UINT64_C({value})",
        (32, false) => $"UINT32_C({value})",
        (64, true) when value == long.MinValue.ToString(CultureInfo.InvariantCulture) => "INT64_MIN",
        (64, true) => value[0] == '-' ? $"(-INT64_C({value[1..]}))" : $"INT64_C({value})",
        _ => Number(int.Parse(value, CultureInfo.InvariantCulture)),
    };

    public override string VisitFloat(FloatType type)
    {
        if (IsFinite(value))
            return Signed((value.AsSpan().ContainsAny('.', 'E') ? value : $"{value}.0") + (type.Bits == 64 ? "" : "f"));

        var name = value == "NaN" ? "NAN" : value == "Infinity" ? "INFINITY" : "-INFINITY";
        return type.Bits == 64 ? $"((double){name})" : Signed(name);
    }

    public override string VisitString(StringType type) => Text(value);

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

    /// <summary>Puts a negative number in parentheses, because operators before the constant may bind more tightly than the minus.</summary>
    private static string Signed(string literal) => literal[0] == '-' ? $"({literal})" : literal;

    private static bool IsFinite(string value) => double.IsFinite(double.Parse(value, CultureInfo.InvariantCulture));

    private static InvalidOperationException NotAConstant(TypeModel type) => new($"a constant cannot be of type {type.Word}");

    /// <summary>Whether a value has no literal in C.</summary>
    private sealed class MathValues(string value) : ScalarVisitor<bool>
    {
        public override bool VisitFloat(FloatType type) => !IsFinite(value);

        public override bool VisitString(StringType type) => false;

        public override bool VisitBytes(BytesType type) => false;

        public override bool VisitRecord(RecordType type) => false;

        public override bool VisitList(ListType type) => false;

        public override bool VisitObject(ObjectType type) => false;

        public override bool VisitOptional(OptionalType type) => false;

        protected override bool VisitScalar(TypeModel type) => false;
    }
}
