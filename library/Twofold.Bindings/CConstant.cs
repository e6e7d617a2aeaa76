using System.Globalization;
using System.Text;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Spells constants in C.</summary>
internal static class CConstant
{
    public static string Print(string prefix, ConstantModel constant) =>
        $"/** {CTypes.Comment(constant.Doc)} */\n#define {prefix}_{Naming.UpperSnake(constant.Name)} {Value(constant)}";

    private static string Value(ConstantModel constant)
    {
        var value = constant.Value;
        return constant.Kind switch
        {
            TypeKind.Bool => value.ToLowerInvariant(),
            TypeKind.Text => Text(value),
            TypeKind.Float32 when value is "NaN" or "Infinity" or "-Infinity" => $"((float){Float(value)})",
            TypeKind.Float32 => $"{Float(value)}f",
            TypeKind.Float64 => Float(value),
            TypeKind.Int64 => value == long.MinValue.ToString(CultureInfo.InvariantCulture) ? "INT64_MIN" : value[0] == '-' ? $"(-INT64_C({value[1..]}))" : $"INT64_C({value})",
            TypeKind.UInt64 => $"UINT64_C({value})",
            TypeKind.UInt32 => $"UINT32_C({value})",
            _ => CTypes.Number(int.Parse(value, CultureInfo.InvariantCulture)),
        };
    }

    private static string Float(string value) => value switch
    {
        "NaN" => "(0.0 / 0.0)",
        "Infinity" => "(1.0 / 0.0)",
        "-Infinity" => "(-1.0 / 0.0)",
        _ when value.AsSpan().ContainsAny('.', 'E') => value,
        _ => $"{value}.0",
    };

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
