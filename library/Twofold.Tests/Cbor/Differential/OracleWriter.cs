using System.Collections;
using System.Formats.Cbor;
using System.Globalization;
using System.Numerics;
using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>The encodings that a value may have.</summary>
[Flags]
internal enum Form
{
    /// <summary>Definite lengths, floats of 64 bits.</summary>
    Plain = 0,

    /// <summary>Lists and maps that end with a break, strings in chunks.</summary>
    Indefinite = 1,

    /// <summary>Floats in 16 or 32 bits, where that is exact.</summary>
    ShortFloats = 2,

    /// <summary>A tag before every item, keys included.</summary>
    Tagged = 4,

    /// <summary>Absent members are left out of the map.</summary>
    WithoutNulls = 8,

    /// <summary>Floats as integers, and integers as floats, where that is exact.</summary>
    SwappedNumbers = 16,

    /// <summary>Integers as bignums, with a leading zero.</summary>
    Bignums = 32,

    /// <summary>Null for a required list without items.</summary>
    NullLists = 64,
}

/// <summary>Writes the types of a library with System.Formats.Cbor.</summary>
internal sealed class OracleWriter(LibraryModel library, Form form)
{
    private readonly CborWriter _writer = new(CborConformanceMode.Lax);
    private readonly Form _form = form;

    /// <summary>The bytes of a value.</summary>
    public byte[] Write(TypeModel type, object? value)
    {
        _writer.Reset();
        WriteItem(type, value);
        return _writer.Encode();
    }

    private void WriteItem(TypeModel type, object? value)
    {
        WriteTag();
        type.Accept(new Item(this, value))();
    }

    private void WriteTag()
    {
        if (_form.HasFlag(Form.Tagged))
            _writer.WriteTag(CborTag.SelfDescribeCbor);
    }

    private void WriteInteger(Int128 value)
    {
        if (_form.HasFlag(Form.SwappedNumbers) && Int128.Abs(value) <= 1L << 53)
            WriteAnyFloat((double)value);
        else if (_form.HasFlag(Form.Bignums))
            WriteBignum(value);
        else if (value < 0)
            _writer.WriteInt64((long)value);
        else
            _writer.WriteUInt64((ulong)value);
    }

    private void WriteBignum(Int128 value)
    {
        var digits = new BigInteger((ulong)(value < 0 ? -1 - value : value)).ToByteArray(isUnsigned: true, isBigEndian: true);
        _writer.WriteTag(value < 0 ? CborTag.NegativeBigNum : CborTag.UnsignedBigNum);
        WriteBytes([0, .. digits]);
    }

    /// <summary>The tag is left out where the value is clear without it.</summary>
    private void WriteTagged(ulong tag, string text)
    {
        if (!_form.HasFlag(Form.Indefinite))
            _writer.WriteTag((CborTag)tag);

        WriteText(text);
    }

    private void WriteUuid(Guid value)
    {
        if (_form.HasFlag(Form.Indefinite))
        {
            WriteText(value.ToString());
            return;
        }

        _writer.WriteTag((CborTag)37);
        WriteBytes(value.ToByteArray(bigEndian: true));
    }

    private void WriteDecimal(decimal value)
    {
        if (_form.HasFlag(Form.Indefinite))
            WriteText(value.ToString(CultureInfo.InvariantCulture));
        else
            _writer.WriteDecimal(value);
    }

    private EnumMemberModel MemberOf(EnumType type, string name) =>
        library.Enums.Single(item => item.Name == type.Name).Members.Single(member => member.Name == name);

    private RecordModel RecordOf(RecordType type) => library.Records.Single(record => record.Name == type.Name);

    private int? Length(int count) => _form.HasFlag(Form.Indefinite) ? null : count;

    private void WriteList(TypeModel type, List<object?> items)
    {
        _writer.WriteStartArray(Length(items.Count));
        foreach (var item in items)
            WriteItem(type, item);

        _writer.WriteEndArray();
    }

    private void WriteRecord(RecordModel record, object value)
    {
        var members = record.Members.Select(member => (Model: member, Value: value.GetType().GetProperty(member.Name)!.GetValue(value)))
            .Where(member => member.Value is not null || !_form.HasFlag(Form.WithoutNulls))
            .ToList();
        _writer.WriteStartMap(Length(members.Count));
        foreach (var (model, own) in members)
        {
            WriteTag();
            WriteText(model.WireKey);
            WriteItem(model.Type, own);
        }

        _writer.WriteEndMap();
    }

