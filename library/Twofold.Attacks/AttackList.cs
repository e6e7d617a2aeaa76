namespace Twofold.Attacks;

/// <summary>The attacks: peers that keep within every limit for one connection, or break a rule, and hope for what it costs the server.</summary>
internal static class AttackList
{
    private const int KiB = 1 << 10;
    private const int MiB = 1 << 20;

    /// <summary>The largest payload by default.</summary>
    private const int LargestPayload = 16 * MiB;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Attack> All { get; } =
    [
        new("slow-calls", "32 peers pipeline slow calls with 30 kB each", run => PipelineAsync(run, 32, 30_000)),
        new("many-slow-calls", "113 peers pipeline slow calls with 4 kB each", run => PipelineAsync(run, 113, 4_000)),
        new("large-slow-calls", "one peer pipelines slow calls with 1 MiB each", run => PipelineAsync(run, 1, MiB)),
        new("unfinished-frames", "28 peers send all but the last byte of 16 MiB", SendUnfinishedAsync),
        new("unread-events", "20 peers subscribe to events and never read", SubscribeAsync),
        new("malformed-1m", "64 peers send 1 MB of CBOR that is wrong at its end", run => SendMalformedAsync(run, 64, 1_000_000)),
        new("malformed-65k", "500 peers send 65 kB of CBOR that is wrong at its end", run => SendMalformedAsync(run, 500, 65_000)),
        new("large-frames", "4 peers send valid requests of 16 MB", SendLargeAsync),
        new("unread-replies", "20 peers pipeline calls with 16 KiB each and never read", PipelineUnreadAsync),
        new("idle", "1000 peers connect and stay idle", run => run.WithPeersAsync(1000, (_, _) => run.HoldAsync())),
        new("churn", "16 peers connect and close, over and over", ConnectAgainAndAgainAsync),
        new("slow-loris", "64 peers send a request byte by byte", SendSlowlyAsync),
        new("escapes", "8 peers pipeline names with what terminals obey", SendEscapesAsync),
        new("descriptors", "4 peers send a descriptor with each request", DescriptorAttack.RunAsync) { Obstacle = DescriptorAttack.Obstacle },
        new("random", "8 peers send random bytes", SendRandomAsync),
    ];

    private static Task PipelineAsync(AttackRun run, int peers, int size)
    {
        var request = run.Calls.Slow.Frame(size);
        return run.WithPeersAsync(peers, async (peer, _) =>
        {
            var reading = peer.DrainAsync();
            while (await peer.SendAsync(request))
            {
            }

            await reading;
        });
    }

    private static Task SendUnfinishedAsync(AttackRun run)
    {
        var request = Requests.Frame(run.Calls.Fast.Method, new byte[LargestPayload]);
        return run.WithPeersAsync(28, async (peer, _) =>
        {
            if (await peer.SendAsync(request.AsMemory(0, request.Length - 1)))
                await run.HoldAsync();
        });
    }

    private static async Task SubscribeAsync(AttackRun run)
    {
        var subscribe = Requests.Frame("$subscribe", Requests.Encode($$"""{"event": {{Requests.Quote(run.Calls.Event)}}}"""));
        var request = run.Calls.Fast.Frame(30_000);
        await run.WithPeersAsync(21, async (peer, index) =>
        {
            if (index > 0)
            {
                await peer.SendAsync(subscribe);
                await run.HoldAsync();
            }

            while (await peer.SendAsync(request) && await peer.ReceiveAsync())
            {
            }
        });
    }

    private static Task SendMalformedAsync(AttackRun run, int peers, int size)
    {
        var kinds = Enumerable.Range(0, 3)
            .Select(kind => Requests.Frame(run.Calls.Listed.Method, Requests.Around(run.Calls.HasRequest, Requests.Malformed(kind, size)))).ToArray();
        return run.WithPeersAsync(peers, async (peer, index) =>
        {
            while (await peer.SendAsync(kinds[index % kinds.Length]) && await peer.ReceiveAsync())
            {
            }
        });
    }

    private static Task SendLargeAsync(AttackRun run)
    {
        var request = run.Calls.Listed.Frame(16_000_000);
        return run.WithPeersAsync(4, async (peer, _) =>
        {
            while (await peer.SendAsync(request) && await peer.ReceiveAsync())
            {
            }
        });
    }

    private static Task PipelineUnreadAsync(AttackRun run)
    {
        var request = run.Calls.Fast.Frame(16 * KiB);
        return run.WithPeersAsync(20, async (peer, _) =>
        {
            while (await peer.SendAsync(request))
            {
            }
        });
    }

    private static Task ConnectAgainAndAgainAsync(AttackRun run)
    {
        var request = run.Calls.Healthy.Frame();
        return Task.WhenAll(Enumerable.Range(0, 16).Select(async index =>
        {
            // Some leave at once, some in the middle of a request, some with a reply on its way.
            for (var round = index; !run.Over.IsCancellationRequested; round++)
            {
                using var peer = await run.ConnectAsync();
                if (peer is not null)
                    await peer.SendAsync(request.AsMemory(0, request.Length * (round % 3) / 2));
                else
                    await Task.Delay(1, run.Over);
            }
        }));
    }

    private static Task SendSlowlyAsync(AttackRun run)
    {
        var request = run.Calls.Fast.Frame(KiB);
        return run.WithPeersAsync(64, async (peer, _) =>
        {
            for (var at = 0; await peer.SendAsync(request.AsMemory(at, 1)); at = (at + 1) % (request.Length - 1))
                await Task.Delay(5, run.Over);
        });
    }

    private static Task SendEscapesAsync(AttackRun run)
    {
        byte[] batch = [.. Enumerable.Repeat(Requests.Frame("\u001b]0;owned\a\u009b31m\u202e\u2028\u007f\r\n", [0xA0]), 100).SelectMany(frame => frame)];
        return run.WithPeersAsync(8, async (peer, _) =>
        {
            while (await peer.SendAsync(batch) && await peer.ReceiveAsync(100))
            {
            }
        });
    }

    private static Task SendRandomAsync(AttackRun run) => Task.WhenAll(Enumerable.Range(0, 8).Select(async seed =>
    {
        var random = new Random(seed);
        var bytes = new byte[4 * KiB];
        while (!run.Over.IsCancellationRequested)
        {
            using var peer = await run.ConnectAsync();
            if (peer is null)
            {
                await Task.Delay(1, run.Over);
                continue;
            }

            // A small length first, so that a part of it passes for a request.
            random.NextBytes(bytes);
            new byte[] { 0, 0, 0, (byte)random.Next(8) }.CopyTo(bytes, 0);
            var reading = peer.DrainAsync();
            while (!peer.IsClosed && await peer.SendAsync(bytes))
                random.NextBytes(bytes);
            await reading;
        }
    }));
}
