using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Twofold.Cbor;

/// <summary>
/// A key of less than 24 bytes after its head of one byte. Keys are constants, so the compiler turns them into integers: the first
/// and the last bytes, which may overlap, and for long keys the eight bytes in between.
/// </summary>
internal static class ShortKey
{
    /// <summary>The length of the longest short key.</summary>
    public const int Longest = 23;

    /// <summary>Whether the head and the key are at this place, which must have as many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAt(ref byte at, ReadOnlySpan<byte> key)
    {
        ref var start = ref MemoryMarshal.GetReference(key);
        if (key.Length < 3 || !BitConverter.IsLittleEndian)
            return at == Head(key) && MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref at, 1), key.Length).SequenceEqual(key);

        if (key.Length < 7)
        {
            var end = key.Length == 3 ? 0 : Load<uint>(ref at, key.Length - 3) ^ Load<uint>(ref start, key.Length - 4);
            return ((Load<uint>(ref at, 0) ^ Four(key)) | end) == 0;
        }

        var last = key.Length == 7 ? 0 : Load<ulong>(ref at, key.Length - 7) ^ Load<ulong>(ref start, key.Length - 8);
        var middle = key.Length < 16 ? 0 : Load<ulong>(ref at, 8) ^ Load<ulong>(ref start, 7);
        return ((Load<ulong>(ref at, 0) ^ Eight(key)) | middle | last) == 0;
    }

    /// <summary>Writes the head and the key to this place, which must have room for them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref byte at, ReadOnlySpan<byte> key)
    {
        ref var start = ref MemoryMarshal.GetReference(key);
        if (key.Length < 3 || !BitConverter.IsLittleEndian)
        {
            at = Head(key);
            key.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref at, 1), key.Length));
        }
        else if (key.Length < 7)
        {
            Store(ref at, 0, Four(key));
            if (key.Length > 3)
                Store(ref at, key.Length - 3, Load<uint>(ref start, key.Length - 4));
        }
        else
        {
            Store(ref at, 0, Eight(key));
            if (key.Length >= 16)
                Store(ref at, 8, Load<ulong>(ref start, 7));
            if (key.Length > 7)
                Store(ref at, key.Length - 7, Load<ulong>(ref start, key.Length - 8));
        }
    }

    private static byte Head(ReadOnlySpan<byte> key) => (byte)(((int)CborMajor.Text << 5) | key.Length);

    /// <summary>The head and the first three bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Four(ReadOnlySpan<byte> key)
    {
        ref var start = ref MemoryMarshal.GetReference(key);
        return Head(key) | ((uint)Load<ushort>(ref start, 0) << 8) | ((uint)Load<ushort>(ref start, 1) << 16);
    }

    /// <summary>The head and the first seven bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ReadOnlySpan<byte> key)
    {
        ref var start = ref MemoryMarshal.GetReference(key);
        return Head(key) | ((ulong)Load<uint>(ref start, 0) << 8) | ((ulong)Load<uint>(ref start, 3) << 32);
    }

    private static T Load<T>(ref byte from, int at) => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref from, at));

    private static void Store<T>(ref byte to, int at, T value) => Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, at), value);
}