    /// <summary>Writes a float as an integer, if the form asks for it and the value is whole. -0 stays a float.</summary>
    private void WriteFloat(double value)
    {
        if (_form.HasFlag(Form.SwappedNumbers) && double.IsInteger(value) && value >= long.MinValue && value < long.MaxValue && !(value == 0 && double.IsNegative(value)))
            _writer.WriteInt64((long)value);
        else
            WriteAnyFloat(value);
    }

    private void WriteAnyFloat(double value)
    {
        if (_form.HasFlag(Form.ShortFloats) && (double)(Half)value == value)
            _writer.WriteHalf((Half)value);
        else if (_form.HasFlag(Form.ShortFloats) && (float)value == value)
            _writer.WriteSingle((float)value);
        else
            _writer.WriteDouble(value);
    }

    /// <summary>Chunks are cut between letters, as the standard requires.</summary>
    private void WriteText(string value)
    {
        if (!_form.HasFlag(Form.Indefinite))
        {
            _writer.WriteTextString(value);
            return;
        }

        _writer.WriteStartIndefiniteLengthTextString();
        foreach (var letter in value.EnumerateRunes())
            _writer.WriteTextString(letter.ToString());

        _writer.WriteEndIndefiniteLengthTextString();
    }

    private void WriteBytes(byte[] value)
    {
        if (!_form.HasFlag(Form.Indefinite))
        {
            _writer.WriteByteString(value);
            return;
        }

        _writer.WriteStartIndefiniteLengthByteString();
        foreach (var chunk in value.Chunk(2))
            _writer.WriteByteString(chunk);

        _writer.WriteEndIndefiniteLengthByteString();
    }

    /// <summary>How to write one item, after its tag.</summary>
    private sealed class Item(OracleWriter to, object? value, bool isOptional = false) : TypeVisitor<Action>
    {
        public override Action VisitBool(BoolType type) => () => to._writer.WriteBoolean((bool)value!);

        public override Action VisitInteger(IntegerType type) =>
            () => to.WriteInteger(value is ulong unsigned ? unsigned : Convert.ToInt64(value, CultureInfo.InvariantCulture));

        public override Action VisitFloat(FloatType type) => () => to.WriteFloat(value is Half half ? (double)half : Convert.ToDouble(value, CultureInfo.InvariantCulture));

        public override Action VisitChar(CharType type) => () => to.WriteText(((char)value!).ToString());

        public override Action VisitUuid(UuidType type) => () => to.WriteUuid((Guid)value!);

        public override Action VisitDate(DateType type) => () => to.WriteTagged(1004, ((DateOnly)value!).ToString("O", CultureInfo.InvariantCulture));

        public override Action VisitTimestamp(TimestampType type) =>
            () => to.WriteTagged(0, ((IFormattable)value!).ToString("O", CultureInfo.InvariantCulture));

        public override Action VisitDuration(DurationType type) => () => to.WriteInteger(100 * (Int128)((TimeSpan)value!).Ticks);

        public override Action VisitString(StringType type) => type.Form switch
        {
            StringForm.Text => () => to.WriteText((string)value!),
            StringForm.Uri => () => to.WriteTagged(32, ((Uri)value!).OriginalString),
            _ => () => to.WriteDecimal((decimal)value!),
        };

        public override Action VisitBytes(BytesType type) => () => to.WriteBytes(value is byte[] bytes ? bytes : ((ReadOnlyMemory<byte>)value!).ToArray());

        public override Action VisitEnum(EnumType type) => () => to.WriteText(to.MemberOf(type, value!.ToString()!).WireText);

        public override Action VisitRecord(RecordType type) => () => to.WriteRecord(to.RecordOf(type), value!);

        public override Action VisitList(ListType type)
        {
            List<object?> items = [.. ((IEnumerable)value!).Cast<object?>()];
            return items.Count == 0 && !isOptional && to._form.HasFlag(Form.NullLists) ? to._writer.WriteNull : () => to.WriteList(type.Item, items);
        }

        public override Action VisitObject(ObjectType type) => throw new NotSupportedException("an object is not a value");

        public override Action VisitOptional(OptionalType type) =>
            value is null ? to._writer.WriteNull : type.Item.Accept(new Item(to, value, isOptional: true));
    }
}
