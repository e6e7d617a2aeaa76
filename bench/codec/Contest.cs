using MyTimerLibrary;
using Twofold.Cbor;
using Twofold.Generated.my_timer;
using CborReader = System.Formats.Cbor.CborReader;
using CborWriter = System.Formats.Cbor.CborWriter;

namespace Twofold.Bench.Codec;

/// <summary>The messages, and the codecs that encode and decode them.</summary>
public static class Contest
{
    /// <summary>The names of the messages.</summary>
    public static readonly string[] MessageNames = ["EchoRequest", "EchoResponse", "ComplexRequest", "Text64K", "Bytes64K"];

    /// <summary>The names of the contenders: ours, System.Formats.Cbor in two ways, and what no codec can do without.</summary>
    public static readonly string[] ContenderNames = ["ours", "strict", "tuned", "baseline"];

    /// <summary>One contender. All have shown that they make the same bytes of the message, and of these the same message.</summary>
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

    private static Contender[] EchoRequest(EchoRequest message) => Checked(message, SystemCborWriting.Write, (write, encoded) =>
    [
        new Ours<EchoRequest>(message, (in w, m) => EchoRequestCodec.Write(w, m), (ref r) => EchoRequestCodec.Read(ref r), encoded),
        new StrictSystemCbor<EchoRequest>(message, write, StrictReading.EchoRequest, encoded),
        new TunedSystemCbor<EchoRequest>(message, write, TunedReading.EchoRequest, encoded),
        new TextBaseline<EchoRequest>(encoded, [message.Message], baseline => new EchoRequest(baseline.Take(), message.DelayMs)),
    ]);

    private static Contender[] EchoResponse(EchoResponse message) => Checked(message, SystemCborWriting.Write, (write, encoded) =>
    [
        new Ours<EchoResponse>(message, (in w, m) => EchoResponseCodec.Write(w, m), (ref r) => EchoResponseCodec.Read(ref r), encoded),
        new StrictSystemCbor<EchoResponse>(message, write, StrictReading.EchoResponse, encoded),
        new TunedSystemCbor<EchoResponse>(message, write, TunedReading.EchoResponse, encoded),
        new TextBaseline<EchoResponse>(
            encoded, [message.Echoed, message.TimerName], baseline => new EchoResponse(baseline.Take(), baseline.Take())),
    ]);

    private static Contender[] ComplexRequest(ComplexRequest message) => Checked(message, SystemCborWriting.Write, (write, encoded) =>
    [
        new Ours<ComplexRequest>(
            message, (in w, m) => ComplexRequestCodec.Write(w, m), (ref r) => ComplexRequestCodec.Read(ref r), encoded),
        new StrictSystemCbor<ComplexRequest>(message, write, StrictReading.ComplexRequest, encoded),
        new TunedSystemCbor<ComplexRequest>(message, write, TunedReading.ComplexRequest, encoded),
        new TextBaseline<ComplexRequest>(
            encoded,
            [.. message.Messages.Select(echo => echo.Message), .. message.Tags, message.Note!],
            baseline => Remake(message, baseline)),
    ]);

    private static Contender[] Bytes(byte[] message) => Checked(message, SystemCborWriting.Write, (write, encoded) =>
    [
        new Ours<byte[]>(message, (in w, m) => BytesCbor.Write(w, m), (ref r) => BytesCbor.Read(ref r), encoded),
        new StrictSystemCbor<byte[]>(message, write, static reader => reader.ReadByteString(), encoded),
        new TunedSystemCbor<byte[]>(message, write, static reader => reader.ReadByteString(), encoded),
        new BytesBaseline(encoded, message),
    ]);

    private static ComplexRequest Remake(ComplexRequest message, TextBaseline<ComplexRequest> baseline)
    {
        var messages = new List<EchoRequest>(message.Messages.Count);
        for (var i = 0; i < message.Messages.Count; i++)
            messages.Add(new EchoRequest(baseline.Take(), message.Messages[i].DelayMs));

        var tags = new List<string>(message.Tags.Count);
        for (var i = 0; i < message.Tags.Count; i++)
            tags.Add(baseline.Take());

        return new ComplexRequest(messages, tags, baseline.Take(), message.Retries);
    }

    private static Contender[] Checked<T>(
        T message, Action<CborWriter, T> write, Func<Action<CborWriter, T>, byte[], Contender[]> contenders)
        where T : class
    {
        var encoded = Encode(message, write);
        var all = contenders(write, encoded);
        for (var at = 0; at < all.Length; at++)
        {
            if (!all[at].Encode().SequenceEqual(encoded) || !Encode((T)all[at].Decode(), write).AsSpan().SequenceEqual(encoded))
                throw new InvalidDataException($"{ContenderNames[at]}: not the same {typeof(T).Name} as the others'");
        }

        return all;
    }

    private static byte[] Encode<T>(T message, Action<CborWriter, T> write)
    {
        var writer = new CborWriter();
        write(writer, message);
        return writer.Encode();
    }
}
