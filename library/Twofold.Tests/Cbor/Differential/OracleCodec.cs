using System.Formats.Cbor;
using System.Globalization;
using System.Numerics;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tests.Shapes;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>
/// Reads the types of a library with System.Formats.Cbor: a second reader for the same model, which shares no code with the
/// generated one. Returns values in the notation of <see cref="Canonical"/>.
/// </summary>
internal sealed class OracleCodec(LibraryModel library)
{
    /// <summary>The value in the bytes.</summary>
    /// <exception cref="CborContentException">The bytes are not valid, or not a value of the type.</exception>
    /// <exception cref="InvalidOperationException">An item is of another kind.</exception>
    /// <exception cref="OverflowException">A number is out of range.</exception>
    public string Read(TypeModel type, byte[] bytes, CborConformanceMode mode = CborConformanceMode.Strict)
    {
        var reader = new CborReader(bytes, mode);
        var text = Read(reader, type);
        return reader.BytesRemaining == 0 ? text : throw new CborContentException("trailing bytes");
    }

    private string Read(CborReader reader, TypeModel type) => type.Accept(new Item(this, reader, Untag(reader)));

    /// <summary>Undefined counts as null: JavaScript encoders write it for absent values.</summary>
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

    /// <summary>A text must be valid UTF-8 even if the document is read in the lax mode.</summary>
    private static string Text(CborReader reader) =>
        new CborReader(reader.ReadEncodedValue(disableConformanceModeChecks: true), CborConformanceMode.Strict).ReadTextString();

    private static CborTag? Untag(CborReader reader)
    {
        CborTag? tag = null;
        while (reader.PeekState() == CborReaderState.Tag)
            tag = reader.ReadTag();

        return tag;
    }

    private static bool IsFloat(CborReader reader) =>
        reader.PeekState() is CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat;

    /// <summary>An integer, encoded as an integer, a float or a bignum.</summary>
    private static Int128 Integer(CborReader reader, CborTag? tag)
    {
        if (IsFloat(reader))
        {
            var value = reader.ReadDouble();
            return double.IsInteger(value) && Math.Abs(value) <= 1L << 53 ? (Int128)value : throw new OverflowException();
        }

        switch (reader.PeekState())
        {
            case CborReaderState.UnsignedInteger:
                return reader.ReadUInt64();
            case CborReaderState.NegativeInteger:
                return -1 - (Int128)reader.ReadCborNegativeIntegerRepresentation();
            default:
                if (tag is not (CborTag.UnsignedBigNum or CborTag.NegativeBigNum))
                    throw new InvalidOperationException("an item that is not a number");

                var magnitude = checked((ulong)new BigInteger(reader.ReadByteString(), isUnsigned: true, isBigEndian: true));
                return tag == CborTag.NegativeBigNum ? -1 - (Int128)magnitude : magnitude;
        }
    }

    /// <summary>A float, or an integer that it holds exactly.</summary>
    private static double Double(CborReader reader, CborTag? tag)
    {
        if (IsFloat(reader))
            return reader.ReadDouble();

        var value = Integer(reader, tag);
        return (Int128)(double)value == value ? (double)value : throw new OverflowException();
    }

    private static float Single(CborReader reader, CborTag? tag)
    {
        var isFloat = IsFloat(reader);
        var value = Double(reader, tag);
        return (double.IsFinite(value) && !float.IsFinite((float)value)) || (!isFloat && (float)value != value) ? throw new OverflowException() : (float)value;
    }

    private static Half Half(CborReader reader, CborTag? tag)
    {
        var isFloat = IsFloat(reader);
        var value = Double(reader, tag);
        return (double.IsFinite(value) && !System.Half.IsFinite((Half)value)) || (!isFloat && (double)(Half)value != value) ? throw new OverflowException() : (Half)value;
    }

    private RecordModel RecordOf(RecordType type) => library.Records.Single(record => record.Name == type.Name);

    private string Member(EnumType type, string text) => library.Enums.Single(item => item.Name == type.Name).Members.FirstOrDefault(member => member.WireText == text) is { } member
        ? $"{type.Name} {member.Name}"
        : throw new CborContentException($"no member {text}");

    private string List(CborReader reader, TypeModel item, bool isSet)
    {
        var items = new List<string>();
        if (TryNull(reader))
            return "[]";

        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
            items.Add(Read(reader, item));

        reader.ReadEndArray();
        return $"[{string.Join(", ", isSet ? items.Distinct() : items)}]";
    }

    private string Record(CborReader reader, RecordModel record)
    {
        var values = new Dictionary<string, string>();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = Key(reader);
            if (record.Members.FirstOrDefault(member => member.WireKey == key) is { } member)
                Add(values, member.Name, Read(reader, member.Type));
            else
                reader.SkipValue(disableConformanceModeChecks: true);
        }

