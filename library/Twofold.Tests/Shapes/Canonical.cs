using System.Collections;
using System.Globalization;

namespace Twofold.Tests.Shapes;

/// <summary>A value written out, so that two are the same exactly if their texts are: -0 is not 0, NaN is NaN, lists have their items.</summary>
internal static class Canonical
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\0", "\\0", StringComparison.Ordinal)}\"",
        // An sbyte[] passes for a byte[] at run time.
        byte[] bytes when value.GetType() == typeof(byte[]) => $"h'{Convert.ToHexString(bytes)}'",
        ReadOnlyMemory<byte> view => $"h'{Convert.ToHexString(view.Span)}'",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        IFormattable scalar => $"{scalar.GetType().Name} {scalar.ToString(null, CultureInfo.InvariantCulture)}",
        bool flag => flag ? "true" : "false",
        _ => $"{value.GetType().Name} {{{string.Join(", ", Members(value))}}}",
    };

    private static IEnumerable<string> Members(object record) =>
        record.GetType().GetProperties().Select(member => $"{member.Name} = {Of(member.GetValue(record))}");
}
