using System.Formats.Cbor;
using System.Runtime.InteropServices;
using System.Text;

namespace Twofold.Tests.Faults;

/// <summary>What a callback has got. Kept until the end, so that a second call would be counted.</summary>
internal sealed unsafe class Received
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly ManualResetEventSlim _hasCome = new();
    private int _times;

    public Received() => UserData = (nint)GCHandle.ToIntPtr(GCHandle.Alloc(this));

    /// <summary>What the callback is registered with.</summary>
    public nint UserData { get; }

    /// <summary>How often the callback has run.</summary>
    public int Times => Volatile.Read(ref _times);

    public Status Status { get; private set; }

    public string Message { get; private set; } = "";

    /// <summary>A result that is passed by value: a handle.</summary>
    public nint Word { get; private set; }

    /// <summary>The callback of the CBOR ABI.</summary>
    public static nint OfCbor => (nint)(delegate* unmanaged<int, byte*, nuint, void*, void>)&TakeCbor;

    /// <summary>A listener of the native ABI, whatever the event carries.</summary>
    public static nint OfEvent => (nint)(delegate* unmanaged<void*, void*, void>)&TakeEvent;

    /// <summary>A listener to an event that carries nothing.</summary>
    public static nint OfEmptyEvent => (nint)(delegate* unmanaged<void*, void>)&TakeEmptyEvent;

    /// <summary>A listener of the CBOR ABI.</summary>
    public static nint OfCborEvent => (nint)(delegate* unmanaged<byte*, nuint, void*, void>)&TakeCborEvent;

    /// <summary>The callback for a parameter of this type.</summary>
    public static nint Of(Type callback) => callback.GetFunctionPointerParameterTypes() switch
    {
        [_, _, _] => (nint)(delegate* unmanaged<int, byte*, void*, void>)&TakeNothing,
        [_, var type, _, _] when type == typeof(float) => (nint)(delegate* unmanaged<int, float, byte*, void*, void>)&TakeFloat,
        [_, var type, _, _] when type == typeof(double) => (nint)(delegate* unmanaged<int, double, byte*, void*, void>)&TakeDouble,
        [_, { IsValueType: true, IsPrimitive: false, IsEnum: false } type, _, _] when Marshal.SizeOf(type) == sizeof(Pair) =>
            (nint)(delegate* unmanaged<int, Pair, byte*, void*, void>)&TakePair,
        _ => (nint)(delegate* unmanaged<int, nint, byte*, void*, void>)&TakeWord,
    };

    /// <summary>Whether the callback runs in time.</summary>
    public bool HasCome() => _hasCome.Wait(s_patience);

    private static void Take(int status, nint word, string message, void* userData)
    {
        var self = (Received)GCHandle.FromIntPtr((nint)userData).Target!;
        (self.Status, self.Word, self.Message) = ((Status)status, word, message);
        Interlocked.Increment(ref self._times);
        self._hasCome.Set();
    }

    /// <summary>Stands for every struct of 16 bytes without floats, which are passed alike.</summary>
    private readonly record struct Pair(long First, long Second);

    private static string Text(byte* message) => Marshal.PtrToStringUTF8((nint)message) ?? "";

    [UnmanagedCallersOnly]
    private static void TakeNothing(int status, byte* message, void* userData) => Take(status, 0, Text(message), userData);

    [UnmanagedCallersOnly]
    private static void TakeWord(int status, nint word, byte* message, void* userData) => Take(status, word, Text(message), userData);

    [UnmanagedCallersOnly]
    private static void TakePair(int status, Pair value, byte* message, void* userData) => Take(status, 0, Text(message), userData);

    [UnmanagedCallersOnly]
    private static void TakeEvent(void* payload, void* userData) => Take(0, 0, "", userData);

    [UnmanagedCallersOnly]
    private static void TakeEmptyEvent(void* userData) => Take(0, 0, "", userData);

    [UnmanagedCallersOnly]
    private static void TakeCborEvent(byte* payload, nuint size, void* userData) => Take(0, 0, "", userData);

    [UnmanagedCallersOnly]
    private static void TakeFloat(int status, float number, byte* message, void* userData) => Take(status, 0, Text(message), userData);

    [UnmanagedCallersOnly]
    private static void TakeDouble(int status, double number, byte* message, void* userData) => Take(status, 0, Text(message), userData);

    [UnmanagedCallersOnly]
    private static void TakeCbor(int status, byte* body, nuint size, void* userData)
    {
        var bytes = new ReadOnlySpan<byte>(body, (int)size).ToArray();
        var isHandle = status == 0 && bytes is [< 0x1C, ..];
        Take(status, isHandle ? (nint)new CborReader(bytes).ReadUInt64() : 0, status == 0 ? "" : Encoding.UTF8.GetString(bytes), userData);
    }
}
