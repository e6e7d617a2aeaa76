using System.Formats.Cbor;

namespace Twofold.Bench.Codec;

/// <summary>What both ways of reading with System.Formats.Cbor have in common.</summary>
internal static class SystemCborItems
{
    public static List<T> ReadList<T>(CborReader reader, Func<CborReader, T> readItem)
    {
        var count = reader.ReadStartArray();
        var list = new List<T>(count ?? 0);
        while (reader.PeekState() != CborReaderState.EndArray)
            list.Add(readItem(reader));

        reader.ReadEndArray();
        return list;
    }

    public static bool TryNull(CborReader reader)
    {
        if (reader.PeekState() != CborReaderState.Null)
            return false;

        reader.ReadNull();
        return true;
    }

    public static T Need<T>(T? value, string key)
        where T : class => value ?? throw new InvalidDataException($"{key}: missing");

    public static long Need(long? value, string key) => value ?? throw new InvalidDataException($"{key}: missing");
}
