using System.Runtime.InteropServices;
using FixturesLibrary;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;
using Twofold.Tests.Shapes;
using Twofold.Tests.Support;

namespace Twofold.Tests.Native;

/// <summary>The managed memory that a call allocates if it completes at once. The exports are called as C calls them.</summary>
public sealed unsafe class AllocationSpecs : IDisposable
{
    private const int Repetitions = 10_000;
    private const int WarmUp = 1_000;

    private static readonly byte[] s_empty = [0xA0];
    private static readonly byte[] s_minusFive = CborShape.Request<int, Int32Cbor>(-5);
    private static readonly byte[] s_addOne = [0xA1, 0x66, .. "number"u8, 0x01];
    private static readonly byte[] s_text = "twenty letters, well\0"u8.ToArray();

    private static readonly Dictionary<string, Action<nint>> s_calls = new()
    {
        ["no result, to a callback"] = fixtures => Expect(Exported.Touch(fixtures, &OnNothing, null)),
        ["no result, blocking"] = fixtures => Expect(Exported.TouchSync(fixtures)),
        ["no result, as CBOR"] = fixtures => Request(Exported.TouchCbor, fixtures, s_empty),
        ["a ValueTask that has ended"] = fixtures => Expect(Exported.TouchNowSync(fixtures)),
        ["a number, to a callback"] = fixtures => Expect(Exported.KeepInt32(fixtures, -5, &OnInt32, null)),
        ["a number, blocking"] = fixtures => Expect(KeepInt32(fixtures)),
        ["a number, as CBOR"] = fixtures => Request(Exported.KeepInt32Cbor, fixtures, s_minusFive),
        ["a number, as CBOR by the method's name"] = fixtures => Expect(KeepInt32ByName(fixtures)),
        ["a record struct, to a callback"] = fixtures => Expect(KeepPoint(fixtures)),
        ["a record struct, blocking"] = fixtures => Expect(KeepPointSync(fixtures)),
        ["no object, to a callback"] = _ => Expect(Exported.Twice(21, &OnInt32, null)),
        ["no object, blocking"] = _ => Expect(Twice()),
        ["an event, to a callback"] = fixtures => Expect(Exported.Pass(fixtures, &OnInt64, null)),
        ["an event, blocking"] = fixtures => Expect(Pass(fixtures)),
        ["an event, as CBOR"] = fixtures => Request(Exported.PassCbor, fixtures, s_empty),
    };

    private static object? s_kept;
    private static int s_heard;
    private static int s_failures;

    private readonly Fixture _fixture = new();

    public static TheoryData<string> Calls => [.. s_calls.Keys];

    public static TheoryData<string> CallsWithAnEvent => [.. s_calls.Keys.Where(name => name.StartsWith("an event", StringComparison.Ordinal))];

    public void Dispose() => _fixture.Dispose();

    [Theory, MemberData(nameof(Calls))]
    public void Nothing_is_allocated_by_a_call_with(string what)
    {
        var call = s_calls[what];
        Assert.Equal(0, BytesPerCall(() => call(_fixture.Handle)));
    }

    [Theory, MemberData(nameof(CallsWithAnEvent))]
    public void An_event_with_both_kinds_of_listener_allocates_nothing(string what)
    {
        var call = s_calls[what];
        Expect(Exported.AddOnPassedListener(_fixture.Handle, &OnPassed, null, null));
        fixed (byte* name = "on_passed\0"u8)
            Expect(Exported.AddListenerCbor(_fixture.Handle, name, &OnPassedCbor, null, null));

        s_heard = 0;
        Assert.Equal(0, BytesPerCall(() => call(_fixture.Handle)));
        Assert.Equal(2 * (WarmUp + Allocated.Rounds(Repetitions)), s_heard);
    }

    [Fact]
    public void A_method_of_a_returned_object_allocates_nothing()
    {
        var session = OpenSession();
        Assert.Equal(0, BytesPerCall(() => Expect(Add(session))));
        Assert.Equal(0, BytesPerCall(() => Request(Exported.SessionAddCbor, session, s_addOne)));
        Expect(Exported.SessionRelease(session));
    }

