using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Native;
using Twofold.Tests.CaseTable;
using Twofold.Tests.Shapes;

namespace Twofold.Tests.Faults;

/// <summary>Makes the C form of a row's arguments.</summary>
internal sealed unsafe class NativeArguments : IDisposable
{
    private readonly NativeMemoryPool _memory = new();

    /// <summary>Room for any reply.</summary>
    public nint Reply() => _memory.Zeros(1024);

    /// <summary>The arguments of a method, without its handle.</summary>
    public List<object> Of(IReadOnlyList<ParameterModel> parameters, string json, ReadOnlySpan<Type> types)
    {
        using var document = JsonDocument.Parse(json);
        var arguments = new List<object>();
        foreach (var parameter in parameters)
            arguments.AddRange(Passed(parameter.Type, types[arguments.Count], Member(document.RootElement, parameter)));

        return arguments;
    }

    public void Dispose() => _memory.Dispose();

    private static JsonElement? Member(JsonElement map, ParameterModel member) =>
        map.TryGetProperty(member.WireKey, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static object Box(Type type, nint pointer, nuint count = 0)
    {
        var box = RuntimeHelpers.GetUninitializedObject(type);
        MemoryMarshal.Write(NativeMemoryPool.BytesOf(box, sizeof(nint)), pointer);
        if (type.Name.StartsWith("NativeSpan", StringComparison.Ordinal))
            MemoryMarshal.Write(NativeMemoryPool.BytesOf(box, 2 * sizeof(nint))[sizeof(nint)..], count);
        return box;
    }

    private static object Number(Type native, JsonElement value)
    {
        var type = native.IsEnum ? native.GetEnumUnderlyingType() : native;
        return value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => Convert.ChangeType(value.GetBoolean() ? 1 : 0, type),
            JsonValueKind.String => Convert.ChangeType(Notation.Float(value.GetString()!)!.Value, type),
            JsonValueKind.Number when type == typeof(ulong) => value.GetUInt64(),
            JsonValueKind.Number when type == typeof(double) => value.GetDouble(),
            JsonValueKind.Number when type == typeof(float) => (float)value.GetDouble(),
            _ => Convert.ChangeType(value.GetInt64(), type),
        };
    }

    /// <summary>A value in the form in which a function takes it.</summary>
    private object[] Passed(TypeModel type, Type passed, JsonElement? value)
    {
        if (type.IsSpan)
        {
            var (items, count) = Span(type.Required, passed.GetElementType()!, value, type.IsOptional);
            return [items, count];
        }

        if (type.Required is StringType text)
            return [Text(text, value)];
        if (!passed.IsPointer)
            return [Value(type.Required, passed, value)];

        var native = passed.GetElementType()!;
        return [value is null ? 0 : _memory.Items(native, Value(type.Required, native, value))];
    }

    /// <summary>A value that is there, or zeros.</summary>
    private object Value(TypeModel type, Type native, JsonElement? value)
    {
        if (value is not { } present)
            return RuntimeHelpers.GetUninitializedObject(native);

        switch (type)
        {
            case StringType text:
                return Box(native, Text(text, present));
            case CharType:
                return (ushort)present.GetString()![0];
            case UuidType or DateType or TimestampType:
                return FrameworkValue(native, present.GetString()!);
            case BytesType or ListType:
                var (items, count) = Span(type, native.GetGenericArguments()[0], present, isOptional: true);
                return Box(native, items, count);
            case EnumType { Name: var name } when present.ValueKind == JsonValueKind.String:
                var members = FaultyLibrary.Model.Enums.Single(item => item.Name == name).Members;
                return Convert.ChangeType(members.Single(member => member.WireText == present.GetString()).Value, native.IsEnum ? native.GetEnumUnderlyingType() : native);
            case RecordType { Name: var name }:
                return Struct(FaultyLibrary.Model.Records.Single(record => record.Name == name), native, present);
            default:
                return Number(native, present);
        }
    }

    private object Struct(RecordModel record, Type native, JsonElement value)
    {
        var box = RuntimeHelpers.GetUninitializedObject(native);
        foreach (var member in record.Members)
        {
            var field = native.GetField(member.CName)!;
            var given = Member(value, member);
            if (given is null)
                continue;

            field.SetValue(box, Unboxed(field.FieldType, Field(member.Type, field.FieldType, given)));
            native.GetField(member.CFlag)?.SetValue(box, (byte)1);
        }

        return box;
    }

    /// <summary>A value in a field or in a list, where an optional one is behind a pointer or beside a flag.</summary>
    private object Field(TypeModel type, Type native, JsonElement? value)
    {
        if (native.Name.StartsWith("NativePointer", StringComparison.Ordinal))
        {
            var record = native.GetGenericArguments()[0];
            return Box(native, value is null ? 0 : _memory.Items(record, Value(type.Required, record, value)));
        }

        if (!native.Name.StartsWith("NativeOptional", StringComparison.Ordinal))
            return Value(type.Required, native, value);

        var box = RuntimeHelpers.GetUninitializedObject(native);
        if (value is not null)
        {
            native.GetField("HasValue")!.SetValue(box, (byte)1);
            var field = native.GetField("Value")!;
            field.SetValue(box, Unboxed(field.FieldType, Value(type.Required, field.FieldType, value)));
        }

        return box;
    }

    private static object Unboxed(Type field, object value) => field.IsEnum ? Enum.ToObject(field, value) : value;

    private (nint Items, nuint Count) Span(TypeModel type, Type item, JsonElement? value, bool isOptional)
    {
        if (value is not { } present)
            return (0, 0);

        if (type is BytesType)
        {
            var bytes = Notation.Bytes(present);
            return (_memory.Bytes([.. bytes, 0]), (nuint)bytes.Length);
        }

        var items = present.EnumerateArray()
            .Select(element => Unboxed(item, Field(((ListType)type).Item, item, element.ValueKind == JsonValueKind.Null ? null : element)))
            .ToArray();
        return items.Length == 0 ? (isOptional ? _memory.Zeros(1) : 0, 0) : (_memory.Items(item, items), (nuint)items.Length);
    }

    private nint Text(StringType type, JsonElement? value) =>
        value?.GetString() is { } text ? _memory.Bytes([.. Encoding.UTF8.GetBytes(Notation.Quoted(type.Word, text) ?? text), 0]) : 0;

    /// <summary>A struct of the library that is tested, which is another type than the one of the same name here.</summary>
    private static object FrameworkValue(Type native, string text)
    {
        var box = RuntimeHelpers.GetUninitializedObject(native);
        var size = Marshal.SizeOf(native);
        if (Notation.Quoted("uuid", text) is { } uuid)
            Guid.Parse(uuid).ToByteArray(bigEndian: true).CopyTo(NativeMemoryPool.BytesOf(box, size));
        else if (Notation.Quoted("date", text) is { } date)
            Put(box, size, Native<NativeDate, DateOnly, DateNative>(DateOnly.Parse(date, CultureInfo.InvariantCulture)));
        else
            Put(box, size, Native<NativeTime, DateTimeOffset, TimeNative>(DateTimeOffset.Parse(Notation.Quoted("time", text)!, CultureInfo.InvariantCulture)));

        return box;
    }

    private static void Put<T>(object box, int size, T native)
        where T : unmanaged => MemoryMarshal.Write(NativeMemoryPool.BytesOf(box, size), native);

    private static TNative Native<TNative, T, TCodec>(T value)
        where TNative : unmanaged
        where TCodec : INativeCodec<TNative, T>
    {
        TNative native = default;
        TCodec.Write(value, ref native);
        return native;
    }
}
