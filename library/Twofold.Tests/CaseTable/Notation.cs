using System.Globalization;
using System.Text.Json;

namespace Twofold.Tests.CaseTable;

/// <summary>
/// Notation for values that JSON lacks: <c>"h'00ff'"</c> stands for bytes, <c>"f'NaN'"</c> for a float that is not a JSON number,
/// and <c>"cbor'c24105'"</c>, also as a key, for an item that is already encoded.
/// </summary>
internal static class Notation
{
    /// <summary>The bytes that a text stands for, or null.</summary>
    public static byte[]? Bytes(string text) => text is ['h', '\'', .. var hex, '\''] ? Convert.FromHexString(hex) : null;

    /// <summary>The bytes that a value stands for.</summary>
    /// <exception cref="InvalidDataException">The value does not stand for bytes.</exception>
    public static byte[] Bytes(JsonElement value) =>
        (value.ValueKind == JsonValueKind.String ? Bytes(value.GetString()!) : null) ?? throw new InvalidDataException($"these are no bytes: {value.GetRawText()}");

    /// <summary>The encoded item that a text stands for, or null.</summary>
    public static byte[]? Item(string text) => text is ['c', 'b', 'o', 'r', '\'', .. var hex, '\''] ? Convert.FromHexString(hex) : null;

    /// <summary>The float that a text stands for, or null.</summary>
    public static double? Float(string text) =>
        text is ['f', '\'', .. var number, '\''] ? double.Parse(number, CultureInfo.InvariantCulture) : null;
}
