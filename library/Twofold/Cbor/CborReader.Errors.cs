using System.Runtime.CompilerServices;
using Twofold.Text;

namespace Twofold.Cbor;

public ref partial struct CborReader
{
    /// <summary>Whether a read has failed; every later one returns a default.</summary>
    public readonly bool Failed => _error is not null;

    /// <summary>The offset of the item that failed.</summary>
    public readonly int ErrorOffset => _errorOffset;

    /// <summary>
    /// The path of the item that failed and what is wrong with it: <c>req.delayMs: expected an integer, found text</c>.
    /// The path is found by walking the data once more, so that reads which succeed pay nothing for it.
    /// </summary>
    public readonly string Error
    {
        get
        {
            var path = CborPath.Find(_data, _errorOffset, _maxDepth);
            if (_missing is not null)
                path = path.Length == 0 ? _missing : $"{path}.{_missing}";

            return path.Length == 0 ? _error ?? "" : $"{path}: {_error}";
        }
    }

    /// <summary>Fails at the item that begins at <paramref name="offset"/>, unless a read has already failed.</summary>
    public void FailAt(int offset, string error)
    {
        if (Failed)
            return;

        _error = error;
        _errorOffset = offset;
        _position = _data.Length;
    }

    /// <summary>The text as messages quote it: shortened, without control characters.</summary>
    public static string Show(ReadOnlySpan<byte> utf8) => Printable.Shorten(utf8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FailTrailing() => FailAt(_position, $"trailing bytes at byte {_position}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FailDuplicate() => FailAt(_keyStart, "duplicate key");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FailMissing(int start, string key)
    {
        if (Failed)
            return;

        FailAt(start, "missing");
        _missing = key;
    }

    private void FailTruncated()
    {
        if (!Failed)
            FailAt(_data.Length, $"the data ends at byte {_data.Length} within an item");
    }

    private void FailKind(int start, string expected) =>
        FailAt(start, $"expected {expected}, found {KindAt(start)}");

    /// <summary>The head of a key that is not text has been read.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FailKey(int mapStart, CborMajor major, int info, ulong argument)
    {
        var found = major switch
        {
            <= CborMajor.Negative => $"the integer {Digits(major, argument)}",
            CborMajor.Bytes when info != IndefiniteInfo && argument <= (ulong)(_data.Length - _position) =>
                $"the bytes {CborPath.Show(_data.Slice(_position, (int)argument))}",
            _ => KindAt(_keyStart),
        };
        FailAt(mapStart, $"expected a text key, found {found}");
    }

    private readonly string KindAt(int offset)
    {
        var initial = _data[offset];
        return (CborMajor)(initial >> 5) switch
        {
            CborMajor.Unsigned or CborMajor.Negative => "an integer",
            CborMajor.Bytes => "bytes",
            CborMajor.Text => "text",
            CborMajor.Array => "an array",
            CborMajor.Map => "a map",
            _ => (initial & 0x1F) switch
            {
                20 or 21 => "a boolean",
                22 => "null",
                23 => "undefined",
                25 or 26 or 27 => "a float",
                _ => "a simple value",
            },
        };
    }
}
