namespace Twofold.E2E.Harness;

/// <summary>A limit on the memory of a process that the specs start.</summary>
/// <param name="Name">How it is called in rows of specs.</param>
/// <param name="MostResident">What the process may take; null if the limit does not say.</param>
internal sealed record Limit(string Name, long? MostResident = null)
{
    // Binds a file over the limit that the runtime reads, in a mount namespace of the process alone. Arguments: the bytes, the command.
    private const string Container = """
        set -e
        path=$(grep ':memory:' /proc/self/cgroup | cut -d: -f3) || true
        v1=/sys/fs/cgroup/memory$path/memory.stat
        v2=/sys/fs/cgroup$(grep '^0::' /proc/self/cgroup | cut -d: -f3)/memory.max
        limit=$(mktemp)
        if [ -f "$v1" ]; then
            place=$v1
            sed "s/^hierarchical_memory_limit .*/hierarchical_memory_limit $0/" "$v1" >"$limit"
        else
            place=$v2
            echo "$0" >"$limit"
        fi
        mount --bind "$limit" "$place"
        rm "$limit"
        exec "$@"
        """;

    private readonly Func<Executable, Executable> _apply = program => program;

    /// <summary>The limits, by name.</summary>
    public static IReadOnlyDictionary<string, Limit> ByName { get; } = new[]
    {
        new Limit("none"),
        AddressSpace("ulimit -v 2000000"),
        HeapOf(512),
        HeapOf(256),
        ContainerOf(512),
        ContainerOf(256),
    }.ToDictionary(limit => limit.Name);

    /// <summary>The program under the limit.</summary>
    public Executable Apply(Executable program) => _apply(program);

    /// <summary>Why it cannot be set here; null if it can.</summary>
    public async Task<string?> FindObstacleAsync()
    {
        await using var probe = Apply(Executable.OnPath("true", "")).Start([]);
        var outcome = await probe.ExitAsync();
        return outcome.ExitCode == 0 ? null : $"{Name}: {string.Join(' ', outcome.Errors)}";
    }

    public override string ToString() => Name;

    private Limit(string name, long? mostResident, Func<Executable, Executable> apply)
        : this(name, mostResident) => _apply = apply;

    /// <summary>Less than a runtime with its default reservation needs.</summary>
    private static Limit AddressSpace(string command) => new(
        command, mostResident: null, program => program with { File = "bash", Leading = ["-c", $"{command} && exec \"$0\" \"$@\"", program.File, .. program.Leading] });

    /// <summary>What the collector takes its limit from when it is told.</summary>
    private static Limit HeapOf(int mebibytes) => new(
        $"a heap of {mebibytes} MiB",
        (mebibytes + 64L) << 20,
        program => program with { Environment = program.Environment.Append(new("DOTNET_GCHeapHardLimit", $"{(long)mebibytes << 20:x}")).ToDictionary() });

    /// <summary>What it takes its limit from by itself. The system does not enforce it, so the process must keep within it.</summary>
    private static Limit ContainerOf(int mebibytes) => new(
        $"a container of {mebibytes} MiB",
        (long)mebibytes << 20,
        program => program with
        {
            File = "unshare",
            Leading = ["--mount", "bash", "-c", Container, $"{(long)mebibytes << 20}", program.File, .. program.Leading],
        });
}
