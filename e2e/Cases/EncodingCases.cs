using System.Formats.Cbor;
using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>Requests in an unusual encoding, or with unknown keys.</summary>
internal static class EncodingCases
{
    private const string Reply = """{"echoed": "hi", "timerName": "ipc-server"}""";

    /// <summary>All of them call echo.</summary>
    public static IReadOnlyList<ReplyCase> All =>
    [
        new("keys in another order", "echo", """{"req": {"delayMs": 0, "message": "hi"}}""", Reply),
        new("maps of indefinite length", "echo",
            Cbor.FromJson("""{"req": {"message": "hi", "delayMs": 0}}""", indefinite: true), Reply),
        new("lists of indefinite length", "complex",
            Cbor.FromJson("""{"req": {"messages": [{"message": "one", "delayMs": 0}], "tags": ["a"]}}""", indefinite: true),
            """{"summary": "received 1 messages, note=<none>, retries=0", "itemCount": 1, "hasNote": false}"""),
        new("text in pieces", "echo", Cbor.FromJson("""{"req": {"message": "@", "delayMs": 0}}""", Write(Pieces)), Reply),
        new("integers longer than they need be", "echo",
            Cbor.FromJson("""{"req": {"message": "hi", "delayMs": "@"}}""", [0x1B, 0, 0, 0, 0, 0, 0, 0, 0]), Reply),
        new("unknown parameters", "echo",
            """{"extra": [1, {"deep": [true]}], "req": {"message": "hi", "delayMs": 0}, "more": null}""", Reply),
        new("unknown members", "echo", """{"req": {"a": "", "message": "hi", "b": {"message": 5}, "delayMs": 0, "c": -1}}""", Reply),
        new("parameters to a method without any", "version", """{"req": {"message": "hi"}}""", "\"csharp-timer v0.1.0\""),
        Unknown("bytes", writer => writer.WriteByteString([1, 2, 3])),
        Unknown("a double", writer => writer.WriteDouble(1.5)),
        Unknown("a half", writer => writer.WriteHalf((Half)1.5)),
        Unknown("undefined", writer => writer.WriteSimpleValue((CborSimpleValue)23)),
        Unknown("a tagged date", writer => writer.WriteDateTimeOffset(DateTimeOffset.UnixEpoch)),
        Unknown("text in pieces", Pieces),
        Unknown("60 lists within each other", writer => Nest(writer, 60)),
    ];

    private static ReplyCase Unknown(string name, Action<CborWriter> write) => new(
        $"an unknown member that is {name}", "echo",
        Cbor.FromJson("""{"req": {"message": "hi", "extra": "@", "delayMs": 0}}""", Write(write)), Reply);

    private static byte[] Write(Action<CborWriter> write)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        write(writer);
        return writer.Encode();
    }

    private static void Pieces(CborWriter writer)
    {
        writer.WriteStartIndefiniteLengthTextString();
        writer.WriteTextString("h");
        writer.WriteTextString("i");
        writer.WriteEndIndefiniteLengthTextString();
    }

    private static void Nest(CborWriter writer, int levels)
    {
        for (var level = 0; level < levels; level++)
            writer.WriteStartArray(1);

        writer.WriteNull();
        for (var level = 0; level < levels; level++)
            writer.WriteEndArray();
    }
}
