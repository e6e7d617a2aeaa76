using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Twofold.Cbor;

namespace Twofold.Server;

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
    /// Reads the request at the start of the bytes. Returns its size, 0 if it is not complete yet, or <see cref="TooLarge"/> if it
    /// is over a limit, which is known before the bytes have come.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadRequest(
        ReadOnlySpan<byte> bytes, ServerOptions limits, out ReadOnlySpan<byte> method, out ReadOnlySpan<byte> payload)
    {
        method = payload = default;
        if (bytes.Length < LengthSize)
            return 0;

        var methodLength = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (methodLength > limits.MaxMethodBytes)
            return TooLarge;

        var payloadStart = LengthSize + (int)methodLength + LengthSize;
        if (bytes.Length < payloadStart)
            return 0;

        var payloadLength = BinaryPrimitives.ReadUInt32BigEndian(bytes[(payloadStart - LengthSize)..]);
        if (payloadLength > limits.MaxPayloadBytes)
            return TooLarge;

        if (bytes.Length - payloadStart < payloadLength)
            return 0;

        method = bytes.Slice(LengthSize, (int)methodLength);
        payload = bytes.Slice(payloadStart, (int)payloadLength);
        return payloadStart + (int)payloadLength;
    }

    /// <summary>Which limit a request is over that is <see cref="TooLarge"/>.</summary>
    public static string DescribeExcess(ReadOnlySpan<byte> bytes, ServerOptions limits)
    {
        var methodLength = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return methodLength > limits.MaxMethodBytes
            ? $"method name of {methodLength} bytes exceeds the limit of {limits.MaxMethodBytes}"
            : $"payload of {BinaryPrimitives.ReadUInt32BigEndian(bytes[(LengthSize + (int)methodLength)..])} bytes exceeds the limit of {limits.MaxPayloadBytes}";
    }

    /// <summary>Leaves room for a reply's head and returns where it begins.</summary>
    public static int BeginReply(ByteBuffer buffer)
    {
        var start = buffer.Length;
        buffer.Reserve(ReplyHead);
        buffer.Advance(ReplyHead);
        return start;
    }

    /// <summary>Fills in the head of the reply that began at <paramref name="start"/>.</summary>
    public static void EndReply(ByteBuffer buffer, int start, int status)
    {
        var head = buffer.Patch(start, ReplyHead);
        BinaryPrimitives.WriteInt32BigEndian(head, status);
        BinaryPrimitives.WriteUInt32BigEndian(head[LengthSize..], (uint)(buffer.Length - start - ReplyHead));
    }

    /// <summary>Appends a reply whose body is text.</summary>
    public static void AppendFailure(ByteBuffer buffer, Status status, string message)
    {
        var start = BeginReply(buffer);
        buffer.Append(Encoding.UTF8.GetBytes(message));
        EndReply(buffer, start, (int)status);
    }
}
