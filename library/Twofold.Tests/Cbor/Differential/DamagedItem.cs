using System.Formats.Cbor;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>Damages well-formed documents so that they stay well-formed: only a reader of values can find the fault.</summary>
internal sealed class DamagedItem(Random random)
{
    private static readonly byte[] s_notUtf8 = [0x62, 0xc3, 0x28];
    private static readonly byte[] s_unknown = [0x67, .. "unknown"u8];

    private readonly RandomCbor _documents = new(random);

    /// <summary>The item with one fault, or one unusual encoding, somewhere in it.</summary>
    public byte[] Next(byte[] item)
    {
        var reader = new CborReader(item, CborConformanceMode.Lax);
        return reader.PeekState() switch
        {
            CborReaderState.StartMap => DamageMap(Items(reader.ReadStartMap() * 2, reader)),
            CborReaderState.StartArray => DamageArray(Items(reader.ReadStartArray(), reader)),
            _ => Another(item),
        };
    }

    private static List<byte[]> Items(int? count, CborReader reader) =>
        [.. Enumerable.Range(0, count!.Value).Select(_ => reader.ReadEncodedValue(disableConformanceModeChecks: true).ToArray())];

    private static byte[] Join(int major, int count, List<byte[]> items) =>
        [(byte)((major << 5) | 25), (byte)(count >> 8), (byte)count, .. items.SelectMany(item => item)];

    private byte[] DamageMap(List<byte[]> items)
    {
        // Keys are at even indexes, each before its value.
        var pair = random.Next((items.Count / 2) + 1) * 2;
        switch (random.Next(pair == items.Count ? 3 : 8))
        {
            case 0:
                items.InsertRange(pair, [s_unknown, _documents.Document()]);
                break;
            case 1:
                items.InsertRange(pair, [s_unknown, [0x00], s_unknown, s_notUtf8]);
                break;
            case 2:
                items.InsertRange(pair, [_documents.Document(), [0xf6]]);
                break;
            case 3:
                items.InsertRange(pair, items.GetRange(pair, 2));
                break;
            case 4:
                items.RemoveRange(pair, 2);
                break;
            case 5:
                items[pair] = s_notUtf8;
                break;
            default:
                items[pair + 1] = Next(items[pair + 1]);
                break;
        }

        return Join(5, items.Count / 2, items);
    }

    private byte[] DamageArray(List<byte[]> items)
    {
        var at = random.Next(items.Count + 1);
        if (at == items.Count)
            items.Add(_documents.Document());
        else
            items[at] = Next(items[at]);

        return Join(4, items.Count, items);
    }

    private byte[] Another(byte[] item) => random.Next(6) switch
    {
        0 => s_notUtf8,
        1 => [0xc1, .. item],
        2 => [0xf7],
        3 => [0x18, (byte)random.Next(256)],
        4 => [0xfb, .. BitConverter.GetBytes(random.NextInt64())],
        _ => _documents.Document(),
    };
}
