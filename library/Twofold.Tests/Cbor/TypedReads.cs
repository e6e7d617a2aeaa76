using Twofold.Cbor;

namespace Twofold.Tests.Cbor;

/// <summary>Every way to read an item, for specs that hold for all of them.</summary>
internal static class TypedReads
{
    public delegate void Read(ref CborReader reader);

    public static readonly (string Name, Read Read)[] All =
    [
        ("Skip", (ref reader) => reader.Skip()),
        ("ReadBoolean", (ref reader) => reader.ReadBoolean()),
        ("ReadInt32", (ref reader) => reader.ReadInt32()),
        ("ReadInt64", (ref reader) => reader.ReadInt64()),
        ("ReadUInt32", (ref reader) => reader.ReadUInt32()),
        ("ReadUInt64", (ref reader) => reader.ReadUInt64()),
        ("ReadSingle", (ref reader) => reader.ReadSingle()),
        ("ReadDouble", (ref reader) => reader.ReadDouble()),
        ("ReadText", (ref reader) => reader.ReadText()),
        ("ReadUtf8", (ref reader) => reader.ReadUtf8()),
        ("an optional", (ref reader) =>
        {
            if (!reader.TryNull())
                reader.ReadInt64();
        }),
        ("an array", (ref reader) =>
        {
            var items = reader.BeginArray();
            while (reader.NextItem(ref items))
                reader.Skip();
        }),
        ("a list", (ref reader) =>
        {
            var items = reader.BeginList();
            while (reader.NextItem(ref items))
                reader.Skip();
        }),
        ("a map", (ref reader) =>
        {
            var members = reader.BeginMap();
            while (reader.NextKey(ref members, out _))
                reader.Skip();
        }),
    ];
}
