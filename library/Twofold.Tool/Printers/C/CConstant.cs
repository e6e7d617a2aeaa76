using System.Globalization;
using System.Text;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Spells constants in C.</summary>
internal static class CConstant
{
    public static string Print(string prefix, ConstantModel constant) =>
        $"/** {CTypes.Comment(constant.Doc)} */\n#define {prefix}_{Naming.UpperSnake(constant.Name)} {Literal(constant.Kind, constant.Value)}";

    /// <summary>A value, given as invariant text.</summary>
    public static string Literal(TypeKind kind, string value) => kind switch
    {
        TypeKind.Bool => value.ToLowerInvariant(),
        TypeKind.Text => Text(value),
        TypeKind.Float32 or TypeKind.Float64 when !IsFinite(value) => NotFinite(kind, value),
        TypeKind.Float32 => Signed($"{Float(value)}f"),
        TypeKind.Float64 => Signed(Float(value)),
        TypeKind.Int64 => value == long.MinValue.ToString(CultureInfo.InvariantCulture) ? "INT64_MIN" : value[0] == '-' ? $"(-INT64_C({value[1..]}))" : $"INT64_C({value})",
        TypeKind.UInt64 => $"UINT64_C({value})",
        TypeKind.UInt32 => $"UINT32_C({value})",
        _ => CTypes.Number(int.Parse(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>A minus binds less than what may stand before a constant.</summary>
    private static string Signed(string literal) => literal[0] == '-' ? $"({literal})" : literal;

    private static bool IsFinite(string value) => double.IsFinite(double.Parse(value, CultureInfo.InvariantCulture));

    /// <summary>Whether math.h has the name of the value.</summary>
    public static bool NeedsMath(ConstantModel constant) =>
        constant.Kind is TypeKind.Float32 or TypeKind.Float64 && !IsFinite(constant.Value);

    private static string NotFinite(TypeKind kind, string value)
    {
        var name = value == "NaN" ? "NAN" : value == "Infinity" ? "INFINITY" : "-INFINITY";
        return kind == TypeKind.Float32 ? Signed(name) : $"((double){name})";
    }

    private static string Float(string value) => value.AsSpan().ContainsAny('.', 'E') ? value : $"{value}.0";

    /// <summary>A string literal. Bytes that are not plain ASCII are octal, which cannot swallow what follows.</summary>
    private static string Text(string value)
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
}
