using System.Formats.Cbor;
using System.Globalization;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tests.Shapes;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>
/// Reads the types of a library with System.Formats.Cbor: a second reader of the same model, which shares nothing with the
/// generated one. What it reads comes as <see cref="Canonical"/> writes it.
/// </summary>
internal sealed class OracleCodec(LibraryModel library)
{
    /// <summary>The value that the bytes are.</summary>
    /// <exception cref="CborContentException">They are not valid, or no such value.</exception>
    /// <exception cref="InvalidOperationException">An item is of another kind.</exception>
    /// <exception cref="OverflowException">A number is out of range.</exception>
    public string Read(TypeModel type, byte[] bytes, CborConformanceMode mode = CborConformanceMode.Strict)
    {
        var reader = new CborReader(bytes, mode);
        var text = Read(reader, type);
        return reader.BytesRemaining == 0 ? text : throw new CborContentException("trailing bytes");
    }

    private string Read(CborReader reader, TypeModel type)
    {
        while (reader.PeekState() == CborReaderState.Tag)
            reader.ReadTag();

        if (type.IsOptional && TryNull(reader))
            return "null";

        return type.Required switch
        {
            BoolType => Canonical.Of(reader.ReadBoolean()),
            IntegerType { Bits: 8, IsSigned: true } => Canonical.Of(checked((sbyte)reader.ReadInt64())),
            IntegerType { Bits: 8, IsSigned: false } => Canonical.Of(checked((byte)reader.ReadInt64())),
            IntegerType { Bits: 16, IsSigned: true } => Canonical.Of(checked((short)reader.ReadInt64())),
            IntegerType { Bits: 16, IsSigned: false } => Canonical.Of(checked((ushort)reader.ReadInt64())),
            IntegerType { Bits: 32, IsSigned: true } => Canonical.Of(reader.ReadInt32()),
            IntegerType { Bits: 32, IsSigned: false } => Canonical.Of(reader.ReadUInt32()),
            IntegerType { Bits: 64, IsSigned: true } => Canonical.Of(reader.ReadInt64()),
            IntegerType { Bits: 64, IsSigned: false } => Canonical.Of(reader.ReadUInt64()),
            FloatType { Bits: 32 } => Canonical.Of(Single(reader.ReadDouble())),
            FloatType { Bits: 64 } => Canonical.Of(reader.ReadDouble()),
            StringType => Canonical.Of(Text(reader)),
            BytesType => Canonical.Of(reader.ReadByteString()),
            EnumType item => Member(item, Text(reader)),
            ListType list => List(reader, list.Item),
            RecordType named => Record(reader, library.Records.Single(record => record.Name == named.Name)),
            _ => throw new NotSupportedException($"{type} is not the type of a value"),
        };
    }

    /// <summary>Undefined is what JavaScript has for null.</summary>
    private static bool TryNull(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.Null:
                reader.ReadNull();
                return true;
            case CborReaderState.SimpleValue:
                return reader.ReadSimpleValue() == CborSimpleValue.Undefined ? true : throw new CborContentException("a simple value");
            default:
                return false;
        }
    }

    /// <summary>Where the whole is read in the lax mode, a text is valid nevertheless.</summary>
    private static string Text(CborReader reader) =>
        new CborReader(reader.ReadEncodedValue(disableConformanceModeChecks: true), CborConformanceMode.Strict).ReadTextString();

    private static float Single(double value) =>
        double.IsFinite(value) && !float.IsFinite((float)value) ? throw new OverflowException() : (float)value;

    private string Member(EnumType type, string text) => library.Enums.Single(item => item.Name == type.Name).Members.FirstOrDefault(member => member.WireText == text) is { } member
        ? $"{type.Name} {member.Name}"
        : throw new CborContentException($"no member {text}");

    private string List(CborReader reader, TypeModel item)
    {
        var items = new List<string>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
            items.Add(Read(reader, item));

        reader.ReadEndArray();
        return $"[{string.Join(", ", items)}]";
    }

    private string Record(CborReader reader, RecordModel record)
    {
        var values = new Dictionary<string, string>();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            if (Key(reader) is { } key && record.Members.FirstOrDefault(member => member.WireKey == key) is { } member)
                Add(values, member.Name, Read(reader, member.Type));
            else
                reader.SkipValue(disableConformanceModeChecks: true);
        }

        reader.ReadEndMap();
        return $"{record.Name} {{{string.Join(", ", record.Members.Select(member => $"{member.Name} = {ValueOf(values, member)}"))}}}";
    }

    /// <summary>A text key; null, with the key passed over, for one of another kind.</summary>
    private static string? Key(CborReader reader)
    {
        if (reader.PeekState() is CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString)
            return reader.ReadTextString();

        reader.SkipValue(disableConformanceModeChecks: true);
        return null;
    }

    /// <summary>The lax mode does not look for keys that come twice.</summary>
    private static void Add(Dictionary<string, string> values, string name, string value)
    {
        if (!values.TryAdd(name, value))
            throw new CborContentException(string.Create(CultureInfo.InvariantCulture, $"{name} comes twice"));
    }

    private static string ValueOf(Dictionary<string, string> values, ParameterModel member) =>
        values.TryGetValue(member.Name, out var value) ? value
        : member.Type.IsOptional ? "null"
        : throw new CborContentException($"{member.Name} is missing");
}
