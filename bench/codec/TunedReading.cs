using System.Formats.Cbor;
using System.Text;
using MyTimerLibrary;

namespace Twofold.Bench.Codec;

/// <summary>
/// The fastest that was found with System.Formats.Cbor: its lax mode, which checks least, keys that are compared as UTF-8 and never
/// become strings, and the checks of the strict mode by hand.
/// </summary>
internal static class TunedReading
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static EchoRequest EchoRequest(CborReader reader)
    {
        string? message = null;
        long? delayMs = null;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = reader.ReadDefiniteLengthTextStringBytes().Span;
            if (key.SequenceEqual("message"u8))
                message = message is null ? Text(reader) : throw Duplicate("message");
            else if (key.SequenceEqual("delayMs"u8))
                delayMs = delayMs is null ? reader.ReadInt64() : throw Duplicate("delayMs");
            else
                reader.SkipValue();
        }

        reader.ReadEndMap();
        return new EchoRequest(SystemCborItems.Need(message, "message"), SystemCborItems.Need(delayMs, "delayMs"));
    }

    public static EchoResponse EchoResponse(CborReader reader)
    {
        string? echoed = null;
        string? timerName = null;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = reader.ReadDefiniteLengthTextStringBytes().Span;
            if (key.SequenceEqual("echoed"u8))
                echoed = echoed is null ? Text(reader) : throw Duplicate("echoed");
            else if (key.SequenceEqual("timerName"u8))
                timerName = timerName is null ? Text(reader) : throw Duplicate("timerName");
            else
                reader.SkipValue();
        }

        reader.ReadEndMap();
        return new EchoResponse(SystemCborItems.Need(echoed, "echoed"), SystemCborItems.Need(timerName, "timerName"));
    }

    public static ComplexRequest ComplexRequest(CborReader reader)
    {
        List<EchoRequest>? messages = null;
        List<string>? tags = null;
        string? note = null;
        int? retries = null;
        bool hasNote = false, hasRetries = false;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = reader.ReadDefiniteLengthTextStringBytes().Span;
            if (key.SequenceEqual("messages"u8))
                messages = messages is null ? SystemCborItems.ReadList(reader, EchoRequest) : throw Duplicate("messages");
            else if (key.SequenceEqual("tags"u8))
                tags = tags is null ? SystemCborItems.ReadList(reader, Text) : throw Duplicate("tags");
            else if (key.SequenceEqual("note"u8))
                note = Once(ref hasNote, "note") && SystemCborItems.TryNull(reader) ? null : Text(reader);
            else if (key.SequenceEqual("retries"u8))
                retries = Once(ref hasRetries, "retries") && SystemCborItems.TryNull(reader) ? null : reader.ReadInt32();
            else
                reader.SkipValue();
        }

        reader.ReadEndMap();
        return new ComplexRequest(SystemCborItems.Need(messages, "messages"), SystemCborItems.Need(tags, "tags"), note, retries);
    }

    private static string Text(CborReader reader) => s_utf8.GetString(reader.ReadDefiniteLengthTextStringBytes().Span);

    private static bool Once(ref bool seen, string key) => seen ? throw Duplicate(key) : seen = true;

    private static InvalidDataException Duplicate(string key) => new($"{key}: duplicate key");
}
