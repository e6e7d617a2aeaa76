using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

public sealed class ConnectionOrderSpecs
{
    [Fact]
    public void Replies_wait_for_a_slower_reply_before_them()
    {
        var peer = new Peer();
        peer.Send("slow");
        peer.Send("say", "second");
        peer.Send("fail");
        Assert.Empty(peer.Read());
        Assert.Equal(3, peer.Service.Calls);

        peer.Service.Finish("first");
        Assert.Equal(["first", "second", "it failed"], peer.ReadTexts());
    }

    [Fact]
    public void Slow_calls_are_answered_in_the_order_of_the_requests()
    {
        var peer = new Peer();
        for (var i = 0; i < 3; i++)
            peer.Send("slow");

        peer.Service.Finish("third", index: 2);
        peer.Service.Finish("second", index: 1);
        Assert.Empty(peer.Read());
        peer.Service.Finish("first");
        Assert.Equal(["first", "second", "third"], peer.ReadTexts());
    }

    [Fact]
    public void The_replies_do_not_depend_on_the_order_in_which_calls_end()
    {
        var random = new Random(7);
        for (var run = 0; run < 500; run++)
        {
            var peer = new Peer();
            var expected = Enumerable.Range(0, 8).Select(i => $"{i}").ToArray();
            var waiting = new List<string>();
            for (var i = 0; i < 8; i++)
            {
                if (random.Next(3) == 0)
                {
                    peer.Send("say", expected[i]);
                    continue;
                }

                peer.Send("slow");
                waiting.Add(expected[i]);
                if (random.Next(2) == 0)
                    FinishOne(peer, waiting);
            }

            while (waiting.Count > 0)
                FinishOne(peer, waiting);
            Assert.Equal(expected, peer.ReadTexts());
        }

        void FinishOne(Peer peer, List<string> waiting)
        {
            var index = random.Next(waiting.Count);
            peer.Service.Finish(waiting[index], index);
            waiting.RemoveAt(index);
        }
    }

    [Fact]
    public void A_slow_reply_wakes_the_transport()
    {
        var peer = new Peer();
        peer.Send("slow");
        Assert.Equal(0, peer.Wakes);
        peer.Service.Finish("done");
        Assert.Equal(1, peer.Wakes);
    }

    [Fact]
    public void A_hundred_thousand_pipelined_requests_are_all_answered()
    {
        var peer = new Peer(Peer.Options with { MaxUnreadBytes = 4096 });
        var request = Wire.Request("say", "x");
        byte[] pipeline = [.. Enumerable.Repeat(request, 1000).SelectMany(bytes => bytes)];
        for (var i = 0; i < 100; i++)
        {
            peer.Send(pipeline);
            Assert.Equal(1000 * (i + 1), peer.Read().Count);
        }
    }
}
