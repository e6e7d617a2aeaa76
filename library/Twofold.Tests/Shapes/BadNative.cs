using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Model.Types;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

/// <summary>Derives valid arguments in C, and every possible mistake in one, from the library's model.</summary>
internal sealed unsafe class BadNative(LibraryModel library) : IDisposable
{
    private const string AnyOffset = "an offset from -840 to 840 minutes that keeps the local time in the years 1 to 9999";

    // How deep to nest a record that contains itself.
    private const int Deepest = 4;

    private readonly NativeMemoryPool _memory = new();

    private nint Text => _memory.Bytes((byte)'x', 0);

    private nint Digits => _memory.Bytes((byte)'5', 0);

    /// <summary>Valid arguments of a method, without its handle.</summary>
    public List<object> Good(MethodModel method, ReadOnlySpan<Type> types)
    {
        var arguments = new List<object>();
        foreach (var parameter in method.Parameters)
            arguments.AddRange(Passed(parameter.Type, types[arguments.Count], value: null));

        return arguments;
    }

    /// <summary>The same with one mistake each, and the expected message.</summary>
    public IEnumerable<(List<object> Arguments, string Message)> Bad(MethodModel method, Type[] types)
    {
        var at = 0;
        foreach (var parameter in method.Parameters)
        {
            var width = parameter.Type.IsSpan ? 2 : 1;
            foreach (var (passed, message) in BadParameter(parameter, types[at]))
            {
                var arguments = Good(method, types);
                arguments.RemoveRange(at, width);
                arguments.InsertRange(at, passed);
                yield return (arguments, message);
            }

            at += width;
        }
    }

    /// <summary>Room for any reply.</summary>
    public nint Reply() => _memory.Zeros(1024);

    public void Dispose() => _memory.Dispose();

    private static string FieldOf(ParameterModel member) => member.CName;

    private IEnumerable<(object[] Passed, string Message)> BadParameter(ParameterModel parameter, Type passed)
    {
        if (parameter.Type is RecordType)
            yield return ([(nint)0], $"{parameter.CName}: expected a struct, found NULL");

        foreach (var (value, message) in BadValue(parameter.Type.Required, Native(parameter.Type, passed), parameter.CName, depth: 0))
            yield return (Passed(parameter.Type, passed, value), message);
        if (parameter.Type is StringType text)
            yield return ([(nint)0], $"{parameter.CName}: {ForNull(text)}");
    }

    /// <summary>
    /// The native type of the value itself, whether the parameter is the value, a pointer to it, or the first half of a span.
    /// </summary>
    private static Type Native(TypeModel type, Type passed) => type switch
    {
        { IsSpan: true } => typeof(NativeSpan<>).MakeGenericType(passed.GetElementType()!),
        { Required: StringType } => typeof(NativeString),
        _ => passed.IsPointer ? passed.GetElementType()! : passed,
    };

    /// <summary>A value in the form in which it is passed; a valid one if none is given.</summary>
    private object[] Passed(TypeModel type, Type passed, object? value)
    {
        var native = Native(type, passed);
        value ??= Good(type.Required, native, depth: 0);
        if (type.IsSpan)
        {
            var span = MemoryMarshal.Read<NativeSpan<byte>>(NativeMemoryPool.BytesOf(value, sizeof(NativeSpan<byte>)));
            return [(nint)span.Items, span.Count];
        }

        if (type.Required is StringType)
            return [(nint)((NativeString)value).Pointer];

        return [passed.IsPointer ? _memory.Items(native, value) : value];
    }

    /// <summary>A valid value, with all required members and no optional ones.</summary>
    private object Good(TypeModel type, Type native, int depth) => type.Accept(new GoodValues(this, native, depth));

    private object GoodStruct(RecordModel record, Type native, int depth)
    {
        var box = RuntimeHelpers.GetUninitializedObject(native);
        foreach (var member in record.Members.Where(member => !member.Type.IsOptional))
        {
            var field = native.GetField(FieldOf(member))!;
            field.SetValue(box, Good(member.Type, field.FieldType, depth + 1));
        }

        return box;
    }

    /// <summary>Mistakes in a value of a required type.</summary>
    private IEnumerable<(object Value, string Message)> BadValue(TypeModel type, Type native, string path, int depth) =>
        type.Accept(new WrongValues(this, native, path, depth));

