using System.Text;
using Twofold.Protocol;

namespace Twofold.Hosting;

/// <summary>The file with the server's token.</summary>
internal static class TokenFile
{
    // What a file's mode allows to its group and to everyone.
    private const int OfOthers = 0x3F;

    // The token, the end of its line, and one more, which shows that it is too long.
    private const int MostRead = HelloFacts.MaxTokenBytes + 3;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the token: the content of the file without the end of its line.</summary>
    /// <exception cref="ServerException">There is no token, or others could read it; the message says what to do.</exception>
    public static Token Read(string path)
    {
        try
        {
            return new Token(TextOf(path, Content(path)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ServerException($"the token file {path} does not exist; {HowToMake(path)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ServerException($"cannot read the token file {path}: {e.Message}");
        }
    }

    private static string HowToMake(string path) => $"make one with: (umask 077; openssl rand -hex 32 > {path})";

    private static ReadOnlySpan<byte> Content(string path)
    {
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite);
        if (!OperatingSystem.IsWindows() && (int)File.GetUnixFileMode(file) is var mode && (mode & OfOthers) != 0)
            throw new ServerException($"other users may read the token file {path} (mode {Convert.ToString(mode, toBase: 8).PadLeft(4, '0')}); run: chmod 600 {path}");

        // Up to its end and not by its length: the file may be a pipe.
        var bytes = new byte[MostRead];
        var size = 0;
        while (RandomAccess.Read(file, bytes.AsSpan(size), size) is > 0 and var read)
            size += read;

        return bytes.AsSpan(0, size);
    }

    private static string TextOf(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.EndsWith("\n"u8))
            bytes = bytes[..^1];
        if (bytes.EndsWith("\r"u8))
            bytes = bytes[..^1];
        if (bytes.IsEmpty)
            throw new ServerException($"the token file {path} is empty; {HowToMake(path)}");
        if (bytes.Length > HelloFacts.MaxTokenBytes)
            throw new ServerException($"the token in {path} has more than {HelloFacts.MaxTokenBytes} bytes; {HowToMake(path)}");

        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ServerException($"the token in {path} is not UTF-8 text; {HowToMake(path)}");
        }
    }
}