    [Fact]
    public void A_record_allocates_only_the_authors_own_object() => Assert.Equal(
        BytesPerCall(() => s_kept = new Scalars(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
        BytesPerCall(() => Expect(KeepScalars(_fixture.Handle))));

    [Fact]
    public void A_text_allocates_only_the_authors_own_string() => Assert.Equal(
        BytesPerCall(() => s_kept = new string('x', s_text.Length - 1)),
        BytesPerCall(() => Expect(KeepText(_fixture.Handle))));

    private static double BytesPerCall(Action call)
    {
        s_failures = 0;
        for (var i = 0; i < WarmUp; i++)
            call();

        var bytes = Allocated.By(call, Repetitions);
        Assert.Equal(0, s_failures);
        return bytes / (double)Repetitions;
    }

    private static void Expect(Status status)
    {
        if (status != Status.Ok)
            Assert.Fail($"{status}");
    }

    private static void Request(
        delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> export, nint handle, byte[] request)
    {
        fixed (byte* bytes = request)
            Expect(export(handle, bytes, (nuint)request.Length, &OnCbor, null));
    }

    private nint OpenSession()
    {
        nint session;
        fixed (byte* name = s_text)
            Expect(Exported.OpenSessionSync(_fixture.Handle, name, &session));

        return session;
    }

    private static Status KeepInt32(nint fixtures)
    {
        int reply;
        return Exported.KeepInt32Sync(fixtures, -5, &reply);
    }

    private static Status KeepInt32ByName(nint fixtures)
    {
        var method = "keep_int32"u8;
        fixed (byte* name = method, bytes = s_minusFive)
            return Fixture.CallCbor(fixtures, name, (nuint)method.Length, bytes, (nuint)s_minusFive.Length, &OnCbor, null);
    }

    private static Status KeepPoint(nint fixtures)
    {
        var point = new PointStruct { x = 1 };
        return Exported.KeepOptionalPoint(fixtures, &point, &OnPoint, null);
    }

    private static Status KeepPointSync(nint fixtures)
    {
        var point = new PointStruct { x = 1 };
        KeepOptionalPointReplyStruct reply;
        var status = Exported.KeepOptionalPointSync(fixtures, &point, &reply);
        RecordNative<Point?, KeepOptionalPointReplyStruct>.Free(ref reply);
        return status;
    }

    private static Status KeepScalars(nint fixtures)
    {
        var scalars = default(ScalarsStruct);
        ScalarsStruct reply;
        return Exported.KeepScalarsSync(fixtures, &scalars, &reply);
    }

    private static Status KeepText(nint fixtures)
    {
        byte* reply;
        fixed (byte* text = s_text)
        {
            var status = Exported.KeepTextSync(fixtures, text, &reply);
            NativeMemory.Free(reply);
            return status;
        }
    }

    private static Status Twice()
    {
        int reply;
        return Exported.TwiceSync(21, &reply);
    }

    private static Status Pass(nint fixtures)
    {
        long reply;
        return Exported.PassSync(fixtures, &reply);
    }

    private static Status Add(nint session)
    {
        long reply;
        return Exported.SessionAddSync(session, 1, &reply);
    }

    private static void Count(Status status) => s_failures += status == Status.Ok ? 0 : 1;

    [UnmanagedCallersOnly]
    private static void OnNothing(Status status, byte* error, void* userData) => Count(status);

    [UnmanagedCallersOnly]
    private static void OnInt32(Status status, int reply, byte* error, void* userData) => Count(status);

    [UnmanagedCallersOnly]
    private static void OnInt64(Status status, long reply, byte* error, void* userData) => Count(status);

    [UnmanagedCallersOnly]
    private static void OnPoint(Status status, KeepOptionalPointReplyStruct* reply, byte* error, void* userData) => Count(status);

    [UnmanagedCallersOnly]
    private static void OnCbor(Status status, byte* body, nuint size, void* userData) => Count(status);

    [UnmanagedCallersOnly]
    private static void OnPassed(OnPassedEventStruct* passed, void* userData) => s_heard++;

    [UnmanagedCallersOnly]
    private static void OnPassedCbor(byte* body, nuint size, void* userData) => s_heard++;
}
