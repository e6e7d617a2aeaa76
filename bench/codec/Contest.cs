using System.Formats.Cbor;
using MyTimerLibrary;
using MyTimerLibrary.Ffi;
using Twofold.Cbor;
using CborReader = System.Formats.Cbor.CborReader;
using CborWriter = System.Formats.Cbor.CborWriter;

namespace Twofold.Bench.Codec;

/// <summary>Which messages there are, and who encodes and decodes them.</summary>
public static class Contest
{
    /// <summary>The names of the messages.</summary>
    public static readonly string[] MessageNames = ["EchoRequest", "EchoResponse", "ComplexRequest", "Text64K", "Bytes64K"];

    /// <summary>The names of the contenders: ours, System.Formats.Cbor in two ways, and what no codec can do without.</summary>
    public static readonly string[] ContenderNames = ["ours", "strict", "tuned", "floor"];

    /// <summary>A contender that has shown that it makes the same bytes of the message as all others, and of these the same message.</summary>
    /// <exception cref="ArgumentException">There is no such message or contender.</exception>
    public static Contender Find(string message, string contender)
    {
        var at = Array.IndexOf(ContenderNames, contender);
        if (at < 0)
            throw new ArgumentException($"no contender '{contender}'; there are {string.Join(", ", ContenderNames)}");

        return message switch
        {
            "EchoRequest" => EchoRequest(Messages.EchoRequest)[at],
            "EchoResponse" => EchoResponse(Messages.EchoResponse)[at],
            "ComplexRequest" => ComplexRequest(Messages.ComplexRequest)[at],
            "Text64K" => EchoRequest(Messages.Text)[at],
            "Bytes64K" => Bytes(Messages.Bytes)[at],
            _ => throw new ArgumentException($"no message '{message}'; there are {string.Join(", ", MessageNames)}"),
        };
    }

    private static Contender[] EchoRequest(EchoRequest message)
    {
        var encoded = Encode(message, SystemCborWriting.Write);
        return
        [
            new Ours<EchoRequest>(message, (in w, m) => EchoRequestCodec.Write(w, m), (ref r) => EchoRequestCodec.Read(ref r), encoded),
            .. SystemCbor(message, SystemCborWriting.Write, StrictReading.EchoRequest, TunedReading.EchoRequest, encoded),
            new TextFloor<EchoRequest>(encoded, [message.Message], floor => new EchoRequest(floor.Take(), message.DelayMs)),
        ];
    }

    private static Contender[] EchoResponse(EchoResponse message)
    {
        var encoded = Encode(message, SystemCborWriting.Write);
        return
        [
            new Ours<EchoResponse>(message, (in w, m) => EchoResponseCodec.Write(w, m), (ref r) => EchoResponseCodec.Read(ref r), encoded),
            .. SystemCbor(message, SystemCborWriting.Write, StrictReading.EchoResponse, TunedReading.EchoResponse, encoded),
            new TextFloor<EchoResponse>(encoded, [message.Echoed, message.TimerName], floor => new EchoResponse(floor.Take(), floor.Take())),
        ];
    }

    private static Contender[] ComplexRequest(ComplexRequest message)
    {
        var encoded = Encode(message, SystemCborWriting.Write);
        string[] texts = [.. message.Messages.Select(echo => echo.Message), .. message.Tags, message.Note!];
        return
        [
            new Ours<ComplexRequest>(message, (in w, m) => ComplexRequestCodec.Write(w, m), (ref r) => ComplexRequestCodec.Read(ref r), encoded),
            .. SystemCbor(message, SystemCborWriting.Write, StrictReading.ComplexRequest, TunedReading.ComplexRequest, encoded),
            new TextFloor<ComplexRequest>(encoded, texts, floor => Remake(message, floor)),
        ];
    }

    private static ComplexRequest Remake(ComplexRequest message, TextFloor<ComplexRequest> floor)
    {
        var messages = new List<EchoRequest>(message.Messages.Count);
        for (var i = 0; i < message.Messages.Count; i++)
            messages.Add(new EchoRequest(floor.Take(), message.Messages[i].DelayMs));

        var tags = new List<string>(message.Tags.Count);
        for (var i = 0; i < message.Tags.Count; i++)
            tags.Add(floor.Take());

        return new ComplexRequest(messages, tags, floor.Take(), message.Retries);
    }

    private static Contender[] Bytes(byte[] message)
    {
        Action<CborWriter, byte[]> write = static (writer, value) => writer.WriteByteString(value);
        Func<CborReader, byte[]> read = static reader => reader.ReadByteString();
        var encoded = Encode(message, write);
        return
        [
            new Ours<byte[]>(message, (in w, m) => BytesCbor.Write(w, m), (ref r) => BytesCbor.Read(ref r), encoded),
            .. SystemCbor(message, write, read, read, encoded),
            new BytesFloor(encoded, message),
        ];
    }

    private static Contender[] SystemCbor<T>(
        T message, Action<CborWriter, T> write, Func<CborReader, T> readStrict, Func<CborReader, T> readTuned, byte[] encoded)
        where T : class =>
    [
        new SystemCbor<T>(message, CborConformanceMode.Strict, write, readStrict, encoded),
        new SystemCbor<T>(message, CborConformanceMode.Lax, write, readTuned, encoded),
    ];

    private static byte[] Encode<T>(T message, Action<CborWriter, T> write)
    {
        var writer = new CborWriter();
        write(writer, message);
        return writer.Encode();
    }
}