        reader.ReadEndMap();
        return $"{record.FullName.Split('<')[0].Split('.')[^1]} {{{string.Join(", ", record.Members.Select(member => $"{member.Name} = {ValueOf(values, member)}"))}}}";
    }

    /// <summary>A key, which must be text.</summary>
    private static string Key(CborReader reader)
    {
        Untag(reader);
        return reader.ReadTextString();
    }

    /// <summary>The lax mode does not detect duplicate keys.</summary>
    private static void Add(Dictionary<string, string> values, string name, string value)
    {
        if (!values.TryAdd(name, value))
            throw new CborContentException(string.Create(CultureInfo.InvariantCulture, $"duplicate key {name}"));
    }

    private static string ValueOf(Dictionary<string, string> values, ParameterModel member) =>
        values.TryGetValue(member.Name, out var value) ? value
        : member.Type.IsOptional ? "null"
        : throw new CborContentException($"{member.Name} is missing");

    /// <summary>One item, after its tags; the innermost tag tells whether a byte string is a bignum.</summary>
    private sealed class Item(OracleCodec codec, CborReader reader, CborTag? tag) : TypeVisitor<string>
    {
        public override string VisitBool(BoolType type) => Canonical.Of(reader.ReadBoolean());

        public override string VisitInteger(IntegerType type)
        {
            var value = Integer(reader, tag);
            return Canonical.Of(type switch
            {
                { Bits: 8, IsSigned: true } => (object)checked((sbyte)value),
                { Bits: 8 } => checked((byte)value),
                { Bits: 16, IsSigned: true } => checked((short)value),
                { Bits: 16 } => checked((ushort)value),
                { Bits: 32, IsSigned: true } => checked((int)value),
                { Bits: 32 } => checked((uint)value),
                { Bits: 64, IsSigned: true } => checked((long)value),
                _ => checked((ulong)value),
            });
        }

        public override string VisitFloat(FloatType type) => type.Bits switch
        {
            16 => Canonical.Of(Half(reader, tag)),
            32 => Canonical.Of(Single(reader, tag)),
            _ => Canonical.Of(Double(reader, tag)),
        };

        public override string VisitChar(CharType type) => Canonical.Of(Text(reader).Single());

        public override string VisitUuid(UuidType type) => Canonical.Of(
            reader.PeekState() is CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString
                ? OracleValues.Uuid(reader.ReadByteString())
                : Guid.ParseExact(Text(reader), "D"));

        public override string VisitDate(DateType type) =>
            Canonical.Of((ulong?)tag == 100 && !IsText() ? DateOnly.FromDayNumber(checked(new DateOnly(1970, 1, 1).DayNumber + (int)WholeNumber())) : OracleValues.Date(Text(reader)));

        public override string VisitTimestamp(TimestampType type)
        {
            var time = tag == CborTag.UnixTimeSeconds && !IsText() ? DateTimeOffset.UnixEpoch.AddTicks(OracleValues.Ticks(Double(reader, null))) : OracleValues.Time(Text(reader));
            return type.HasOffset ? Canonical.Of(time) : Canonical.Of(time.UtcDateTime);
        }

        public override string VisitDuration(DurationType type) => Canonical.Of(OracleValues.Duration(checked((long)Integer(reader, tag))));

        public override string VisitString(StringType type) => type.Form switch
        {
            StringForm.Text => Canonical.Of(Text(reader)),
            StringForm.Uri => Canonical.Of(new Uri(Text(reader), UriKind.RelativeOrAbsolute)),
            _ => Canonical.Of(Decimal()),
        };

        public override string VisitBytes(BytesType type) => Canonical.Of(reader.ReadByteString());

        public override string VisitEnum(EnumType type) => codec.Member(type, Text(reader));

        public override string VisitRecord(RecordType type) => codec.Record(reader, codec.RecordOf(type));

        public override string VisitList(ListType type) => codec.List(reader, type.Item, isSet: type.Form == ListForm.HashSet);

        public override string VisitObject(ObjectType type) => throw new NotSupportedException("an object is not a value");

        public override string VisitOptional(OptionalType type) => TryNull(reader) ? "null" : type.Item.Accept(this);

        private bool IsText() => reader.PeekState() is CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString;

        /// <summary>An integer that is encoded as one.</summary>
        private Int128 WholeNumber() =>
            reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger ? Integer(reader, null) : throw new InvalidOperationException("an item that is not an integer");

        private decimal Decimal()
        {
            if (IsText())
                return OracleValues.Decimal(Text(reader));
            if (reader.PeekState() != CborReaderState.StartArray)
                return OracleValues.Decimal(0, OracleValues.Mantissa(reader, tag, Integer));
            if (tag != CborTag.DecimalFraction)
                throw new InvalidOperationException("an array that is not a decimal");

            reader.ReadStartArray();
            var exponent = checked((long)Integer(reader, Untag(reader)));
            var mantissa = OracleValues.Mantissa(reader, Untag(reader), Integer);
            reader.ReadEndArray();
            return OracleValues.Decimal(exponent, mantissa);
        }
    }
}
