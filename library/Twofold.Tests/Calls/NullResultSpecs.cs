using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Native;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

/// <summary>Null where the contract has a value is a bug of the author, and an error for the caller.</summary>
public sealed class NullResultSpecs
{
    private const string Message = "the method returned null, or a null inside its result, where the contract has a value";

    private readonly NotebookContext _context = new();

    [Fact]
    public unsafe void The_blocking_form_fails_with_a_message_that_says_so()
    {
        nint place = 0;
        var reply = new SyncReply<nint, TextMemory>(&place);
        Assert.False(Run<TextResult<string, TextNative>, NativePlace<nint>, SyncReply<nint, TextMemory>>(_ => null!, ref reply).Exists);
        Assert.Equal(Status.Internal, reply.Wait());
        Assert.Equal((Message, 0), (NativeText.Read(LastError.Get(), ""), place));
    }

    [Fact]
    public void A_call_from_cbor_fails_with_the_same_message_whether_it_ends_at_once_or_later() => Deadline.Run(() =>
    {
        var (outcome, late) = (new Outcome(), new Outcome());
        var sink = new RecordingSink(outcome, lease: null);
        Assert.False(Run<TextCbor, CborWriter, RecordingSink>(_ => null!, ref sink).Exists);
        Assert.Equal($"1x Internal {Message}", outcome.ToString());

        var lateSink = new RecordingSink(late, lease: null);
        CallRunner.Run<Notebook, ScriptedCall, string, TextCbor, CborWriter, RecordingSink>(_context, new ScriptedCall(YieldNull), ref lateSink);
        Assert.Equal($"1x Internal {Message}", late.Wait().ToString());
    });

    [Fact]
    public void A_null_inside_a_list_or_instead_of_bytes_throws()
    {
        Assert.Throws<NullReferenceException>(() => Write<ListCbor<string, TextCbor>, List<string>>(["first", null!]));
        Assert.Throws<NullReferenceException>(() => Write<BytesCbor, byte[]>(null!));
        Assert.Throws<NullReferenceException>(() =>
        {
            NativeSpan<byte> native = default;
            BytesNative.Write(null!, ref native);
        });
    }

    [Fact]
    public void A_null_reference_in_the_method_itself_is_reported_unchanged()
    {
        var outcome = new Outcome();
        var sink = new RecordingSink(outcome, lease: null);
        Run<TextCbor, CborWriter, RecordingSink>(_ => ((string?)null)!.Trim(), ref sink);
        Assert.StartsWith("1x Internal NullReferenceException: ", outcome.ToString());
    }

    private static async ValueTask<string> YieldNull(Notebook notebook, CancellationToken cancel)
    {
        await Task.Yield();
        return null!;
    }

    private static void Write<TCodec, T>(T value)
        where TCodec : ICborCodec<T> =>
        TCodec.Write(new CborWriter(new ByteBuffer()), value);

    private CallError Run<TWriter, TDestination, TSink>(Func<Notebook, string> method, ref TSink sink)
        where TWriter : IResultWriter<string, TDestination>
        where TDestination : allows ref struct
        where TSink : struct, IReplySink<TDestination> =>
        CallRunner.Run<Notebook, ScriptedCall, string, TWriter, TDestination, TSink>(
            _context, new ScriptedCall((notebook, _) => new ValueTask<string>(method(notebook))), ref sink);
}
