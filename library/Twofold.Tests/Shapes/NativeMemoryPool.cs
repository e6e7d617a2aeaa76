using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Twofold.Tests.Shapes;

/// <summary>Memory that a C program passes to calls; freed all at once.</summary>
internal sealed unsafe class NativeMemoryPool : IDisposable
{
    private readonly List<nint> _blocks = [];

    /// <summary>Zeroed bytes.</summary>
    public nint Zeros(int size)
    {
        var block = (nint)NativeMemory.AllocZeroed((nuint)size);
        _blocks.Add(block);
        return block;
    }

    /// <summary>Bytes, as they are.</summary>
    public nint Bytes(params ReadOnlySpan<byte> bytes)
    {
        var block = Zeros(bytes.Length);
        bytes.CopyTo(new Span<byte>((void*)block, bytes.Length));
        return block;
    }

    /// <summary>Boxed structs or numbers of one type, as an array.</summary>
    public nint Items(Type type, params ReadOnlySpan<object> items)
    {
        var size = SizeOf(type);
        var block = Zeros(size * items.Length);
        for (var i = 0; i < items.Length; i++)
            BytesOf(items[i], size).CopyTo(new Span<byte>((byte*)block + (i * size), size));

        return block;
    }

    public void Dispose()
    {
        foreach (var block in _blocks)
            NativeMemory.Free((void*)block);
    }

    /// <summary>The bytes in a box.</summary>
    public static Span<byte> BytesOf(object box, int size) => MemoryMarshal.CreateSpan(ref Unsafe.As<Box>(box).FirstByte, size);

    private static int SizeOf(Type type) => (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private sealed class Box
    {
        public byte FirstByte;
    }
}
