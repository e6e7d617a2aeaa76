using Twofold.Cbor;

namespace Twofold.Tests.Cbor;

/// <summary>A buffer with room for a given number of bytes, which has to grow for more.</summary>
internal static class NearlyFull
{
    private const int Before = 200;
    private const byte Filling = 0xA5;

    public static ByteBuffer Buffer(int room)
    {
        var buffer = new ByteBuffer();
        buffer.Reserve(Before + room);
        buffer.Append(Before).Fill(Filling);
        buffer.Append(buffer.Room - room).Fill(Filling);
        return buffer;
    }

    /// <summary>Checks that the previous content is unchanged and followed by exactly these bytes.</summary>
    public static void AssertAppended(byte[] expected, ByteBuffer buffer)
    {
        var before = buffer.Span[..^expected.Length];
        Assert.True(before.Length >= Before && before.IndexOfAnyExcept(Filling) < 0);
        Assert.Equal(expected, buffer.Span[before.Length..].ToArray());
    }
}
