using Twofold.Protocol;
using Twofold.Tests.CaseTable;
using Twofold.Tests.Server;
using Twofold.Tests.Support;
using Encoded = Twofold.E2E.Wire.Cbor;

namespace Twofold.Tests.Faults;

/// <summary>Memory runs out in a server: it costs a call or a connection, and the next one is served.</summary>
[Collection(nameof(FaultyRuntime))]
public sealed class WireFaultSpecs : IDisposable
{
    private static readonly string[] s_events = ["on_tick", "on_count", "on_label", "on_everything"];

    private readonly ITestOutputHelper _output;
    private readonly TestFolder _folder = new();
    private readonly FaultyObject _target;
    private readonly FaultRun _run = new(FaultRun.AllLengths);

    public WireFaultSpecs(ITestOutputHelper output)
    {
        _output = output;
        (_target, var status) = FaultyObject.Create();
        Assert.Equal(Status.Ok, status);
    }

    public static TheoryData<Transport> Transports => OperatingSystem.IsLinux() ? [Transport.Epoll, Transport.Sockets] : [Transport.Sockets];

    private string Address => $"unix:{_folder.File("s")}";

    [Theory, MemberData(nameof(Transports))]
    public void Every_row_of_the_table_ends_with_a_status_or_its_connection(Transport transport) => RunRows(transport, new FaultRun(FaultRun.OneAtATime));

    [Theory, MemberData(nameof(Transports)), Trait("tier", "nightly")]
    public void Every_row_ends_while_more_allocations_fail(Transport transport) => RunRows(transport, new FaultRun(FaultRun.SeveralInARow));

    [Theory, MemberData(nameof(Transports))]
    public void Requests_that_wait_for_each_other_are_answered_in_order(Transport transport)
    {
        var server = Start(transport);
        var ok = new Ending(Ending.Ok, "", "null");
        (Ending, byte[])[] requests =
        [
            (ok, Wire.Request("pass_twice", Wire.Map())),
            (ok, Wire.Request("twice", Wire.Map(("value", 21)))),
            (ok, Wire.Request("touch_later", Wire.Map())),
            (ok, Wire.Request("greet_later", Wire.Map(("name", "you")))),
            (new Ending("UNKNOWN_METHOD", "", ""), Wire.Request("none", Wire.Map())),
            (ok, Wire.Request("count_touches", Wire.Map())),
        ];
        using (var peer = new FaultyPeer(Address))
            Repeat(_run, server, peer, "many requests", requests);

        End(_run, server);
    }

    [Theory, MemberData(nameof(Transports))]
    public void A_peer_comes_subscribes_keeps_objects_and_goes(Transport transport)
    {
        var server = Start(transport);
        var ok = new Ending(Ending.Ok, "", "null");
        (Ending, byte[])[] requests =
        [
            .. s_events.Select(name => (ok, Wire.Request("$subscribe", Wire.Map(("event", name))))),
            (ok, Wire.Request("raise_all", Wire.Map())),
            (ok, Wire.Request("$unsubscribe", Wire.Map(("event", "on_tick")))),
            (ok, Wire.Request("open_session", Wire.Map(("name", "first")))),
            (ok, Wire.Request("open_session", Wire.Map(("name", "second")))),
            (ok, Wire.Request("session_name", Wire.Map(("handle", 1)))),
            (ok, Wire.Request("$release", Wire.Map(("handle", 1)))),
        ];
        _run.Repeat(
            $"{transport}: a peer",
            () =>
            {
                using var peer = new FaultyPeer(Address);
                peer.Call([.. requests.Select(request => request.Item2)]);
                peer.Dispose();

                // The server ends the connection while memory runs out.
                server.IsEmptyInTime();
            },
            _ =>
            {
                _run.Expect(server.IsEmptyInTime(), $"holds {server.Held}");
                _run.Expect(server.Sessions == 0, $"{server.Sessions} sessions are left");
                using var next = new FaultyPeer(Address);
                _run.Expect(next.IsServed(), "the next connection is not served");
                next.Dispose();
                _run.Expect(server.IsEmptyInTime(), $"holds {server.Held} after another");
            });

        End(_run, server);
    }

    [Theory, MemberData(nameof(Transports))]
    public void A_server_starts_or_does_not(Transport transport)
    {
        _run.Repeat(
            $"{transport}: start",
            () =>
            {
                var (server, status) = FaultyServer.Start(_target, Address, transport);
                _run.Expect(status is Status.Ok or Status.Internal or Status.Unavailable, $"start ended with {status}");
                server?.Stop();
            },
            _ =>
            {
                // Nothing of the last one is in the way.
                var server = Start(transport);
                using var peer = new FaultyPeer(Address);
                _run.Expect(peer.IsServed(), "a call is not answered");
                peer.Dispose();
                server.Stop();
            });

        Report(_run);
    }

    [Theory, MemberData(nameof(Transports))]
    public void A_server_stops(Transport transport)
    {
        _run.Repeat(
            $"{transport}: stop",
            () =>
            {
                FaultyLibrary.Disarm();
                var server = Start(transport);
                using var peer = new FaultyPeer(Address);
                _run.Expect(peer.IsServed(), "a call is not answered");
                var following = peer.FollowToEnd();
                _run.Rearm();
                server.Stop();
                following.Wait();
                _run.Expect(server.IsEmptyInTime(), $"holds {server.Held}");
            },
            _ => _run.Expect(_target.Count("count_touches") is not null, "the object does not answer any more"));

        Report(_run);
    }

    public void Dispose()
    {
        FaultyLibrary.Disarm();
        Assert.Equal(Status.Ok, _target.Destroy());
        _folder.Dispose();
    }

    private void RunRows(Transport transport, FaultRun run)
    {
        var server = Start(transport);
        foreach (var row in InProcessFaultSpecs.Cases.Where(row => row.IsSingle && row.Calls[0].Wire is not null))
        {
            var call = row.Calls[0];
            using var peer = new FaultyPeer(Address);
            Repeat(run, server, peer, row.ToString(), [(call.Wire!, Wire.Request(call.Method, Encoded.FromJson(call.Arguments)))]);
        }

        End(run, server);
    }

    private FaultyServer Start(Transport transport)
    {
        var (server, status) = FaultyServer.Start(_target, Address, transport);
        Assert.Equal(Status.Ok, status);
        return server!;
    }

    private void End(FaultRun run, FaultyServer server)
    {
        server.Stop();
        Report(run);
    }

    private void Report(FaultRun run)
    {
        _output.WriteLine($"{run}");
        run.AssertNone();
    }

    private void Repeat(FaultRun run, FaultyServer server, FaultyPeer peer, string what, (Ending Expected, byte[] Request)[] requests)
    {
        List<Reply> replies = [];
        byte[][] sent = [.. requests.Select(request => request.Request)];
        run.Repeat(
            what,
            () => replies = peer.Call(sent),
            hasFailed =>
            {
                run.Expect(replies.Count == sent.Length || (hasFailed && peer.IsLost), $"{replies.Count} replies");
                foreach (var (reply, (expected, _)) in replies.Zip(requests))
                    run.Expect(InProcessFaultSpecs.IsExpected((Status)reply.Status, expected, hasFailed), $"ended with {reply}");

                run.Expect(peer.IsServed(), "the next call is not answered");
                run.Expect(SpinWait.SpinUntil(() => server.Held.Held.Calls == 0, TimeSpan.FromSeconds(5)), $"{server.Held.Held.Calls} calls are pending");
            });
        peer.Dispose();
        run.Expect(server.IsEmptyInTime(), $"{what}: holds {server.Held}");
    }
}
