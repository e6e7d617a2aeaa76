using System.Text;
using Twofold.Text;

namespace Twofold.Cbor;

/// <summary>Names the place of a byte within a CBOR document: <c>req.messages[3].delayMs</c>.</summary>
internal static class CborPath
{
    /// <summary>The path of the innermost item that the offset lies in, as far as the data can be read; "" at the top.</summary>
    public static string Find(ReadOnlySpan<byte> data, int offset, int maxDepth)
    {
        var reader = new CborReader(data, maxDepth);
        var path = new List<string>();
        Walk(ref reader, data, offset, path);
        return string.Concat(path).TrimStart('.');
    }

    /// <summary>Walks one item. Returns true once the offset is reached; the path then leads to it.</summary>
    private static bool Walk(ref CborReader reader, ReadOnlySpan<byte> data, int offset, List<string> path)
    {
        var kind = reader.PeekMajor();
        if (reader.Position >= offset || kind is not (CborMajor.Map or CborMajor.Array))
        {
            reader.Skip();
            return reader.Failed || reader.Position > offset;
        }

        return kind == CborMajor.Map ? WalkMap(ref reader, data, offset, path) : WalkArray(ref reader, data, offset, path);
    }

    private static bool WalkMap(ref CborReader reader, ReadOnlySpan<byte> data, int offset, List<string> path)
    {
        var items = reader.BeginMap();
        while (reader.NextItem(ref items))
        {
            var keyStart = reader.Position;
            var name = reader.PeekMajor() == CborMajor.Text ? reader.PeekText() : null;
            reader.Skip();
            if (reader.Failed)
                return true;

            path.Add(name is null ? $"[key at byte {keyStart}]" : $".{Printable.Shorten(name)}");
            if (reader.Position > offset || Walk(ref reader, data, offset, path))
                return true;

            path.RemoveAt(path.Count - 1);
        }

        return reader.Failed || reader.Position > offset;
    }

    private static bool WalkArray(ref CborReader reader, ReadOnlySpan<byte> data, int offset, List<string> path)
    {
        var items = reader.BeginArray();
        for (var index = 0; reader.NextItem(ref items); index++)
        {
            path.Add($"[{index}]");
            if (Walk(ref reader, data, offset, path))
                return true;

            path.RemoveAt(path.Count - 1);
        }

        return reader.Failed || reader.Position > offset;
    }

    /// <summary>Bytes in diagnostic notation (RFC 8949 §8), shortened: <c>'name'</c>, or <c>h'00ff'</c>.</summary>
    public static string Show(ReadOnlySpan<byte> bytes)
    {
        var shown = bytes[..Math.Min(bytes.Length, Printable.LongestExcerpt / 2)];
        var isText = shown.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 && !shown.ContainsAny((byte)'\'', (byte)'\\');
        var notation = isText ? $"'{Encoding.ASCII.GetString(shown)}'" : $"h'{Convert.ToHexStringLower(shown)}'";
        return shown.Length < bytes.Length ? $"{notation}..." : notation;
    }
}
