namespace Twofold.Bench.Allocations;

/// <summary>The parameters of the calls, as CBOR.</summary>
internal static class Requests
{
    /// <summary>{}</summary>
    public static byte[] NoArguments { get; } = [0xA0];

    /// <summary>{"value": 5}</summary>
    public static byte[] Number { get; } = [0xA1, 0x65, .. "value"u8, 0x05];

    /// <summary>{"req": {"message": "hello", "delayMs": 0}}</summary>
    public static byte[] Echo { get; } =
        [0xA1, 0x63, .. "req"u8, 0xA2, 0x67, .. "message"u8, 0x65, .. "hello"u8, 0x67, .. "delayMs"u8, 0x00];
}
