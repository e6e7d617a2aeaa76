using System.Runtime.InteropServices;
using Twofold.Generated.fixtures;
using Twofold.Generated.my_timer;
using Twofold.Native;

namespace Twofold.Bench.Allocations;

/// <summary>Calls within the process: the exports, through pointers as C has them.</summary>
internal static unsafe class Direct
{
    private static readonly nint s_timer = CreateTimer();
    private static readonly nint s_fixtures = CreateFixtures();
    private static readonly byte* s_message = (byte*)Marshal.StringToCoTaskMemUTF8(Author.Message);

    /// <summary>By the names of the functions; of keep_int32 the argument and the result are copied as they are.</summary>
    public static IEnumerable<(string Name, Action Call, Action Own)> Calls =>
    [
        ("version", Version, Author.Version),
        ("version_sync", VersionSync, Author.Version),
        ("version_cbor", () => Request(&MyTimerExports.my_timer_version_cbor, s_timer, Requests.NoArguments), Author.Version),
        ("keep_int32", KeepInt32, Author.KeepInt32),
        ("keep_int32_sync", KeepInt32Sync, Author.KeepInt32),
        ("keep_int32_cbor", () => Request(&FixturesExports.fixtures_keep_int32_cbor, s_fixtures, Requests.Number), Author.KeepInt32),
        ("echo", Echo, Author.Echo),
        ("echo_sync", EchoSync, Author.Echo),
        ("echo_cbor", () => Request(&MyTimerExports.my_timer_echo_cbor, s_timer, Requests.Echo), Author.Echo),
    ];

    private static nint CreateTimer()
    {
        delegate* unmanaged<ConfigStruct*, nint*, Status> create = &MyTimerExports.my_timer_create_sync;
        nint timer;
        fixed (byte* name = "bench\0"u8)
        {
            var config = new ConfigStruct { name = { Pointer = name } };
            Expect(create(&config, &timer));
        }

        return timer;
    }

    private static nint CreateFixtures()
    {
        delegate* unmanaged<nint*, Status> create = &FixturesExports.fixtures_create_sync;
        nint fixtures;
        Expect(create(&fixtures));
        return fixtures;
    }

    private static void Version()
    {
        delegate* unmanaged<nint, delegate* unmanaged<Status, byte*, byte*, void*, void>, void*, Status> version = &MyTimerExports.my_timer_version;
        Expect(version(s_timer, &OnText, null));
    }

    private static void VersionSync()
    {
        delegate* unmanaged<nint, byte**, Status> version = &MyTimerExports.my_timer_version_sync;
        byte* text;
        Expect(version(s_timer, &text));
        NativeText.Free(text);
    }

    private static void KeepInt32()
    {
        delegate* unmanaged<nint, int, delegate* unmanaged<Status, int, byte*, void*, void>, void*, Status> keep = &FixturesExports.fixtures_keep_int32;
        Expect(keep(s_fixtures, 5, &OnNumber, null));
    }

    private static void KeepInt32Sync()
    {
        delegate* unmanaged<nint, int, int*, Status> keep = &FixturesExports.fixtures_keep_int32_sync;
        int number;
        Expect(keep(s_fixtures, 5, &number));
    }

    private static void Echo()
    {
        delegate* unmanaged<nint, EchoRequestStruct*, delegate* unmanaged<Status, EchoResponseStruct*, byte*, void*, void>, void*, Status> echo = &MyTimerExports.my_timer_echo;
        var request = new EchoRequestStruct { message = { Pointer = s_message } };
        Expect(echo(s_timer, &request, &OnEcho, null));
    }

    private static void EchoSync()
    {
        delegate* unmanaged<nint, EchoRequestStruct*, EchoResponseStruct*, Status> echo = &MyTimerExports.my_timer_echo_sync;
        var request = new EchoRequestStruct { message = { Pointer = s_message } };
        EchoResponseStruct reply;
        Expect(echo(s_timer, &request, &reply));
        RecordNative<MyTimerLibrary.EchoResponse, EchoResponseStruct>.Free(ref reply);
    }

    private static void Request(
        delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> export, nint handle, byte[] request)
    {
        fixed (byte* bytes = request)
            Expect(export(handle, bytes, (nuint)request.Length, &OnCbor, null));
    }

    private static void Expect(Status status)
    {
        if (status != Status.Ok)
            Environment.FailFast($"a call ended with {status}");
    }

    [UnmanagedCallersOnly]
    private static void OnText(Status status, byte* reply, byte* error, void* userData) => Expect(status);

    [UnmanagedCallersOnly]
    private static void OnNumber(Status status, int reply, byte* error, void* userData) => Expect(status);

    [UnmanagedCallersOnly]
    private static void OnEcho(Status status, EchoResponseStruct* reply, byte* error, void* userData) => Expect(status);

    [UnmanagedCallersOnly]
    private static void OnCbor(Status status, byte* body, nuint size, void* userData) => Expect(status);
}
