using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Twofold.Generated.fixtures;
using Twofold.Cbor;

namespace Twofold.Fuzz;

/// <summary>What libFuzzer calls. An input that does harm ends in an exception, which ends the process.</summary>
internal static unsafe class Targets
{
    // Each gives back what it is given, so that what came back once must come back the same again.
    private static readonly string[] s_keepers =
    [
        "keep_lists", "keep_optionals", "keep_scalars", "keep_company", "keep_tree", "keep_chain", "keep_blob", "keep_text", "keep_bytes",
        "keep_numbers", "keep_texts", "keep_points", "keep_optional_list", "keep_optional_point", "keep_color", "keep_double",
    ];

    private static FixturesService? s_service;

    [UnmanagedCallersOnly(EntryPoint = "twofold_fuzz_start")]
    public static int Start(byte* counters, int count)
    {
        Prepare();
        Coverage.Start(counters, count);
        return 0;
    }

    /// <summary>The bytes of one connection, whole and then in pieces: every request must be answered with a frame that is one.</summary>
    [UnmanagedCallersOnly(EntryPoint = "twofold_fuzz_connection")]
    public static void Connect(byte* bytes, int size) => Converse(new ReadOnlySpan<byte>(bytes, size));

    /// <summary>A method's number and an encoded value: what the method gives back must survive a second time.</summary>
    [UnmanagedCallersOnly(EntryPoint = "twofold_fuzz_cbor")]
    public static void Keep(byte* bytes, int size) => KeepTwice(new ReadOnlySpan<byte>(bytes, size));

    /// <summary>
    /// Reads a document as what C calls by this name. Returns the size of the document as it is written again, or -1 less the size of
    /// what is said of it; either is in <paramref name="into"/>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "twofold_fuzz_read")]
    public static int Read(byte* name, byte* document, int size, byte* into, int capacity) =>
        ReadAs(Marshal.PtrToStringUTF8((nint)name)!, new ReadOnlySpan<byte>(document, size), new Span<byte>(into, capacity));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Prepare()
    {
        var context = new FixturesContext();
        context.Open(FixturesLibrary.Fixtures.Create());
        s_service = new FixturesService(context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Converse(ReadOnlySpan<byte> bytes)
    {
        var expected = Requests.CountAnswered(bytes);
        foreach (var pieces in (ReadOnlySpan<int>)[1, 2, 7])
        {
            var replies = new FuzzPeer(s_service!).Converse(bytes, pieces);
            if (replies.Count != expected)
                throw new InvalidOperationException($"{expected} requests have {replies.Count} replies when they come in {pieces} pieces");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void KeepTwice(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;

        var method = s_keepers[bytes[0] % s_keepers.Length];
        var first = Keep(method, bytes[1..]);
        if (first.Status != Status.Ok)
            return;

        var second = Keep(method, first.Body);
        if (second.Status != Status.Ok || !second.Body.AsSpan().SequenceEqual(first.Body))
        {
            throw new InvalidOperationException(
                $"{method} gave back {Convert.ToHexString(first.Body)}, and of that {second.Status} {Convert.ToHexString(second.Body)}");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadAs(string name, ReadOnlySpan<byte> document, Span<byte> into)
    {
        if (Codecs.NotCompared.Contains(name))
            return int.MinValue;

        var written = new ByteBuffer();
        if (Codecs.ByName[name](document, written) is { } error)
            return -1 - Encoding.UTF8.GetBytes(error, into);

        written.Span.CopyTo(into);
        return written.Length;
    }

    private static FuzzReply Keep(string method, ReadOnlySpan<byte> value)
    {
        byte[] payload = [0xA1, 0x65, .. "value"u8, .. value];
        return new FuzzPeer(s_service!).Converse(Requests.Frame(method, payload), pieces: 1)[0];
    }
}
