using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Twofold.Cbor;

/// <summary>What values take on the heap of a 64-bit process, in bytes.</summary>
public static class DecodedSize
{
    /// <summary>An object without members, and what each member or item adds.</summary>
    public const int Object = 16;

    /// <inheritdoc cref="Object"/>
    public const int Member = 8;

    /// <summary>A <see cref="Uri"/> without its text.</summary>
    public const int UriObject = 48;

    /// <summary>What a set adds to each item, to find it.</summary>
    public const int SetItem = 16;

    // A List<T> and the head of its array.
    private const int List = 56;

    // The head of a string or an array of bytes, rounded up.
    private const int String = 28;

    /// <summary>A text. All empty ones are one object.</summary>
    public static long Of(string text) => text.Length == 0 ? 0 : String + (2L * text.Length);

    /// <summary>A URI and its text.</summary>
    public static long Of(Uri uri) => UriObject + Of(uri.OriginalString);

    /// <summary>Bytes.</summary>
    public static long Of(ReadOnlyMemory<byte> bytes) => bytes.IsEmpty ? 0 : String + bytes.Length;

    /// <summary>A list, without what its items refer to.</summary>
    public static long OfList<T>(int count) => List + ((long)Math.Max(Member, Unsafe.SizeOf<T>()) * count);

    /// <summary>A hash set, without what its items refer to.</summary>
    public static long OfSet<T>(int count) => List + ((long)(SetItem + Math.Max(Member, Unsafe.SizeOf<T>())) * count);

    /// <summary>
    /// The most that a request can take once it is decoded, whatever its parameters are. Counts no less than <c>Weigh</c> of the codecs
    /// does afterwards; takes no memory, and time that grows as the request does.
    /// </summary>
    /// <param name="request">The request, which need not be well-formed: the rest is not decoded either.</param>
    /// <param name="largestRecord">What the members of the largest record take.</param>
    /// <param name="largestItem">What the largest item of a list takes in it, with an object that holds its text.</param>
    public static long Estimate(ReadOnlySpan<byte> request, int largestRecord, int largestItem)
    {
        var total = 0L;
        var position = 0;
        while (position < request.Length)
        {
            var head = request[position++];
            var (major, info) = ((CborMajor)(head >> 5), head & 31);
            if (!TryArgument(request, info, ref position, out var argument))
                break;

            // Every item may be an item of a list, or a member.
            total += Math.Max(Member, largestItem);
            switch (major)
            {
                case CborMajor.Bytes or CborMajor.Text:
                    var length = (int)Math.Min(argument, (ulong)(request.Length - position));
                    total += String + (major == CborMajor.Text ? 2L * length : length);
                    position += length;
                    break;
                case CborMajor.Array:
                    total += List;
                    break;
                case CborMajor.Map:
                    total += Object + largestRecord;
                    break;
            }
        }

        return total;
    }

    private static bool TryArgument(ReadOnlySpan<byte> request, int info, ref int position, out ulong argument)
    {
        argument = (ulong)info;
        if (info is < 24 or > 27)
        {
            // An indefinite length: its chunks or items follow.
            argument = info < 24 ? argument : 0;
            return true;
        }

        var size = 1 << (info - 24);
        if (request.Length - position < size)
            return false;

        var bytes = request.Slice(position, size);
        argument = size switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        };
        position += size;
        return true;
    }
}
