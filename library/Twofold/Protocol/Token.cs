using System.Security.Cryptography;
using System.Text;

namespace Twofold.Protocol;

/// <summary>The text that a peer must present before anything else. Thread-safe.</summary>
internal sealed class Token
{
    // Padded with zeros and followed by its length, so that comparing takes the same time for every length of it. A hash would
    // do that too, but .NET has its hashes from libssl, which a host may not have.
    private const int Size = HelloFacts.MaxTokenBytes + sizeof(int);

    private readonly byte[] _padded = new byte[Size];

    /// <param name="text">At most <see cref="HelloFacts.MaxTokenBytes"/> in UTF-8.</param>
    public Token(string text)
    {
        if (!TryPad(text, _padded))
            throw new ArgumentException($"more than {HelloFacts.MaxTokenBytes} bytes", nameof(text));
    }

    /// <summary>Whether this is the token. How long it takes depends on nothing but what the peer has presented.</summary>
    public bool Matches(string presented)
    {
        Span<byte> padded = stackalloc byte[Size];
        return TryPad(presented, padded) && CryptographicOperations.FixedTimeEquals(padded, _padded);
    }

    private static bool TryPad(string text, Span<byte> padded)
    {
        padded.Clear();
        if (!Encoding.UTF8.TryGetBytes(text, padded[..HelloFacts.MaxTokenBytes], out var length))
            return false;

        BitConverter.TryWriteBytes(padded[HelloFacts.MaxTokenBytes..], length);
        return true;
    }
}
