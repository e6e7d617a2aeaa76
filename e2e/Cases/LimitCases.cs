using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>A request on one side of a limit.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="Status">The status of the reply.</param>
/// <param name="Text">Its text, or its value as JSON.</param>
internal sealed record LimitProbe(byte[] Bytes, Status Status, string Text);

/// <summary>A limit on requests, and the replies of a server with this flag: one under the limit, at it, and one over.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Value">Its value.</param>
/// <param name="Probes">The requests, each on a connection of its own.</param>
internal sealed record LimitCase(string Flag, int Value, IReadOnlyList<LimitProbe> Probes)
{
    /// <summary>Unique.</summary>
    public string Name => $"{Flag} {Value}";
}

/// <summary>Limits below and above their defaults.</summary>
internal static class LimitCases
{
    private const int Mebibyte = 1 << 20;

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, LimitCase> ByName { get; } = new LimitCase[]
    {
        new("--max-method-bytes", 8, [Method(7), Method(8), MethodOver(9, limit: 8)]),
        new("--max-method-bytes", 300, [Method(299), Method(300), MethodOver(301, limit: 300)]),
        new("--max-payload-bytes", 64, [Payload(63), Payload(64), PayloadOver(65, limit: 64)]),
        new("--max-payload-bytes", 20 * Mebibyte, [Payload(20 * Mebibyte), PayloadOver((20 * Mebibyte) + 1, limit: 20 * Mebibyte)]),
        new("--max-nesting", 3, [Nesting(2), Nesting(3), NestingOver(4, limit: 3)]),
        new("--max-nesting", 100, [Nesting(99), Nesting(100), NestingOver(101, limit: 100)]),
    }.ToDictionary(limit => limit.Name);

    private static LimitProbe Method(int size) =>
        new(Frame.Request(new string('x', size)), Status.UnknownMethod, $"unknown method \"{(size > 64 ? $"{new string('x', 64)}..." : new string('x', size))}\"");

    private static LimitProbe MethodOver(int size, int limit) =>
        new(Frame.Length(size), Status.TooLarge, $"method name of {size} bytes exceeds the limit of {limit}");

    /// <summary>A map with one byte string under an unknown key.</summary>
    private static LimitProbe Payload(int size)
    {
        // The overhead: the map, the key, and the head of the string.
        var payload = Holding(size - (Holding(size).Length - size));
        return payload.Length == size
            ? new(Frame.Request("version", payload), Status.Ok, "\"csharp-timer v0.1.0\"")
            : throw new ArgumentOutOfRangeException(nameof(size), size, "the string's head is of another length here");
    }

    private static LimitProbe PayloadOver(int size, int limit) => new(
        [.. Frame.Length("version".Length), .. "version"u8, .. Frame.Length(size)],
        Status.TooLarge,
        $"payload of {size} bytes exceeds the limit of {limit}");

    private static LimitProbe Nesting(int levels) => new(Nested(levels), Status.Ok, "\"csharp-timer v0.1.0\"");

    private static LimitProbe NestingOver(int levels, int limit) =>
        new(Nested(levels), Status.InvalidArgument, $"*nesting over {limit} levels");

    /// <summary>The request's own map is the first level.</summary>
    private static byte[] Nested(int levels) =>
        Frame.Request("version", Cbor.FromJson("""{"x": "@"}""", [.. Enumerable.Repeat((byte)0x81, levels - 1), 0xF6]));

    private static byte[] Holding(int size)
    {
        var bytes = new System.Formats.Cbor.CborWriter();
        bytes.WriteByteString(new byte[size]);
        return Cbor.FromJson("""{"x": "@"}""", bytes.Encode());
    }
}
