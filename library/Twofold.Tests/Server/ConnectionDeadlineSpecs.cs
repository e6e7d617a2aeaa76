using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

public sealed class ConnectionDeadlineSpecs
{
    private const long FrameTimeout = 30_000;
    private const long ProgressTimeout = 20_000;
    private const long Linger = 2_000;

    private static ServerOptions Options => Peer.Options with
    {
        FrameTimeout = TimeSpan.FromMilliseconds(FrameTimeout),
        ProgressTimeout = TimeSpan.FromMilliseconds(ProgressTimeout),
    };

    [Fact]
    public void By_default_an_idle_peer_is_never_closed()
    {
        var peer = new Peer(Options);
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_000_000_000));

        peer.Send("say", "x");
        peer.Read();
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_000_000_000));
    }

    [Fact]
    public void With_an_idle_timeout_a_peer_is_closed_when_nothing_has_passed_for_longer()
    {
        var peer = new Peer(Options with { IdleTimeout = TimeSpan.FromSeconds(5) });
        peer.Send("say", "x");
        peer.Read();
        Assert.False(peer.Connection.IsExpired(peer.Now + 5_000));
        Assert.True(peer.Connection.IsExpired(peer.Now + 5_001));

        peer.Now += 4_000;
        peer.Send("say", "x");
        peer.Read();
        Assert.False(peer.Connection.IsExpired(peer.Now + 5_000));
    }

    [Fact]
    public void Without_traffic_a_connection_is_idle_from_the_first_check_on()
    {
        var peer = new Peer(Options with { IdleTimeout = TimeSpan.FromSeconds(5) });
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_000_000_000));

        peer.Connection.Trim(peer.Now);
        Assert.False(peer.Connection.IsExpired(peer.Now + 5_000));
        Assert.True(peer.Connection.IsExpired(peer.Now + 5_001));
    }

    [Fact]
    public void A_peer_with_a_pending_call_or_a_subscription_is_not_idle()
    {
        var peer = new Peer(Options with { IdleTimeout = TimeSpan.FromSeconds(5) });
        peer.Send("slow");
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_000_000));
        peer.Service.Finish("done");
        peer.Read();
        Assert.True(peer.Connection.IsExpired(peer.Now + 5_001));

        peer.Send("$subscribe", Wire.Map(("event", "on_tick")));
        peer.Read();
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_000_000));
    }

    [Fact]
    public void A_peer_is_closed_when_its_frame_is_incomplete_at_the_timeout_even_if_bytes_keep_arriving()
    {
        var peer = new Peer(Options);
        var frame = Wire.Request("say", "x");
        var started = peer.Now;
        foreach (var piece in frame[..^1])
        {
            peer.Send([piece]);
            peer.Now += 100;
        }

        Assert.False(peer.Connection.IsExpired(started + FrameTimeout));
        Assert.True(peer.Connection.IsExpired(started + FrameTimeout + 1));

        peer.Send(frame.AsSpan(frame.Length - 1));
        peer.Read();
        Assert.False(peer.Connection.IsExpired(started + FrameTimeout + 1));
    }

    [Fact]
    public void Each_frame_has_its_own_deadline()
    {
        var peer = new Peer(Options);
        var frame = Wire.Request("say", "x");
        peer.Send(frame.AsSpan(0, 5));
        peer.Now += FrameTimeout;
        peer.Send([.. frame[5..], .. frame[..5]]);
        peer.Read();
        Assert.False(peer.Connection.IsExpired(peer.Now + FrameTimeout));
        Assert.True(peer.Connection.IsExpired(peer.Now + FrameTimeout + 1));
    }

    [Fact]
    public void A_frame_does_not_time_out_while_the_server_does_not_read()
    {
        var peer = new Peer(Options with { MaxInFlight = 1 });
        peer.Send([.. Wire.Request("slow", "x"), 0, 0]);
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_000_000_000));
    }

    [Fact]
    public void A_peer_is_closed_when_its_output_is_unread_at_the_timeout()
    {
        var peer = new Peer(Options);
        peer.Send("say", "x");
        Assert.False(peer.Connection.IsExpired(peer.Now + ProgressTimeout));
        Assert.True(peer.Connection.IsExpired(peer.Now + ProgressTimeout + 1));
    }

    [Fact]
    public void The_deadline_for_reading_output_starts_when_the_output_is_written()
    {
        var peer = new Peer(Options);
        peer.Send("say", "x");
        peer.Read();
        peer.Now += 10 * ProgressTimeout;
        peer.Send("say", "y");
        Assert.False(peer.Connection.IsExpired(peer.Now + ProgressTimeout));
        Assert.True(peer.Connection.IsExpired(peer.Now + ProgressTimeout + 1));
    }

    [Fact]
    public void The_deadline_for_reading_a_late_reply_starts_with_the_reply()
    {
        var peer = new Peer(Options);
        peer.Send("slow");
        peer.Now += 10 * ProgressTimeout;
        peer.Service.Finish("done");
        peer.Connection.Collect(peer.Now);
        Assert.False(peer.Connection.IsExpired(peer.Now + ProgressTimeout));
        Assert.True(peer.Connection.IsExpired(peer.Now + ProgressTimeout + 1));
    }

    [Fact]
    public void Every_byte_that_the_peer_reads_extends_the_deadline()
    {
        var peer = new Peer(Options);
        peer.Send("big");
        for (var i = 0; i < 10; i++)
        {
            peer.Now += ProgressTimeout;
            Assert.False(peer.Connection.IsExpired(peer.Now));
            Assert.Equal(1, peer.Take(1));
        }

        Assert.True(peer.Connection.IsExpired(peer.Now + ProgressTimeout + 1));
    }

    [Fact]
    public void A_call_that_takes_long_does_not_close_the_connection()
    {
        var peer = new Peer(Options);
        peer.Send("slow");
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_000_000_000));
    }

    [Fact]
    public void A_peer_that_keeps_sending_after_TOO_LARGE_is_closed_after_the_linger_time()
    {
        var peer = new Peer(Options);
        peer.Send(Wire.Length(uint.MaxValue));
        peer.Read();
        Assert.False(peer.Connection.IsExpired(peer.Now + 1000));
        Assert.True(peer.Connection.IsExpired(peer.Now + 10_000));
    }

    [Fact]
    public void Every_request_is_answered_after_the_end_of_input()
    {
        var peer = new Peer(Options);
        peer.Send([.. Wire.Request("slow", "x"), .. Wire.Request("say", "second")]);
        peer.Connection.EndInput();
        Assert.False(peer.Connection.WantsInput);
        Assert.False(peer.Connection.IsDone);

        peer.Service.Finish("first");
        peer.Connection.Collect(peer.Now);
        Assert.False(peer.Connection.IsDone);
        Assert.Equal(["first", "second"], peer.ReadTexts());
        Assert.True(peer.Connection.IsDone);
    }

    [Fact]
    public void Queued_requests_are_answered_after_the_end_of_input()
    {
        var peer = new Peer(Options with { MaxInFlight = 1 });
        peer.Send([.. Wire.Request("slow", "x"), .. Wire.Request("slow", "x"), .. Wire.Request("say", "third")]);
        peer.Connection.EndInput();
        peer.Service.Finish("first");
        peer.Connection.Collect(peer.Now);
        Assert.False(peer.Connection.IsDone);
        peer.Service.Finish("second");
        Assert.Equal(["first", "second", "third"], peer.ReadTexts());
        Assert.True(peer.Connection.IsDone);
    }

    [Fact]
    public void An_incomplete_request_at_the_end_of_input_is_dropped()
    {
        var peer = new Peer(Options);
        peer.Send([.. Wire.Request("say", "whole"), 0, 0, 0]);
        peer.Connection.EndInput();
        Assert.Equal(["whole"], peer.ReadTexts());
        Assert.True(peer.Connection.IsDone);
    }

    [Fact]
    public void Stop_answers_requests_in_flight_and_accepts_no_new_ones()
    {
        var peer = new Peer(Options);
        peer.Send("slow");
        peer.Connection.Stop(peer.Now);
        peer.Send("say", "never");
        Assert.False(peer.Connection.IsDone);
        peer.Service.Finish("first");
        Assert.Equal(["first"], peer.ReadTexts());
        Assert.True(peer.Connection.IsDone);
    }

    [Fact]
    public void Stop_does_not_wait_for_a_peer_that_has_never_sent_anything()
    {
        var peer = new Peer(Options);
        Assert.False(peer.Connection.HasLingered(peer.Now));
        peer.Connection.Stop(peer.Now);
        Assert.True(peer.Connection.HasLingered(peer.Now));
    }

    [Fact]
    public void After_Stop_a_peer_has_the_linger_time_to_read_a_late_reply()
    {
        var peer = new Peer(Options);
        peer.Send("slow");
        peer.Connection.Stop(peer.Now);
        peer.Now += 10 * Linger;
        Assert.False(peer.Connection.HasLingered(peer.Now));

        peer.Service.Finish("late");
        peer.Read();
        Assert.False(peer.Connection.IsExpired(peer.Now + Linger));
        Assert.True(peer.Connection.IsExpired(peer.Now + Linger + 1));
    }

    [Fact]
    public void Stop_does_not_extend_the_linger_time_of_an_earlier_reply()
    {
        var peer = new Peer(Options);
        peer.Send("say", "x");
        peer.Read();
        var read = peer.Now;
        peer.Now += Linger;
        peer.Connection.Stop(peer.Now);
        Assert.False(peer.Connection.HasLingered(read + Linger));
        Assert.True(peer.Connection.HasLingered(read + Linger + 1));
    }

    [Fact]
    public void Bytes_sent_after_TOO_LARGE_do_not_extend_the_linger_time()
    {
        var peer = new Peer(Options);
        peer.Send(Wire.Length(uint.MaxValue));
        peer.Read();
        var read = peer.Now;
        peer.Now += Linger;
        peer.Send([0, 0, 0, 0]);
        Assert.True(peer.Connection.IsExpired(read + Linger + 1));
    }
}
