using System.Buffers.Binary;
using System.Text;
using Twofold.Protocol;

namespace Twofold.Fuzz;

/// <summary>Requests as docs/protocol.md has them, read a second time and in the simplest way.</summary>
internal static class Requests
{
    private const int LongestMethod = 255;
    private const int LargestPayload = 16 << 20;

    /// <summary>One request.</summary>
    public static byte[] Frame(string method, byte[] payload)
    {
        var frame = new byte[4 + method.Length + 4 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, method.Length);
        Encoding.ASCII.GetBytes(method, frame.AsSpan(4));
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4 + method.Length), payload.Length);
        payload.CopyTo(frame, 8 + method.Length);
        return frame;
    }

    /// <summary>How many replies these bytes are due: one for each whole request, and one for the first length over its limit.</summary>
    public static int CountAnswered(ReadOnlySpan<byte> bytes)
    {
        for (var count = 0; ; count++)
        {
            foreach (var longest in (ReadOnlySpan<int>)[LongestMethod, LargestPayload])
            {
                if (bytes.Length < 4)
                    return count;

                var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
                if (length > longest)
                    return count + 1;
                if (length > bytes.Length - 4)
                    return count;

                bytes = bytes[(4 + (int)length)..];
            }
        }
    }
}
