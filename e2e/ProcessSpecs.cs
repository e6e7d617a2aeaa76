using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>A spec leaves no process behind, even if it fails.</summary>
public sealed class ProcessSpecs
{
    [Fact]
    public async Task Disposing_a_child_kills_what_it_started()
    {
        Requires.UnixShell();
        using var folder = new TempFolder();
        var pipe = folder.File("pipe");
        await using (var child = Child.Start("/bin/sh", ["-c", "mkfifo \"$0\"; sleep 1000 >\"$0\" & echo started; wait", pipe]))
        {
            await child.LineAsync("started");
            var ended = Task.Run(async () =>
            {
                // The pipe ends when no process has it open for writing.
                await using var reader = File.OpenRead(pipe);
                return await reader.ReadAsync(new byte[1]);
            });
            await child.DisposeAsync();

            Assert.Equal(0, await ended.Within("the end of the child's child"));
        }
    }

    [Fact]
    public async Task A_child_that_exceeds_its_deadline_is_killed()
    {
        Requires.UnixShell();
        await using var child = Child.Start("/bin/sh", ["-c", "echo before; exec sleep 1000"]);
        await child.LineAsync("before");

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => child.ExitAsync(TimeSpan.Zero));

        Assert.Contains("stdout | before", failure.Message, StringComparison.Ordinal);
        Assert.Equal(137, (await child.ExitAsync()).ExitCode);
    }

    [Fact]
    public async Task A_signal_to_a_child_that_has_ended_is_an_error()
    {
        Requires.Signals();
        await using var child = Child.Start("/bin/sh", ["-c", "exit 3"]);
        Assert.Equal(3, (await child.ExitAsync()).ExitCode);

        var failure = Assert.Throws<InvalidOperationException>(() => child.Send(Signal.Terminate));

        Assert.StartsWith("had ended before Terminate", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_ends_a_child_with_128_and_its_number()
    {
        Requires.Signals();
        await using var child = Child.Start("/bin/sh", ["-c", "echo ready; exec sleep 1000"]);
        await child.LineAsync("ready");

        // Not SIGINT: a shell starts what runs in its background with that ignored, and a child inherits it.
        child.Send(Signal.Terminate);

        Assert.Equal(143, (await child.ExitAsync()).ExitCode);
    }
}