    private IEnumerable<(object Value, string Message)> BadSpan(Type native, string path) =>
    [
        (Span(native, 0, 5), $"{path}: NULL, though its count is 5"),
        (Span(native, Text, nuint.MaxValue), $"{path}: a count of {nuint.MaxValue} is more than memory can hold"),
        (Span(native, Text, (nuint)1 << 31), $"{path}: a count of 2147483648 is more than memory can hold"),
    ];

    /// <summary>A list of two items, with a mistake in the second.</summary>
    private IEnumerable<(object Value, string Message)> BadItems(TypeModel item, Type native, string path, int depth)
    {
        var itemType = native.GetGenericArguments()[0];
        foreach (var (value, message) in BadField(item, itemType, $"{path}[1]", depth))
            yield return (Span(native, _memory.Items(itemType, Good(item, itemType, depth), value), 2), message);
    }

    private IEnumerable<(object Value, string Message)> BadStruct(RecordModel record, Type native, string path, int depth)
    {
        foreach (var member in record.Members)
        {
            var field = native.GetField(FieldOf(member))!;
            foreach (var (value, message) in BadField(member.Type, field.FieldType, $"{path}.{member.CName}", depth))
            {
                var box = GoodStruct(record, native, depth);
                field.SetValue(box, value);
                native.GetField(member.CFlag)?.SetValue(box, (byte)1);
                yield return (box, message);
            }
        }
    }

    /// <summary>The same for a field, which may be optional: the value is then present, behind its pointer or beside its flag.</summary>
    private IEnumerable<(object Value, string Message)> BadField(TypeModel type, Type native, string path, int depth)
    {
        var isPointer = type is OptionalType { Item: RecordType };
        var isFlagged = native.IsGenericType && native.GetGenericTypeDefinition() == typeof(NativeOptional<>);
        var inner = isPointer || isFlagged ? native.GetGenericArguments()[0] : native;
        foreach (var (value, message) in BadValue(type.Required, inner, path, depth))
            yield return (isPointer ? Pointer(native, _memory.Items(inner, value)) : isFlagged ? Flagged(native, value) : value, message);
        if (type is StringType text)
            yield return (NewText(0), $"{path}: {ForNull(text)}");
    }

    private static string ForNull(StringType type) => type.Form == StringForm.Decimal ? "expected a decimal, found NULL" : "expected text, found NULL";

    private static object NewText(nint text) => new NativeString { Pointer = (byte*)text };

    private static object Flagged(Type type, object value)
    {
        var box = RuntimeHelpers.GetUninitializedObject(type);
        type.GetField(nameof(NativeOptional<>.HasValue))!.SetValue(box, (byte)1);
        type.GetField(nameof(NativeOptional<>.Value))!.SetValue(box, value);
        return box;
    }

    private static object Pointer(Type type, nint target)
    {
        var box = RuntimeHelpers.GetUninitializedObject(type);
        MemoryMarshal.Write(NativeMemoryPool.BytesOf(box, sizeof(nint)), target);
        return box;
    }

    private static object Span(Type type, nint items, nuint count)
    {
        var box = RuntimeHelpers.GetUninitializedObject(type);
        MemoryMarshal.Write(NativeMemoryPool.BytesOf(box, sizeof(NativeSpan<byte>)), new NativeSpan<byte>((byte*)items, count));
        return box;
    }

    private RecordModel RecordOf(RecordType type) => library.Records.Single(record => record.Name == type.Name);

    private EnumModel EnumOf(EnumType type) => library.Enums.Single(item => item.Name == type.Name);

    private sealed class GoodValues(BadNative arguments, Type native, int depth) : ScalarVisitor<object>
    {
        public override object VisitDate(DateType type) => new NativeDate { Year = 2026, Month = 11, Day = 29 };

        public override object VisitString(StringType type) => new NativeString { Pointer = (byte*)(type.Form == StringForm.Decimal ? arguments.Digits : arguments.Text) };

        public override object VisitBytes(BytesType type) => Zeros();

        public override object VisitEnum(EnumType type) => arguments.EnumOf(type).Members[0].Value;

        public override object VisitRecord(RecordType type) => arguments.GoodStruct(arguments.RecordOf(type), native, depth);

        public override object VisitList(ListType type) => Zeros();

        public override object VisitObject(ObjectType type) => Zeros();

        public override object VisitOptional(OptionalType type) => Zeros();

        protected override object VisitScalar(TypeModel type) => Zeros();

