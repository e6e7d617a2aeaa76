using System.Collections;
using System.Globalization;

namespace Twofold.Tests.Shapes;

/// <summary>
/// Canonical notation of a value: two values are equal exactly if their texts are. -0 differs from 0, NaN equals NaN, and lists
/// compare by items.
/// </summary>
internal static class Canonical
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\0", "\\0", StringComparison.Ordinal)}\"",
        // At run time an sbyte[] also matches the type byte[].
        byte[] bytes when value.GetType() == typeof(byte[]) => $"h'{Convert.ToHexString(bytes)}'",
        ReadOnlyMemory<byte> view => $"h'{Convert.ToHexString(view.Span)}'",
        Uri uri => $"Uri {uri.OriginalString}",
        char unit => $"Char {(int)unit}",
        DateTime or DateTimeOffset or DateOnly => $"{value.GetType().Name} {((IFormattable)value).ToString("O", CultureInfo.InvariantCulture)}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        IFormattable scalar => $"{scalar.GetType().Name} {scalar.ToString(null, CultureInfo.InvariantCulture)}",
        bool flag => flag ? "true" : "false",
        _ => $"{value.GetType().Name.Split('`')[0]} {{{string.Join(", ", Members(value))}}}",
    };

    private static IEnumerable<string> Members(object record) =>
        record.GetType().GetProperties().Select(member => $"{member.Name} = {Of(member.GetValue(record))}");
}
