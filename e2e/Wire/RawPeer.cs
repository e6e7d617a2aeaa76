using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Net.Sockets;
using System.Text;
using Twofold.E2E.Harness;

namespace Twofold.E2E.Wire;

/// <summary>A peer that sends given bytes and checks that each answer is a complete frame.</summary>
internal static class RawPeer
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Sends the pieces, shuts down sending, and reads to the end. Returns the number of replies.</summary>
    /// <exception cref="InvalidDataException">The server has sent something that is not a frame.</exception>
    public static async Task<int> ConverseAsync(string address, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        using var socket = await Endpoint.ConnectAsync(address);
        var reading = ReadAllAsync(socket);
        try
        {
            foreach (var piece in pieces)
            {
                for (var start = 0; start < piece.Length;)
                    start += await socket.SendAsync(piece[start..]);
            }

            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException closed) when (closed.SocketErrorCode is SocketError.Shutdown or SocketError.ConnectionReset or SocketError.NotConnected)
        {
            // The server closes after a frame that is too large.
        }

        return CountReplies(await reading.Within("the end of the connection"));
    }

    private static async Task<byte[]> ReadAllAsync(Socket socket)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var size)
                all.Write(buffer, 0, size);
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            // The server closed before it read all of our bytes.
        }

        return all.ToArray();
    }

    private static int CountReplies(ReadOnlySpan<byte> bytes)
    {
        var replies = 0;
        while (bytes.Length > 0)
        {
            if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) is var size && size > bytes.Length - 8)
                throw new InvalidDataException($"the connection ends within a frame: {Convert.ToHexString(bytes)}");

            var status = BinaryPrimitives.ReadInt32BigEndian(bytes);
            Check(status, bytes.Slice(8, (int)size).ToArray());
            replies += status >= 0 ? 1 : 0;
            bytes = bytes[(8 + (int)size)..];
        }

        return replies;
    }

    private static void Check(int status, byte[] body)
    {
        try
        {
            if (status is > 0 and <= (int)Status.Internal)
            {
                s_strict.GetCharCount(body);
                return;
            }

            var reader = new CborReader(body, CborConformanceMode.Strict);
            reader.SkipValue();
            if (status is not ((int)Status.Ok or (int)EventStatus.Event) || reader.BytesRemaining > 0)
                throw new InvalidDataException($"a frame of status {status}: {Convert.ToHexString(body)}");
        }
        catch (Exception e) when (e is CborContentException or DecoderFallbackException or InvalidOperationException)
        {
            throw new InvalidDataException($"a frame of status {status} that cannot be read: {Convert.ToHexString(body)}", e);
        }
    }
}