        private object Zeros() => RuntimeHelpers.GetUninitializedObject(native);
    }

    private sealed class WrongValues(BadNative arguments, Type native, string path, int depth) : ScalarVisitor<IEnumerable<(object Value, string Message)>>
    {
        public override IEnumerable<(object, string)> VisitFloat(FloatType type) => type.Bits == 16 ? [(65520f, $"{path}: expected a float of 16 bits, found 65520")] : [];

        public override IEnumerable<(object, string)> VisitDate(DateType type) =>
            from date in new NativeDate[] { default, Date(10000, 1, 1), Date(2026, 13, 1), Date(2026, 2, 29), Date(2026, 1, 0) }
            select ((object)date, $"{path}: expected {BadValues.AnyDate}, found {date.Year:D4}-{date.Month:D2}-{date.Day:D2}");

        public override IEnumerable<(object, string)> VisitTimestamp(TimestampType type) =>
            from time in new (NativeTime Native, string Expected, long Found)[]
            {
                (new NativeTime { Nanoseconds = 50 }, "nanoseconds from 0 to 999999900 in steps of 100", 50),
                (new NativeTime { Nanoseconds = -100 }, "nanoseconds from 0 to 999999900 in steps of 100", -100),
                (new NativeTime { Nanoseconds = 1_000_000_000 }, "nanoseconds from 0 to 999999900 in steps of 100", 1_000_000_000),
                (new NativeTime { Seconds = long.MaxValue }, "seconds from -62135596800 to 253402300799", long.MaxValue),
                (new NativeTime { Seconds = -62135596801 }, "seconds from -62135596800 to 253402300799", -62135596801),
                (new NativeTime { OffsetMinutes = 841 }, AnyOffset, 841),
                (new NativeTime { OffsetMinutes = int.MinValue }, AnyOffset, int.MinValue),
                (new NativeTime { Seconds = 253402300799, OffsetMinutes = 1 }, AnyOffset, 1),
            }
            select ((object)time.Native, $"{path}: expected {time.Expected}, found {time.Found}");

        public override IEnumerable<(object, string)> VisitDuration(DurationType type) => [(150L, $"{path}: expected a duration in steps of 100 ns, found 150")];

        public override IEnumerable<(object, string)> VisitString(StringType type) => type.Form == StringForm.Decimal ? NoDecimals() :
        [
            (NewText(arguments._memory.Bytes(0xFF, 0)), $"{path}: invalid UTF-8"),
            (NewText(arguments._memory.Bytes((byte)'a', 0xED, 0xA0, 0x80, 0)), $"{path}: invalid UTF-8"),
        ];

        public override IEnumerable<(object, string)> VisitBytes(BytesType type) => arguments.BadSpan(native, path);

        public override IEnumerable<(object, string)> VisitEnum(EnumType type)
        {
            var members = arguments.EnumOf(type).Members;
            var wrong = members.Max(member => member.Value) + 1;
            return [(wrong, $"{path}: expected {string.Join(", ", members.Select(member => $"{member.Value} ({Names.UpperSnake(member.Name)})"))}, found {wrong}")];
        }

        public override IEnumerable<(object, string)> VisitRecord(RecordType type) =>
            depth < Deepest ? arguments.BadStruct(arguments.RecordOf(type), native, path, depth + 1) : [];

        public override IEnumerable<(object, string)> VisitList(ListType type) =>
            depth < Deepest ? arguments.BadSpan(native, path).Concat(arguments.BadItems(type.Item, native, path, depth + 1)) : arguments.BadSpan(native, path);

        public override IEnumerable<(object, string)> VisitObject(ObjectType type) => [];

        public override IEnumerable<(object, string)> VisitOptional(OptionalType type) => type.Item.Accept(this);

        protected override IEnumerable<(object, string)> VisitScalar(TypeModel type) => [];

        private static NativeDate Date(int year, byte month, byte day) => new() { Year = year, Month = month, Day = day };

        private IEnumerable<(object, string)> NoDecimals() =>
        [
            (NewText(arguments._memory.Bytes((byte)'x', 0)), $"{path}: expected a decimal, found text \"x\""),
            (NewText(arguments._memory.Bytes(0)), $"{path}: expected a decimal, found text \"\""),
            (NewText(arguments._memory.Bytes([.. "1e29"u8, 0])), $"{path}: expected {BadValues.AnyDecimal}, found text \"1e29\""),
        ];
    }
}
