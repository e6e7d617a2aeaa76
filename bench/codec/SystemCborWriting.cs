using System.Formats.Cbor;
using MyTimerLibrary;

namespace Twofold.Bench.Codec;

/// <summary>What one writes by hand to write the messages with System.Formats.Cbor.</summary>
internal static class SystemCborWriting
{
    public static void Write(CborWriter writer, byte[] value) => writer.WriteByteString(value);

    public static void Write(CborWriter writer, EchoRequest value)
    {
        writer.WriteStartMap(2);
        writer.WriteTextString("message");
        writer.WriteTextString(value.Message);
        writer.WriteTextString("delayMs");
        writer.WriteInt64(value.DelayMs);
        writer.WriteEndMap();
    }

    public static void Write(CborWriter writer, EchoResponse value)
    {
        writer.WriteStartMap(2);
        writer.WriteTextString("echoed");
        writer.WriteTextString(value.Echoed);
        writer.WriteTextString("timerName");
        writer.WriteTextString(value.TimerName);
        writer.WriteEndMap();
    }

    public static void Write(CborWriter writer, ComplexRequest value)
    {
        writer.WriteStartMap(4);
        writer.WriteTextString("messages");
        writer.WriteStartArray(value.Messages.Count);
        for (var i = 0; i < value.Messages.Count; i++)
            Write(writer, value.Messages[i]);
        writer.WriteEndArray();

        writer.WriteTextString("tags");
        writer.WriteStartArray(value.Tags.Count);
        for (var i = 0; i < value.Tags.Count; i++)
            writer.WriteTextString(value.Tags[i]);
        writer.WriteEndArray();

        writer.WriteTextString("note");
        if (value.Note is not null)
            writer.WriteTextString(value.Note);
        else
            writer.WriteNull();

        writer.WriteTextString("retries");
        if (value.Retries is { } retries)
            writer.WriteInt32(retries);
        else
            writer.WriteNull();
        writer.WriteEndMap();
    }
}
