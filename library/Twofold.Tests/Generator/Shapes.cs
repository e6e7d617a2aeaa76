namespace Twofold.Tests.Generator;

/// <summary>The smallest library for each shape: members of its class, and types beside it.</summary>
internal static class Shapes
{
    private const string Point = "public record Point(int X, double Y);";
    private const string Mood = "public enum Mood { Good, VeryBad = 5 }";

    public static IReadOnlyDictionary<string, (string Members, string Types)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["bool"] = Keep("bool"),
        ["bool-optional"] = Keep("bool?"),
        ["bytes"] = Keep("byte[]"),
        ["bytes-memory"] = Keep("ReadOnlyMemory<byte>"),
        ["bytes-optional"] = Keep("byte[]?"),
        ["constants"] = ("[Ffi] public const int Least = int.MinValue; [Ffi] public const double Nan = double.NaN; [Ffi] public const string Name = \"a\\\"b\";", ""),
        ["char"] = Keep("char"),
        ["date"] = Keep("DateOnly"),
        ["decimal"] = Keep("decimal"),
        ["decimal-optional"] = Keep("decimal?"),
        ["duration"] = Keep("TimeSpan"),
        ["enum"] = Keep("Mood", Mood),
        ["enum-optional"] = Keep("Mood?", Mood),
        ["event-of-nothing"] = ("[Ffi] public event Action? OnIt { add { } remove { } }", ""),
        ["event-of-a-number"] = ("[Ffi] public event Action<int>? OnIt { add { } remove { } }", ""),
        ["event-of-a-record"] = ("[Ffi] public event Action<Point>? OnIt { add { } remove { } }", Point),
        ["event-of-several"] = ("[Ffi] public event Watch? OnIt { add { } remove { } }", "public delegate void Watch(int count, string? note);"),
        ["float"] = Keep("float"),
        ["float16"] = Keep("Half"),
        ["float64"] = Keep("double"),
        ["integer-of-8-bits"] = Keep("sbyte"),
        ["integer-of-64-bits"] = Keep("ulong"),
        ["integer-optional"] = Keep("int?"),
        ["list-of-bytes"] = Keep("IReadOnlyList<byte[]>"),
        ["list-of-lists"] = Keep("int[][]"),
        ["list-of-durations"] = Keep("TimeSpan?[]"),
        ["list-of-numbers"] = Keep("List<int>"),
        ["list-of-optional-numbers"] = Keep("int?[]"),
        ["list-of-optional-records"] = Keep("Point?[]", Point),
        ["list-of-records"] = Keep("Point[]", Point),
        ["list-of-texts"] = Keep("string[]"),
        ["list-immutable"] = Keep("System.Collections.Immutable.ImmutableArray<int>"),
        ["list-immutable-optional"] = Keep("System.Collections.Immutable.ImmutableArray<int>?"),
        ["list-of-a-sequence"] = Keep("IEnumerable<string>"),
        ["list-of-a-set"] = Keep("HashSet<int>?"),
        ["list-optional"] = Keep("List<string>?"),
        ["method-of-nothing"] = ("[Ffi] public void Rest() { }", ""),
        ["method-static"] = ("[Ffi] public static int Twice(int value) => 2 * value;", ""),
        ["method-with-cancellation"] = ("[Ffi] public ValueTask<int> WaitAsync(int ms, CancellationToken cancel) => new(ms);", ""),
        ["method-with-a-task"] = ("[Ffi] public Task RestAsync() => Task.CompletedTask;", ""),
        ["object"] = ("[Ffi] public Session Open() => new();", "[Ffi] public class Session { [Ffi] public int Add(int value) => value; }"),
        ["record"] = Keep("Point", Point),
        ["record-optional"] = Keep("Point?", Point),
        ["record-of-optionals"] = Keep("Gaps", $"public record Gaps(bool? Flag, int? Number, string? Text, byte[]? Bytes, Point? Point, int[]? Items, Mood? Mood); {Point} {Mood}"),
        ["record-generic"] = Keep("Page<Point?>", $"public record Page<T>(IReadOnlyList<T> Items, string? Next); {Point}"),
        ["record-recursive"] = Keep("Node", "public record Node(int Value, Node? Next, IReadOnlyList<Node> Children);"),
        ["record-struct"] = Keep("Pair", "public readonly record struct Pair(int Left, string Right);"),
        ["record-of-framework-values"] = Keep("Values", "public record Values(char Letter, Half? Small, Guid Id, DateOnly? Day, DateTimeOffset Time, DateTime? Utc, TimeSpan? Pause, decimal Price, Uri? Link);"),
        ["text"] = Keep("string"),
        ["text-optional"] = Keep("string?"),
        ["timestamp"] = Keep("DateTimeOffset"),
        ["timestamp-utc"] = Keep("DateTime"),
        ["uri"] = Keep("Uri"),
        ["uuid"] = Keep("Guid"),
        ["uuid-optional"] = Keep("Guid?"),
    };

    private static (string Members, string Types) Keep(string type, string types = "") => ($"[Ffi] public {type} Keep({type} value) => value;", types);
}
