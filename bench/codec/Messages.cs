using MyTimerLibrary;

namespace Twofold.Bench.Codec;

/// <summary>What is encoded and decoded.</summary>
internal static class Messages
{
    private const int Large = 64 * 1024;

    /// <summary>The request of every echo in this bench.</summary>
    public static readonly EchoRequest EchoRequest = new("hello", 0);

    /// <summary>Its answer.</summary>
    public static readonly EchoResponse EchoResponse = new("hello", "bench");

    /// <summary>Texts of 9 to 57 bytes, so that heads of both sizes occur.</summary>
    public static readonly ComplexRequest ComplexRequest = new(
        [.. Enumerable.Range(0, 100).Select(i => new EchoRequest($"message {i}{new string('.', i % 48)}", i * 10))],
        ["bench", "codec", "complex"], "a hundred messages", 3);

    /// <summary>A text that is long.</summary>
    public static readonly EchoRequest Text = new(string.Concat(Enumerable.Range(0, Large).Select(i => (char)('a' + i % 26))), 0);

    /// <summary>No text at all.</summary>
    public static readonly byte[] Bytes = [.. Enumerable.Range(0, Large).Select(i => (byte)(i * 7))];
}
