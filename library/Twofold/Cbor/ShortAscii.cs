using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Twofold.Cbor;

/// <summary>
/// Converts ASCII of less than 32 letters without the calls and loops that only pay off for long text: it loads the beginning and
/// the end, which may overlap.
/// </summary>
internal static class ShortAscii
{
    private const ulong Bytes = 0x7F7F_7F7F_7F7F_7F7F;
    private const ulong Letters = 0x007F_007F_007F_007F;

    // Fields, so that the AOT compiler creates the delegates at build time and can inline them.
    private static readonly SpanAction<char, (Vector128<byte> First, Vector128<byte> Last)> s_sixteen = static (letters, both) =>
    {
        ref var to = ref MemoryMarshal.GetReference(letters);
        Store(ref to, 0, Vector128.WidenLower(both.First));
        Store(ref to, 8, Vector128.WidenUpper(both.First));
        Store(ref to, letters.Length - 16, Vector128.WidenLower(both.Last));
        Store(ref to, letters.Length - 8, Vector128.WidenUpper(both.Last));
    };

    private static readonly SpanAction<char, (ulong First, ulong Last)> s_eight = static (letters, both) =>
    {
        ref var to = ref MemoryMarshal.GetReference(letters);
        Store(ref to, 0, Wide(both.First));
        Store(ref to, letters.Length - 8, Wide(both.Last));
    };

    private static readonly SpanAction<char, ulong> s_four = static (letters, both) =>
    {
        ref var to = ref MemoryMarshal.GetReference(letters);
        Store(ref to, 0, Wide((uint)both).AsUInt64().ToScalar());
        Store(ref to, letters.Length - 4, Wide(both >> 32).AsUInt64().ToScalar());
    };

    private static readonly SpanAction<char, uint> s_three = static (letters, all) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = (char)(byte)(all >> (8 * i));
    };

    /// <summary>The text of this many bytes; null if it is not ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? Widen(ref byte from, int length)
    {
        if (length >= 16)
            return Widen16(ref from, length);

        if (length >= 8)
        {
            var (first, last) = (Load<ulong>(ref from, 0), Load<ulong>(ref from, length - 8));
            return ((first | last) & ~Bytes) == 0 ? string.Create(length, (first, last), s_eight) : null;
        }

        if (length >= 4)
        {
            var both = Load<uint>(ref from, 0) | ((ulong)Load<uint>(ref from, length - 4) << 32);
            return (both & ~Bytes) == 0 ? string.Create(length, both, s_four) : null;
        }

        return Widen3(ref from, length);
    }

    /// <summary>Writes the text to where it fits; false if it is not ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNarrow(string text, ref byte to)
    {
        ref var from = ref Unsafe.AsRef(in text.GetPinnableReference());
        if (text.Length >= 16)
            return TryNarrow16(ref from, text.Length, ref to);

        if (text.Length >= 8)
        {
            var (first, last) = (Load<Vector128<ushort>>(ref from, 0), Load<Vector128<ushort>>(ref from, text.Length - 8));
            if (!IsAscii(first | last))
                return false;

            var both = Vector128.Narrow(first, last).AsUInt64();
            Store(ref to, 0, both[0]);
            Store(ref to, text.Length - 8, both[1]);
            return true;
        }

        if (text.Length >= 4)
        {
            var (first, last) = (Load<ulong>(ref from, 0), Load<ulong>(ref from, text.Length - 4));
            if (((first | last) & ~Letters) != 0)
                return false;

            var wide = Vector128.Create(first, last).AsUInt16();
            var both = Vector128.Narrow(wide, wide).AsUInt64().ToScalar();
            Store(ref to, 0, (uint)both);
            Store(ref to, text.Length - 4, (uint)(both >> 32));
            return true;
        }

        return TryNarrow3(ref from, text.Length, ref to);
    }

    private static string? Widen16(ref byte from, int length)
    {
        var (first, last) = (Load<Vector128<byte>>(ref from, 0), Load<Vector128<byte>>(ref from, length - 16));
        return (first | last).ExtractMostSignificantBits() == 0 ? string.Create(length, (first, last), s_sixteen) : null;
    }

    private static string? Widen3(ref byte from, int length)
    {
        var all = 0u;
        for (var i = 0; i < length; i++)
            all |= (uint)Unsafe.Add(ref from, i) << (8 * i);

        return (all & ~Bytes) == 0 ? string.Create(length, all, s_three) : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow16(ref char from, int length, ref byte to)
    {
        var (first, second) = (Load<Vector128<ushort>>(ref from, 0), Load<Vector128<ushort>>(ref from, 8));
        var (third, last) = (Load<Vector128<ushort>>(ref from, length - 16), Load<Vector128<ushort>>(ref from, length - 8));
        if (!IsAscii(first | second | third | last))
            return false;

        Store(ref to, 0, Vector128.Narrow(first, second));
        Store(ref to, length - 16, Vector128.Narrow(third, last));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow3(ref char from, int length, ref byte to)
    {
        for (var i = 0; i < length; i++)
        {
            var letter = Unsafe.Add(ref from, i);
            if (!char.IsAscii(letter))
                return false;

            Unsafe.Add(ref to, i) = (byte)letter;
        }

        return true;
    }

    private static bool IsAscii(Vector128<ushort> letters) =>
        (letters & Vector128.Create(~Letters).AsUInt16()) == Vector128<ushort>.Zero;

    private static Vector128<ushort> Wide(ulong bytes) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(bytes).AsByte());

    private static T Load<T>(ref byte from, int at) => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref from, at));

    private static T Load<T>(ref char from, int at) => Load<T>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref from, at)), 0);

    private static void Store<T>(ref byte to, int at, T value) => Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, at), value);

    private static void Store<T>(ref char to, int at, T value) => Store(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref to, at)), 0, value);
}
