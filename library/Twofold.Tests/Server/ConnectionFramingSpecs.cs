using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

public sealed class ConnectionFramingSpecs
{
    private static readonly byte[] s_conversation =
    [
        .. Wire.Request("say", "one"),
        .. Wire.Request("fail", (object?)null),
        .. Wire.Request("", []),
        .. Wire.Request("nope", "x"),
        .. Wire.Request("say", new string('x', 300)),
        .. Wire.Request("refuse", (object?)null),
        .. Wire.Request("say", ""),
    ];

    private static readonly string[] s_answers =
    [
        "OK 636F6E65", "1 it failed", "6 unknown method \"\"", "6 unknown method \"nope\"",
        $"OK 79012C{string.Concat(Enumerable.Repeat("78", 300))}", "4 no such argument", "OK 60",
    ];

    [Fact]
    public void Requests_that_arrive_in_one_piece_are_answered_in_order()
    {
        var peer = new Peer();
        peer.Send(s_conversation);
        Assert.Equal(s_answers, peer.Read().Select(reply => reply.ToString()));
    }

    [Fact]
    public void The_replies_are_the_same_when_the_input_is_split_at_any_offset()
    {
        for (var split = 0; split <= s_conversation.Length; split++)
        {
            var peer = new Peer();
            peer.Send(s_conversation.AsSpan(0, split));
            peer.Send(s_conversation.AsSpan(split));
            Assert.Equal(s_answers, peer.Read().Select(reply => reply.ToString()));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void The_replies_are_the_same_when_the_input_arrives_in_small_pieces(int size)
    {
        var peer = new Peer();
        for (var start = 0; start < s_conversation.Length; start += size)
            peer.Send(s_conversation.AsSpan(start, Math.Min(size, s_conversation.Length - start)));

        Assert.Equal(s_answers, peer.Read().Select(reply => reply.ToString()));
    }

    [Fact]
    public void The_replies_are_the_same_when_the_output_is_read_byte_by_byte()
    {
        var peer = new Peer();
        peer.Send(s_conversation);
        while (peer.Take(1) > 0)
        {
        }

        Assert.Equal(s_answers, peer.Read().Select(reply => reply.ToString()));
    }

    [Fact]
    public void An_incomplete_request_is_not_run()
    {
        var peer = new Peer();
        peer.Send(Wire.Request("say", "x").AsSpan()[..^1]);
        Assert.Empty(peer.Read());
        Assert.Equal(0, peer.Service.Calls);
        Assert.True(peer.Connection.WantsInput);
    }

    [Fact]
    public void A_failure_discards_the_part_of_the_reply_that_was_already_written()
    {
        var peer = new Peer();
        peer.Send("slow");
        peer.Send("fail");
        peer.Service.Finish("done");
        Assert.Equal(["done", "it failed"], peer.ReadTexts());
    }

    [Fact]
    public void An_exception_from_the_service_becomes_the_reply_and_the_connection_stays_open()
    {
        var peer = new Peer();
        peer.Send("throw");
        peer.Send("refuse_by_throwing");
        peer.Send("say", "still here");
        Assert.Equal(
            ["10 InvalidOperationException: unexpected", "1 the author's record says no", "OK 6A7374696C6C2068657265"],
            peer.Read().Select(reply => reply.ToString()));
    }

    [Fact]
    public void A_method_name_that_is_not_UTF8_is_unknown()
    {
        var peer = new Peer();
        peer.Send(Wire.Request([0xff, 0xfe], [0xa0]));
        Assert.Equal("6 unknown method \"\ufffd\ufffd\"", Assert.Single(peer.Read()).ToString());
    }

    [Fact]
    public void An_unknown_method_name_is_quoted_truncated_and_without_control_characters()
    {
        var peer = new Peer();
        peer.Send(new string('m', 64), "");
        peer.Send(new string('m', 65), "");
        peer.Send(new string('é', 100), "");
        peer.Send("a\0b\x1b[2J\u009f", "");
        Assert.Equal(
            [
                $"6 unknown method \"{new string('m', 64)}\"", $"6 unknown method \"{new string('m', 64)}...\"",
                $"6 unknown method \"{new string('é', 64)}...\"", "6 unknown method \"a?b?[2J?\"",
            ],
            peer.Read().Select(reply => reply.ToString()));
    }

    [Fact]
    public void Random_bytes_never_cause_an_exception()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var peer = new Peer();
            var bytes = s_conversation.ToArray();
            for (var damage = random.Next(1, 6); damage > 0; damage--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var split = random.Next(bytes.Length);
            peer.Send(bytes.AsSpan(0, split));
            peer.Send(bytes.AsSpan(split));
            Assert.All(peer.Read(), reply => Assert.InRange(reply.Status, 0, 10));
            Assert.True(peer.Connection.WantsInput, $"seed {seed}, run {i}");
        }
    }
}
