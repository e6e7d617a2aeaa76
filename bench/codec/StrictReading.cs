using System.Formats.Cbor;
using MyTimerLibrary;

namespace Twofold.Bench.Codec;

/// <summary>
/// What one writes by hand to read the messages with System.Formats.Cbor. Its strict mode, the default, refuses duplicate keys and
/// invalid UTF-8; the code here refuses missing keys and skips unknown ones.
/// </summary>
internal static class StrictReading
{
    public static EchoRequest EchoRequest(CborReader reader)
    {
        string? message = null;
        long? delayMs = null;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            switch (reader.ReadTextString())
            {
                case "message":
                    message = reader.ReadTextString();
                    break;
                case "delayMs":
                    delayMs = reader.ReadInt64();
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
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
            switch (reader.ReadTextString())
            {
                case "echoed":
                    echoed = reader.ReadTextString();
                    break;
                case "timerName":
                    timerName = reader.ReadTextString();
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
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
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            switch (reader.ReadTextString())
            {
                case "messages":
                    messages = SystemCborItems.ReadList(reader, EchoRequest);
                    break;
                case "tags":
                    tags = SystemCborItems.ReadList(reader, static reader => reader.ReadTextString());
                    break;
                case "note":
                    note = SystemCborItems.TryNull(reader) ? null : reader.ReadTextString();
                    break;
                case "retries":
                    retries = SystemCborItems.TryNull(reader) ? null : reader.ReadInt32();
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        }

        reader.ReadEndMap();
        return new ComplexRequest(SystemCborItems.Need(messages, "messages"), SystemCborItems.Need(tags, "tags"), note, retries);
    }
}
