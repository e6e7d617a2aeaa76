using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Twofold.Cbor;
using Twofold.Protocol;

namespace Twofold.Protocol;

/// <summary>
/// The wire's frames, in network byte order. A request is <c>[u32 method_len][method][u32 payload_len][payload]</c>, a
/// reply <c>[i32 status][u32 body_len][body]</c>.
/// </summary>
internal static class Frame
{
    /// <summary>The bytes before a reply's body.</summary>
    public const int ReplyHead = 8;

    /// <summary>The status of a frame that answers no request: an event.</summary>
    public const int Event = -1;

    /// <summary>The size of a request that is over a limit.</summary>
    public const int TooLarge = -1;

    private const int LengthSize = 4;

    /// <summary>
    /// The size of the request at the start of the bytes: 0 if it is not complete yet, or <see cref="TooLarge"/> if it is over a limit,
    /// which is known before the bytes have come. The rest of it has a meaning only for a complete one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MeasureRequest(ReadOnlySpan<byte> bytes, ServerOptions limits, out int methodLength)
    {
        methodLength = 0;
        if (bytes.Length < LengthSize)
            return 0;

        var announced = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (announced > (uint)limits.MaxMethodBytes)
            return TooLarge;

        methodLength = (int)announced;
        var head = LengthSize + methodLength + LengthSize;
        if (bytes.Length < head)
            return 0;

        var payloadLength = BinaryPrimitives.ReadUInt32BigEndian(bytes[(head - LengthSize)..]);
        if (payloadLength > (uint)limits.MaxPayloadBytes)
            return TooLarge;

        return bytes.Length - head < (int)payloadLength ? 0 : head + (int)payloadLength;
    }

    /// <summary>The size that the request at the start of the bytes will have; 0 if its head is not complete, or is over a limit.</summary>
    public static int MeasureAnnounced(ReadOnlySpan<byte> bytes, ServerOptions limits)
    {
        if (bytes.Length < LengthSize)
            return 0;

        var methodLength = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (methodLength > (uint)limits.MaxMethodBytes)
            return 0;

        var head = LengthSize + (int)methodLength + LengthSize;
        if (bytes.Length < head)
            return 0;

        var payloadLength = BinaryPrimitives.ReadUInt32BigEndian(bytes[(head - LengthSize)..]);
        return payloadLength > (uint)limits.MaxPayloadBytes ? 0 : head + (int)payloadLength;
    }

    /// <summary>The method's name in a whole request.</summary>
    public static ReadOnlySpan<byte> MethodOf(ReadOnlySpan<byte> request, int methodLength) => request.Slice(LengthSize, methodLength);

    /// <summary>The payload of a whole request.</summary>
    public static ReadOnlySpan<byte> PayloadOf(ReadOnlySpan<byte> request, int methodLength) => request[(LengthSize + methodLength + LengthSize)..];

    /// <summary>Which limit a request is over that is <see cref="TooLarge"/>.</summary>
    public static string DescribeExcess(ReadOnlySpan<byte> bytes, ServerOptions limits)
    {
        var methodLength = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return methodLength > limits.MaxMethodBytes
            ? $"method name of {methodLength} bytes exceeds the limit of {limits.MaxMethodBytes}"
            : $"payload of {BinaryPrimitives.ReadUInt32BigEndian(bytes[(LengthSize + (int)methodLength)..])} bytes exceeds the limit of {limits.MaxPayloadBytes}";
    }

    /// <summary>Leaves room for a reply's head and returns where it begins.</summary>
    public static int BeginReply(ByteBuffer buffer) => buffer.Skip(ReplyHead);

    /// <summary>Fills in the head of the reply that began at <paramref name="start"/>.</summary>
    public static void EndReply(ByteBuffer buffer, int start, int status)
    {
        var head = buffer.Patch(start, ReplyHead);
        BinaryPrimitives.WriteUInt64BigEndian(head, ((ulong)(uint)status << 32) | (uint)(buffer.Length - start - ReplyHead));
    }

    /// <summary>Appends a reply whose body is text.</summary>
    public static void AppendFailure(ByteBuffer buffer, Status status, string message)
    {
        // Room for all of it first: if there is no memory, nothing is appended.
        var size = Encoding.UTF8.GetByteCount(message);
        buffer.Reserve(ReplyHead + size);
        var start = BeginReply(buffer);
        Encoding.UTF8.GetBytes(message, buffer.Append(size));
        EndReply(buffer, start, (int)status);
    }
}
