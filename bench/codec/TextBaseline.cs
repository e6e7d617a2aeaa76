using System.Text;

namespace Twofold.Bench.Codec;

/// <summary>
/// What no codec can do without: the framework transcodes the message's texts, to and from places that were looked up before, and the
/// message's own objects are made. There is no CBOR in it.
/// </summary>
/// <param name="encoded">The encoded message.</param>
/// <param name="texts">The message's texts in the order in which they stand there.</param>
/// <param name="make">Makes a message, and takes its texts in that order.</param>
internal sealed class TextBaseline<T>(byte[] encoded, IReadOnlyList<string> texts, Func<TextBaseline<T>, T> make) : Contender
    where T : class
{
    private readonly byte[] _buffer = [.. encoded];
    private readonly string[] _texts = [.. texts];
    private readonly Range[] _places = Find(encoded, texts);
    private int _taken;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Encode()
    {
        for (var i = 0; i < _texts.Length; i++)
            Encoding.UTF8.GetBytes(_texts[i], _buffer.AsSpan(_places[i]));

        return _buffer;
    }

    /// <inheritdoc/>
    public override object Decode()
    {
        _taken = 0;
        return make(this);
    }

    /// <summary>The next text, made anew.</summary>
    public string Take() => Encoding.UTF8.GetString(encoded.AsSpan(_places[_taken++]));

    private static Range[] Find(byte[] encoded, IReadOnlyList<string> texts)
    {
        var end = 0;
        return [.. texts.Select(text =>
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            var start = end + encoded.AsSpan(end).IndexOf(utf8);
            end = start + utf8.Length;
            return start..end;
        })];
    }
}
