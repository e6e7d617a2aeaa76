using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Twofold.Generator.Model;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

/// <summary>Derives a struct that can be read, and every way to get a member of it wrong, from the library's model.</summary>
internal sealed unsafe class BadStruct(LibraryModel library) : IDisposable
{
    private readonly nint _text = NewText([(byte)'x', 0]);
    private readonly nint _notUtf8 = NewText([0xFF, 0]);

    /// <summary>A struct, boxed, with everything in it that must be there and nothing else.</summary>
    public object Good(Type type, RecordModel record)
    {
        var box = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in record.Members.Where(member => !member.Type.IsOptional))
        {
            var field = type.GetField(FieldOf(member))!;
            if (member.Type.Kind == TypeKind.Text)
                field.SetValue(box, Text(_text));
            else if (member.Type.Kind == TypeKind.Record)
                field.SetValue(box, Good(field.FieldType, RecordOf(member.Type)));
        }

        return box;
    }

    /// <summary>The struct with one mistake, and what the answer says.</summary>
    public IEnumerable<(object Struct, string Message)> Bad(Type type, RecordModel record, string path)
    {
        foreach (var member in record.Members)
        {
            var field = type.GetField(FieldOf(member))!;
            foreach (var (value, message) in BadMember(member.Type, field.FieldType, $"{path}.{member.CName}"))
            {
                var box = Good(type, record);
                field.SetValue(box, value);
                type.GetField($"Has{FieldOf(member)}")?.SetValue(box, (byte)1);
                yield return (box, message);
            }
        }
    }

    public void Dispose()
    {
        NativeMemory.Free((void*)_text);
        NativeMemory.Free((void*)_notUtf8);
    }

    private static string FieldOf(ParameterModel member) => char.ToUpperInvariant(member.Name[0]) + member.Name[1..];

    private static nint NewText(ReadOnlySpan<byte> bytes)
    {
        var text = (byte*)NativeMemory.Alloc((nuint)bytes.Length);
        bytes.CopyTo(new Span<byte>(text, bytes.Length));
        return (nint)text;
    }

    private IEnumerable<(object Value, string Message)> BadMember(TypeModel type, Type native, string path)
    {
        switch (type.Kind)
        {
            case TypeKind.Text:
                yield return (Text(_notUtf8), $"{path}: invalid UTF-8");
                if (!type.IsOptional)
                    yield return (Text(0), $"{path}: expected text, found NULL");
                break;
            case TypeKind.List or TypeKind.Bytes:
                yield return (Span(native, 0, 5), $"{path}: NULL, though its count is 5");
                yield return (Span(native, _text, nuint.MaxValue), $"{path}: a count of {nuint.MaxValue} is more than memory can hold");
                yield return (Span(native, _text, (nuint)1 << 31), $"{path}: a count of 2147483648 is more than memory can hold");
                break;
            case TypeKind.Enum:
                yield return (2, $"{path}: expected 1 (RED), 20 (DARK_GREEN), -1 (NONE), found 2");
                break;
            case TypeKind.Record when !type.IsOptional:
                foreach (var bad in Bad(native, RecordOf(type), path))
                    yield return bad;
                break;
        }
    }

    private static object Text(nint text) => new NativeString { Pointer = (byte*)text };

    private static object Span(Type type, nint items, nuint count)
    {
        var box = RuntimeHelpers.GetUninitializedObject(type);
        Unsafe.As<byte, NativeSpan<byte>>(ref Unsafe.As<Box>(box).FirstByte) = new NativeSpan<byte>((byte*)items, count);
        return box;
    }

    private RecordModel RecordOf(TypeModel type) => library.Records.Single(record => record.Name == type.Name);

    private sealed class Box
    {
        public byte FirstByte;
    }
}
