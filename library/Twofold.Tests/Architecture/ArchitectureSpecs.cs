using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Twofold.Calls;

namespace Twofold.Tests.Architecture;

/// <summary>Each room, a namespace of the runtime, uses only the rooms that are listed in its row.</summary>
public sealed class ArchitectureSpecs
{
    private const string Root = "Twofold";

    // A row stands above the rows that it uses, so there are no cycles.
    private static readonly (string Room, string[] Uses)[] s_rooms =
    [
        ("Native", ["Hosting", "Protocol", "Cbor", "Calls", "Handles", "Events", "Logging", "Waiting", "Text"]),
        ("Hosting", ["Transports.Epoll", "Transports.Sockets", "Transports", "Protocol", "Logging", "Waiting"]),
        ("Transports.Epoll", ["Transports", "Protocol", "Logging", "Waiting", "Heap"]),
        ("Transports.Sockets", ["Transports"]),
        ("Transports", ["Protocol", "Logging", "Waiting", "Heap"]),
        ("Protocol", ["Cbor", "Calls", "Events", "Logging", "Waiting", "Text"]),
        ("Cbor", ["Calls", "Text"]),
        ("Calls", ["Handles", "Events", "Logging", "Waiting", "Text", "Heap"]),
        ("Events", ["Logging", "Waiting"]),
        ("Handles", []),
        ("Logging", ["Waiting", "Text"]),
        ("Waiting", []),
        ("Text", []),
        ("Heap", []),
    ];

    private static readonly IReadOnlyCollection<TypeUse> s_uses = TypeUses.Of(File.OpenRead(typeof(Context).Assembly.Location));

    public static TheoryData<string> Rooms => [.. s_rooms.Select(row => row.Room).Append("")];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_in_its_row(string room) => Assert.DoesNotContain(Broken(s_uses), use => RoomOf(use.Namespace) == room);

    [Fact]
    public void A_room_uses_only_rooms_in_rows_below_it()
    {
        for (var i = 0; i < s_rooms.Length; i++)
            Assert.Subset(s_rooms[(i + 1)..].Select(row => row.Room).ToHashSet(), s_rooms[i].Uses.ToHashSet());
    }

    [Fact]
    public void Every_room_has_a_row_and_every_row_has_a_room() =>
        Assert.Equal(
            s_rooms.Select(row => row.Room).Append("").Order(),
            s_uses.Select(use => RoomOf(use.Namespace)).OfType<string>().Distinct().Order());

    [Fact]
    public void Transports_use_only_Connection_from_the_protocol() =>
        Assert.Equal(["Connection"], Between("Transports", "Protocol").Concat(Between("Transports.Epoll", "Protocol")).Distinct());

    [Fact]
    public void The_protocol_uses_no_sockets_no_threads_and_no_clock_of_its_own()
    {
        string[] clocks = ["Environment.get_TickCount64", "Environment.get_TickCount", "Stopwatch", "DateTime", "DateTimeOffset", "TimeProvider", "Timer", "Thread"];
        Assert.DoesNotContain(s_uses, use => RoomOf(use.Namespace) == "Protocol" && (clocks.Contains(use.Used) || use.UsedNamespace.StartsWith("System.Net", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("internal sealed class User { private Twofold.Calls.Target _field = new(); public object Value => _field; }")]
    [InlineData("internal sealed class User : Twofold.Calls.Target;")]
    [InlineData("internal sealed class User { public void Call(Twofold.Calls.Target target) { } }")]
    [InlineData("internal sealed class User { public object Call() => new Twofold.Calls.Target(); }")]
    [InlineData("internal sealed class User { public int Call() => Twofold.Calls.Target.Static(); }")]
    [InlineData("internal sealed class User { public object Call() => System.Array.Empty<Twofold.Calls.Target>(); }")]
    [InlineData("internal sealed class User { public System.Func<object> Call() => () => new Twofold.Calls.Target.Nested(); }")]
    [InlineData("internal sealed class User<T> where T : Twofold.Calls.Target;")]
    [InlineData("internal sealed class User { public bool Call(object it) => it is System.Collections.Generic.List<Twofold.Calls.Target[]>; }")]
    [InlineData("internal sealed class User { public void Call() { try { System.GC.Collect(); } catch (Twofold.Calls.Failure) { } } }")]
    [InlineData("internal sealed class User { public unsafe void Call(delegate*<Twofold.Calls.Target> it) { } }")]
    [InlineData("[Twofold.Calls.Mark] internal sealed class User;")]
    public void A_use_is_found_wherever_it_occurs(string user)
    {
        var broken = Broken(TypeUses.Of(Compile(
            $$"""
            namespace Twofold.Calls
            {
                internal class Target { public static int Static() => 1; internal sealed class Nested; }
                internal sealed class Failure : System.Exception;
                internal sealed class MarkAttribute : System.Attribute;
            }
            namespace Twofold.Handles { {{user}} }
            """)));

        Assert.NotEmpty(broken);
        Assert.All(broken, use => Assert.Equal(("Twofold.Handles", "Twofold.Calls"), (use.Namespace, use.UsedNamespace)));
    }

    private static IEnumerable<TypeUse> Broken(IEnumerable<TypeUse> uses) => uses.Where(use =>
        RoomOf(use.Namespace) is { } user && RoomOf(use.UsedNamespace) is { Length: > 0 } used && user != used
        && !s_rooms.Any(row => row.Room == user && row.Uses.Contains(used)));

    private static IEnumerable<string> Between(string user, string used) =>
        s_uses.Where(use => RoomOf(use.Namespace) == user && RoomOf(use.UsedNamespace) == used).Select(use => use.Used).Distinct();

    /// <summary>The room of a namespace: "" for the root namespace, which every room may use, and null outside of the runtime.</summary>
    private static string? RoomOf(string @namespace)
    {
        if (@namespace == Root)
            return "";
        if (!@namespace.StartsWith($"{Root}.", StringComparison.Ordinal))
            return null;

        var room = @namespace[(Root.Length + 1)..];
        return room.StartsWith("Transports.", StringComparison.Ordinal) ? room : room.Split('.')[0];
    }

    private static MemoryStream Compile(string source)
    {
        var assembly = new MemoryStream();
        var result = CSharpCompilation.Create(
            "Rooms",
            [CSharpSyntaxTree.ParseText(source)],
            [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Where(IsManaged).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)).Emit(assembly);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        assembly.Position = 0;
        return assembly;
    }

    private static bool IsManaged(string path)
    {
        using var reader = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        return reader.HasMetadata;
    }
}
