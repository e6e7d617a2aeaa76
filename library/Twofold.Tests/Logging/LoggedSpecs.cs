using System.Net.Sockets;
using Twofold.Calls;
using Twofold.Events;
using Twofold.Hosting;
using Twofold.Logging;
using Twofold.Protocol;
using Twofold.Tests.Calls;
using Twofold.Tests.Server;
using Twofold.Tests.Support;

namespace Twofold.Tests.Logging;

/// <summary>The events that are logged.</summary>
[Collection(nameof(Log))]
public sealed class LoggedSpecs
{
    [Fact]
    public void An_unhandled_exception_is_logged_with_its_stack_trace()
    {
        var sink = RecordingSink.During(LogLevel.Error, () => new NotebookContext().Start(_ => throw new InvalidOperationException("unhandled 1")).Wait());

        var (level, message) = Assert.Single(sink.With("unhandled 1"));
        Assert.Equal(LogLevel.Error, level);
        Assert.StartsWith("unhandled exception in a method: System.InvalidOperationException: unhandled 1\n   at ", message, StringComparison.Ordinal);
        Assert.Contains(nameof(An_unhandled_exception_is_logged_with_its_stack_trace), message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_FfiException_is_not_logged()
    {
        var sink = RecordingSink.During(LogLevel.Debug, () => new NotebookContext().Start(_ => throw new FfiException("foreseen 2")).Wait());
        Assert.Empty(sink.With("foreseen 2"));
    }

    [Fact]
    public void An_exception_whose_message_throws_still_ends_its_call() =>
        Assert.Equal(new CallError(Status.Internal, "Indescribable"), CallError.From(new LogSpecs.Indescribable()));

    [Fact]
    public void An_object_that_fails_to_dispose_is_logged()
    {
        var sink = RecordingSink.During(LogLevel.Warning, () => new NotebookContext().Release(new Stubborn("disposal 3")));
        Assert.Contains(sink.With("disposal 3"), line => line.Level == LogLevel.Error && line.Message.StartsWith("an object could not be disposed of: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_in_fire_and_forget_code_is_logged()
    {
        using var failed = new ManualResetEventSlim();
        var sink = RecordingSink.During(LogLevel.Warning, () =>
        {
            var context = new NotebookContext();
            context.Start(_ =>
            {
                SynchronizationContext.Current!.Post(_ => throw new InvalidOperationException("nobody 4"), null);
                SynchronizationContext.Current.Post(_ => failed.Set(), null);
                return "";
            }).Wait();
            Deadline.Wait(failed);
        });
        Assert.Equal(LogLevel.Error, Assert.Single(sink.With("nobody 4")).Level);
    }

    [Fact]
    public void A_failing_cancellation_callback_is_logged()
    {
        var sink = RecordingSink.During(LogLevel.Warning, () =>
        {
            var context = new NotebookContext();
            context.Start((_, cancel) =>
            {
                cancel.Register(() => throw new InvalidOperationException("cancellation 5"));
                return new("");
            }).Wait();
            context.Dispose();
        });
        Assert.Equal(LogLevel.Error, Assert.Single(sink.With("cancellation 5")).Level);
    }

    [Fact]
    public void Lost_events_are_logged_at_the_first_the_second_the_fourth_and_so_on()
    {
        // The id distinguishes it from listeners of other specs.
        const int Number = 77;
        var sink = RecordingSink.During(LogLevel.Warning, () =>
        {
            var context = new NotebookContext();
            for (var i = 1; i < Number; i++)
                context.RemoveListener(context.OnNoted.Add(new ScriptedListener(_ => { })));
            context.OnNoted.Add(new ScriptedListener(_ => { }));
            context.Start(notebook =>
            {
                for (var i = 0; i < Listener.Capacity + 5; i++)
                    notebook.Note("");
                return "";
            }).Wait();
        });
        Assert.Equal(
            [1, 2, 4],
            sink.With($"listener {Number} has lost ").Select(line => int.Parse(line.Message.Split(' ')[4], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_method_that_ignores_destroy_is_logged()
    {
        using var end = new ManualResetEventSlim();
        var sink = RecordingSink.During(LogLevel.Warning, () =>
        {
            var context = new NotebookContext();
            var outcome = context.Start(async (_, _) =>
            {
                await Task.Run(end.Wait);
                return "";
            });
            context.Dispose();
            end.Set();
            outcome.Wait();
        });
        Assert.Contains(sink.With("destroy: "), line => line.Message == "destroy: 1 calls have ignored their cancellation for 1 s");
    }

    [Fact]
    public void A_server_its_connections_and_failed_requests_are_logged()
    {
        var address = "";
        var sink = RecordingSink.During(LogLevel.Debug, () =>
        {
            using var server = SocketServer.Start(new ScriptedService(), new ServerOptions { Address = "tcp:127.0.0.1:0" });
            address = server.Address;
            using var client = new TcpClient("127.0.0.1", int.Parse(address.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture));
            var stream = client.GetStream();
            stream.Write([.. Wire.Request("fail", Array.Empty<byte>()), .. Wire.Request("no\nsuch", Array.Empty<byte>())]);
            client.Client.Shutdown(SocketShutdown.Send);
            ReadToTheEnd(stream);
        });

        Assert.Equal([(LogLevel.Info, $"server {address}: listening")], sink.With($"{address}: listening"));
        Assert.Equal([(LogLevel.Info, $"server {address}: stopped")], sink.With($"{address}: stopped"));
        Assert.NotEmpty(sink.With("connection 1: opened from 127.0.0.1:"));
        Assert.Contains((LogLevel.Info, "connection 1: fail failed: ERROR: it failed"), sink.Lines);
        Assert.Contains((LogLevel.Info, "connection 1: no\\u000asuch failed: UNKNOWN_METHOD: unknown method \"no?such\""), sink.Lines);
        Assert.NotEmpty(sink.With("connection 1: closed"));
    }

    [Fact]
    public void A_peer_that_is_rejected_or_exceeds_a_timeout_is_logged()
    {
        var sink = RecordingSink.During(LogLevel.Info, () =>
        {
            var options = new ServerOptions { Address = "tcp:127.0.0.1:0", MaxConnections = 1, FrameTimeout = TimeSpan.FromMilliseconds(1) };
            using var server = SocketServer.Start(new ScriptedService(), options);
            var port = int.Parse(server.Address.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture);
            using var slow = new TcpClient("127.0.0.1", port);
            slow.GetStream().Write([0]);
            using var late = new TcpClient("127.0.0.1", port);
            ReadToTheEnd(late.GetStream());
            ReadToTheEnd(slow.GetStream());
        });
        Assert.NotEmpty(sink.With("rejected a connection: connection limit (1) reached"));
        Assert.Contains(sink.With("closed: a timeout was exceeded"), line => line.Level == LogLevel.Info);
    }

    private static void ReadToTheEnd(NetworkStream stream)
    {
        try
        {
            stream.CopyTo(Stream.Null);
        }
        catch (IOException)
        {
            // A peer that exceeds a timeout may be reset.
        }
    }

    private sealed class Stubborn(string message) : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException(message);
    }
}
