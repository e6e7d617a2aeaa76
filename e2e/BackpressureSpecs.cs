using System.Diagnostics;
using System.Net.Sockets;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// With a slow peer, the server's memory stays bounded, other clients are still served, and the slow peer's connection is
/// closed at its deadline.
/// </summary>
public sealed class BackpressureSpecs(ITestOutputHelper output)
{
    private const int WarmUpCalls = 2_000;
    private const int TimeoutMs = 1_000;
    private const int Requests = 100_000;

    // The slow peer's traffic is 100 MB in either direction. The limit includes the garbage of the healthy client.
    private const long MostMemory = 64 << 20;
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_mostLatency = TimeSpan.FromMilliseconds(500);

    private static readonly byte[] s_request = Frame.Request("keep_text", $$"""{"value": "{{new string('x', 1_000)}}"}""");

    [Theory, MemberData(nameof(Rows.Engines), MemberType = typeof(Rows))]
    public Task A_client_that_pipelines_100_000_requests_and_reads_nothing_affects_no_other_client(string engine) =>
        AssertClosedAsync(engine, PipelineAsync);

    [Theory, MemberData(nameof(Rows.Engines), MemberType = typeof(Rows))]
    public Task A_client_that_reads_a_byte_a_second_affects_no_other_client(string engine) => AssertClosedAsync(engine, async offender =>
    {
        var sending = PipelineAsync(offender);
        using var timer = new PeriodicTimer(s_second);
        var single = new byte[1];
        while (!sending.IsCompleted && await timer.WaitForNextTickAsync())
        {
            if (!sending.IsCompleted)
                Assert.Equal(1, await offender.ReceiveAsync(single));
        }

        await sending;
    });

    [Theory, MemberData(nameof(Rows.Engines), MemberType = typeof(Rows))]
    public Task A_client_that_sends_a_byte_a_second_affects_no_other_client(string engine) => AssertClosedAsync(engine, async offender =>
    {
        var closing = offender.ReceiveAsync(new byte[1]);
        using var timer = new PeriodicTimer(s_second);
        foreach (var single in s_request)
        {
            await offender.SendAsync(new[] { single });
            if (await Task.WhenAny(closing, timer.WaitForNextTickAsync().AsTask()) == closing)
                break;
        }

        try
        {
            Assert.Equal(0, await closing);
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            // The server closed the connection before it read our last byte.
        }
    });

    private async Task AssertClosedAsync(string engine, Func<Socket, Task> offend)
    {
        await Requires.FixtureHostAsync();
        await using var server = await FixtureHost.StartAsync(engine, "tcp", $"frame_timeout_ms={TimeoutMs}", $"progress_timeout_ms={TimeoutMs}");
        using var healthy = await WireClient.ConnectAsync(server.Address);
        for (var i = 0; i < WarmUpCalls; i++)
            Expect.Ok("42", await healthy.CallAsync("twice", """{"value": 21}"""));

        var before = Vitals.ResidentOf(server.ProcessId);

        using var offender = await Endpoint.ConnectAsync(server.Address);
        var clock = Stopwatch.StartNew();
        var attack = offend(offender).WaitAsync(Deadline.Default);
        var (latencies, peak) = await MeasureAsync(healthy, server, until: attack);
        await attack;

        var growth = peak - before;
        var median = latencies[latencies.Count / 2];
        output.WriteLine(
            $"{engine}: closed after {clock.Elapsed.TotalSeconds:0.0} s; {latencies.Count} calls of a healthy client meanwhile took "
            + $"{median.TotalMicroseconds:0} µs (median), {latencies[latencies.Count * 99 / 100].TotalMicroseconds:0} µs (99%), "
            + $"{latencies[^1].TotalMicroseconds:0} µs (longest); the server grew by {Vitals.Mebibytes(growth)}");
        Assert.True(clock.ElapsedMilliseconds >= TimeoutMs, $"closed before its deadline, after {clock.ElapsedMilliseconds} ms");
        Assert.InRange(median, TimeSpan.Zero, s_mostLatency);
        Assert.InRange(growth, long.MinValue, MostMemory);
        Expect.Ok("42", await healthy.CallAsync("twice", """{"value": 21}"""));
        healthy.Dispose();
        await server.StopAsync();
    }

    /// <summary>Sends until the server closes the connection, which must happen before everything is sent.</summary>
    private static async Task PipelineAsync(Socket offender)
    {
        byte[] batch = [.. Enumerable.Repeat(s_request, 100).SelectMany(request => request)];
        try
        {
            for (var sent = 0; sent < Requests; sent += 100)
            {
                for (var start = 0; start < batch.Length;)
                    start += await offender.SendAsync(batch.AsMemory(start));
            }
        }
        catch (SocketException closed) when (closed.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted)
        {
            return;
        }

        Assert.Fail("the server took every request");
    }

    /// <summary>Calls in a loop. Returns the sorted durations of the calls and the peak memory.</summary>
    private static async Task<(List<TimeSpan> Latencies, long Peak)> MeasureAsync(WireClient healthy, Server server, Task until)
    {
        var latencies = new List<TimeSpan>();
        var peak = 0L;
        do
        {
            var begun = Stopwatch.GetTimestamp();
            Expect.Ok("42", await healthy.CallAsync("twice", """{"value": 21}"""));
            latencies.Add(Stopwatch.GetElapsedTime(begun));
            peak = Math.Max(peak, Vitals.ResidentOf(server.ProcessId));
        }
        while (!until.IsCompleted);

        latencies.Sort();
        return (latencies, peak);
    }
}
