using System.Text;
using Twofold.Text;

namespace Twofold.Cbor;

/// <summary>Names the place of a byte within a CBOR document: <c>req.messages[3].delayMs</c>.</summary>
internal static class CborPath
{
    private const int NoKey = -1;

    /// <summary>The path of the innermost item that the offset lies in, as far as the data can be read; "" at the top.</summary>
    public static string Find(ReadOnlySpan<byte> data, int offset, int maxDepth)
    {
        var reader = new CborReader(data, maxDepth);
        var path = new List<Step>();
        Walk(ref reader, offset, path);

        // Only now: a text for each item on the way would cost much more than to read them.
        var text = new StringBuilder();
        foreach (var step in path)
            step.AppendTo(text, data);

        return text.ToString().TrimStart('.');
    }

    /// <summary>Walks one item. Returns true once the offset is reached; the path then leads to it.</summary>
    private static bool Walk(ref CborReader reader, int offset, List<Step> path)
    {
        var kind = reader.PeekMajor();
        if (reader.Position >= offset || kind is not (CborMajor.Map or CborMajor.Array))
        {
            reader.Skip();
            return reader.Failed || reader.Position > offset;
        }

        return kind == CborMajor.Map ? WalkMap(ref reader, offset, path) : WalkArray(ref reader, offset, path);
    }

    private static bool WalkMap(ref CborReader reader, int offset, List<Step> path)
    {
        var items = reader.BeginMap();
        while (reader.NextItem(ref items))
        {
            var key = reader.Position;
            reader.Skip();
            if (reader.Failed)
                return true;

            path.Add(new Step(key, Index: 0));
            if (reader.Position > offset || Walk(ref reader, offset, path))
                return true;

            path.RemoveAt(path.Count - 1);
        }

        return reader.Failed || reader.Position > offset;
    }

    private static bool WalkArray(ref CborReader reader, int offset, List<Step> path)
    {
        var items = reader.BeginArray();
        for (var index = 0; reader.NextItem(ref items); index++)
        {
            path.Add(new Step(NoKey, index));
            if (Walk(ref reader, offset, path))
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

    /// <summary>A step from an item to one inside: where its key begins, or its index in an array.</summary>
    private readonly record struct Step(int Key, int Index)
    {
        public void AppendTo(StringBuilder path, ReadOnlySpan<byte> data)
        {
            if (Key == NoKey)
                path.Append('[').Append(Index).Append(']');
            else if (new CborReader(data[Key..]).PeekText() is { } name)
                path.Append('.').Append(name);
            else
                path.Append("[key at byte ").Append(Key).Append(']');
        }
    }
}
