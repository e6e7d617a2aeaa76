using System.Net.Sockets;
using Twofold.Hosting;
using Twofold.Logging;
using Twofold.Protocol;
using Twofold.Tests.Calls;
using Twofold.Tests.Server;
using Twofold.Tests.Support;

namespace Twofold.Tests.Logging;

/// <summary>How much of the log one source can cause, and how long it can hold others up.</summary>
[Collection(nameof(Log))]
public sealed class LogLimitSpecs
{
    [Fact]
    public void Ten_lines_a_second_are_written_and_the_others_counted()
    {
        var limit = new LogLimit("ten lines");
        var sink = new RecordingSink();
        Log.Set(LogLevel.Info, sink);
        for (var i = 0; i < 1000; i++)
            Log.Write(LogLevel.Info, limit, $"limited {i}");

        Assert.False(limit.TryTake(LogLevel.Info));
        Deadline.Until(() => sink.With("ten lines: ").Count == 1, "the count comes without another line");
        Log.Write(LogLevel.Info, limit, $"limited again");
        Log.Set(LogLevel.Info, null);

        Assert.Equal([.. Enumerable.Range(0, LogLimit.Lines).Select(i => $"limited {i}"), "limited again"], sink.With("limited").Select(line => line.Message));
        Assert.Equal([(LogLevel.Info, "ten lines: 991 more lines were left out")], sink.With("ten lines: "));
    }

    [Fact]
    public void What_is_left_out_is_not_even_put_together()
    {
        var limit = new LogLimit("a source", lines: 1);
        RecordingSink.During(LogLevel.Info, () =>
        {
            Log.Write(LogLevel.Info, limit, $"the first");
            Log.Write(LogLevel.Info, limit, $"{Never()}");
        });

        static string Never() => throw new InvalidOperationException("looked at");
    }

    [Fact]
    public void Setting_the_log_anew_begins_a_new_period()
    {
        var limit = new LogLimit("a source", lines: 1);
        for (var i = 0; i < 3; i++)
            Assert.Single(RecordingSink.During(LogLevel.Info, () => Log.Write(LogLevel.Info, limit, $"anew {i}")).With($"anew {i}"));
    }

    [Fact]
    public void A_peer_whose_requests_all_fail_causes_few_lines_and_the_count_of_the_others()
    {
        const int Requests = 20000;
        var sink = RecordingSink.During(LogLevel.Info, () =>
        {
            using var server = SocketServer.Start(new ScriptedService(), new ServerOptions { Address = "tcp:127.0.0.1:0" });
            using var client = new TcpClient("127.0.0.1", int.Parse(server.Address.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture));
            var stream = client.GetStream();
            var requests = Enumerable.Repeat(Wire.Request("fail", Array.Empty<byte>()), Requests).SelectMany(request => request).ToArray();
            var sent = stream.WriteAsync(requests);
            var reply = new byte[Requests * Connection.FailureFrame(Status.Error, "it failed").Length];
            stream.ReadExactly(reply);
            sent.AsTask().Wait();
            client.Client.Shutdown(SocketShutdown.Send);
            stream.CopyTo(Stream.Null);
        });

        var lines = sink.With("connection 1: ");
        var failures = lines.Count(line => line.Message.Contains("fail failed", StringComparison.Ordinal));
        var leftOut = lines.Where(line => line.Message.EndsWith(" more lines were left out", StringComparison.Ordinal)).Sum(line => int.Parse(line.Message.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(failures, LogLimit.Lines, Requests / 100);
        Assert.Equal(Requests, failures + leftOut);
        Assert.All(lines, line => Assert.Equal(LogLevel.Info, line.Level));
    }

    [Fact]
    public void All_connections_together_are_limited_too()
    {
        const int Connections = 1000;
        var sink = RecordingSink.During(LogLevel.Info, () =>
        {
            for (var i = 0; i < Connections; i++)
                new Peer().Connection.LogFailure("many", Status.Error, "7");
            LogLimit.AllConnections.Flush();
        });

        Assert.InRange(sink.With("many failed").Count, 1, Connections / 2);
        Assert.NotEmpty(sink.With("connections: "));
    }

    [Fact]
    public void Exceptions_of_the_author_are_limited_and_their_texts_bounded()
    {
        var sink = RecordingSink.During(LogLevel.Error, () =>
        {
            for (var i = 0; i < 10 * LogLimit.LinesOfFailures; i++)
                new NotebookContext().Start(_ => throw new InvalidOperationException($"long 6 {new string('x', 1 << 16)}")).Wait();
            LogLimit.Failures.Flush();
        });

        var lines = sink.With("long 6");
        Assert.InRange(lines.Count, 1, 5 * LogLimit.LinesOfFailures);
        Assert.All(lines, line => Assert.InRange(line.Message.Length, 1, Log.LongestLine + 100));
        Assert.NotEmpty(sink.With("unhandled exceptions: "));
    }

    [Fact]
    public void Rejected_connections_are_logged_once_a_second_with_the_count_of_the_others()
    {
        var sink = RecordingSink.During(LogLevel.Warning, () =>
        {
            using var server = SocketServer.Start(new ScriptedService(), new ServerOptions { Address = "tcp:127.0.0.1:0", MaxConnections = 1 });
            var port = int.Parse(server.Address.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture);
            using var served = new TcpClient("127.0.0.1", port);
            for (var i = 0; i < 50; i++)
            {
                using var late = new TcpClient("127.0.0.1", port);
                late.GetStream().CopyTo(Stream.Null);
            }
        });

        Assert.InRange(sink.With("rejected a connection").Count, 1, 10);
        Assert.NotEmpty(sink.With("rejected connections: "));
    }

    [Fact]
    public void A_long_text_of_a_peer_is_shortened()
    {
        var sink = RecordingSink.During(LogLevel.Info, () =>
            new Peer().Connection.LogFailure("m", Status.Error, new string('\u001b', 1 << 20)));

        Assert.InRange(Assert.Single(sink.With(" m failed")).Message.Length, 1, 8 * 1024);
    }

    [Fact]
    public void Lines_that_wait_have_bounded_texts() => Deadline.Run(() =>
    {
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var sink = new RecordingSink
        {
            OnWrite = message =>
            {
                entered.Set();
                Deadline.Wait(leave);
            },
        };
        var queue = new LogQueue(LogLevel.Info, sink);
        queue.Open();
        queue.Add(LogLevel.Info, "first");
        Deadline.Wait(entered);
        for (var i = 0; i < LogQueue.Capacity / 2; i++)
            queue.Add(LogLevel.Info, new string('x', Log.LongestLine));

        leave.Set();
        queue.Close();
        Assert.Equal(LogQueue.MostCharacters, sink.With("xxx").Sum(line => line.Message.Length));
    });

    [Fact]
    public void A_sink_that_never_returns_delays_an_unset_by_a_second_and_gets_no_more_lines() => Deadline.Run(() =>
    {
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        using var left = new ManualResetEventSlim();
        var sink = new RecordingSink
        {
            OnWrite = message =>
            {
                entered.Set();
                Deadline.Wait(leave);
                left.Set();
            },
        };
        Log.Set(LogLevel.Info, sink);
        for (var i = 0; i < 100; i++)
            Log.Write(LogLevel.Info, $"stuck {i}");

        Deadline.Wait(entered);
        var start = Environment.TickCount64;
        Log.Set(LogLevel.Info, null);
        Assert.InRange(Environment.TickCount64 - start, LogQueue.Patience.TotalMilliseconds - 100, 5000);

        leave.Set();
        Deadline.Wait(left);
        Assert.InRange(sink.Lines.Count(), 0, 1);
    });
}
