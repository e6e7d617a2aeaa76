using System.Reflection;
using Microsoft.CodeAnalysis;
using Twofold.Generator;

namespace Twofold.Tests.Generator;

/// <summary>
/// A declaration that cannot be exported is reported at its location, by name, with a way to fix it. No code is generated.
/// </summary>
public sealed class DiagnosticSpecs
{
    private const string Info = "TWO023";
    private const string Crash = "TWO035";

    private static readonly string s_manyMembers = string.Join(", ", Enumerable.Range(0, 65).Select(i => $"int M{i}"));

    /// <summary>The id, the source, the text that the diagnostic points at, and the message.</summary>
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "TWO001", Class("internal sealed class Sample"), "Sample", "'Sample' is exported as a library, so it must be a public, non-generic class that is not nested, static or a record" },
        { "TWO001", "[FfiLibrary(\"sample\")] public static class Sample { [Ffi] public static int One() => 1; }", "Sample", "'Sample' is exported as a library" },
        { "TWO001", Class("public record Sample"), "Sample", "'Sample' is exported as a library" },
        { "TWO001", "public class Outer { [FfiLibrary(\"sample\")] public class Inner { [Ffi] public static Inner Create() => new(); } }", "Inner", "'Inner'" },
        { "TWO002", Library("", name: "MySample"), "Sample", "'MySample' is not a library name; use lower-case letters, digits and underscores, and begin with a letter" },
        { "TWO002", Library("", name: "1st"), "Sample", "'1st' is not a library name" },
        { "TWO002", Library("", name: ""), "Sample", "'' is not a library name" },
        { "TWO003", "[FfiLibrary(\"sample\")] public class Sample { [Ffi] public int One() => 1; }", "Sample", "'Sample' needs one [Ffi] static method that returns it" },
        { "TWO004", Library("[Ffi] public static Task<Sample> OpenAsync() => null!;"), "OpenAsync", "'OpenAsync' is a second [Ffi] static method that returns the class; keep one" },
        { "TWO005", Library("[Ffi] internal int Hidden() => 1;"), "Hidden", "'Hidden' is exported, so it must be public" },
        { "TWO005", Library("[Ffi] private const int Hidden = 1;"), "Hidden", "'Hidden' is exported, so it must be public" },
        { "TWO006", Library("[Ffi] public void Any<T>() { }"), "Any", "'Any' has type parameters, which have no form in C; export one method for each type" },
        { "TWO007", Library("[Ffi] public void Swap(ref int left) { }"), "left", "'left' is passed by ref, out or in; return a record instead" },
        { "TWO007", Library("[Ffi] public void Fill(out int right) => right = 1;"), "right", "'right' is passed by ref, out or in" },
        { "TWO008", Library("[Ffi] public void Echo() { } [Ffi] public Task EchoAsync() => null!;"), "EchoAsync", "'EchoAsync' and 'Echo' are both called 'echo' in C and on the wire; rename one" },
        { "TWO008", Library("[Ffi] public void Echo() { } [Ffi] public void Echo(int i) { }"), "Echo", "'Echo' and 'Echo' are both called 'echo'" },
        { "TWO009", Library("[Ffi] public TimeOnly Now() => default;"), "Now", "the result of 'Now' is of type 'System.TimeOnly', which cannot be exported; use bool, an integer of 8 to 64 bits, Half, float, double, decimal, char, string, byte[], ReadOnlyMemory<byte>, Guid, DateTimeOffset, DateTime, DateOnly, TimeSpan, Uri, an enum of int, a record whose public constructor takes its members, or T[], List<T>, IReadOnlyList<T>, IEnumerable<T>, HashSet<T>, ImmutableArray<T> of these" },
        { "TWO009", Library("[Ffi] public void Put(object anything) { }"), "anything", "'Put.anything' is of type 'object', which cannot be exported" },
        { "TWO009", Library("[Ffi] public void Put(Version? link) { }"), "link", "'Put.link' is of type 'System.Version?', which cannot be exported" },
        { "TWO009", Library("[Ffi] public void Put(Dictionary<string, int> items) { }"), "items", "'Put.items' is of type 'System.Collections.Generic.Dictionary<string, int>'" },
        { "TWO009", Library("[Ffi] public void Put(int[,] grid) { }"), "grid", "'Put.grid' is of type 'int[*,*]'" },
        { "TWO009", Library("[Ffi] public void Put(Empty empty) { }", "public record Empty();"), "empty", "'Put.empty' is of type 'Samples.Empty'" },
        { "TWO009", Library("[Ffi] public void Put(Small small) { }", "public enum Small : byte { One }"), "small", "'Put.small' is of type 'Samples.Small'" },
        { "TWO009", Library("[Ffi] public void Put(Wrong wrong) { }", "public record Wrong(int Fine, Version Link);"), "Link", "'Wrong.Link' is of type 'System.Version'" },
        { "TWO009", Library("[Ffi] public void Put(Outer outer) { }", "public record Outer(Inner Inner); public record Inner(IReadOnlyList<Version> Links);"), "Links", "'Inner.Links[]' is of type 'System.Version'" },
        { "TWO009", Library("[Ffi] public void Put(Grow<int> grow) { }", "public record Grow<T>(Grow<List<T>>? Next);"), "Next", "which cannot be exported" },
        { "TWO027", Library("[Ffi] public void Put(Tree tree) { }", "public record Tree(string Name, Tree Parent);"), "Parent", "'Tree.Parent' is of type 'Tree', which would contain itself without end; make it 'Tree?'" },
        { "TWO010", Library("[Ffi] public event Func<int>? OnAsk;"), "OnAsk", "'OnAsk' must be an instance event whose delegate returns nothing; use Action<T>" },
        { "TWO010", Library("[Ffi] public static event Action? OnAny;"), "OnAny", "'OnAny' must be an instance event" },
        { "TWO011", Library("[Ffi] public const char Pi = 'p';"), "Pi", "'Pi' must be a const of a number type, bool or string" },
        { "TWO011", Library("[Ffi] public static readonly int Late = 1;"), "Late", "'Late' must be a const of a number type, bool or string" },
        { "TWO011", Library("[Ffi] public const string? None = null;"), "None", "'None' must be a const" },
        { "TWO012", Library("[Ffi] public void Put(Many many) { }", $"public record Many({s_manyMembers});"), "Many", "'Many' has 65 members, and the limit is 64; group them into records" },
        { "TWO014", Library("[Ffi] public Status Get() => new(1);", "public record Status(int X);"), "Status", "'Status' is called 'sample_status' in C, a name that generated code needs; rename it" },
        { "TWO014", Library("[Ffi] public void Destroy() { }"), "Destroy", "'Destroy' is called 'sample_destroy' in C" },
        { "TWO008", Library("[Ffi] public void Echo() { } [Ffi] public void EchoSync() { }"), "EchoSync", "'EchoSync' and 'Echo' are both called 'echo_sync'" },
        { "TWO008", Library("[Ffi] public void Put(Pair pair) { }", "public record Pair(int[] Items, int ItemsCount);"), "ItemsCount", "'Pair.ItemsCount' and 'Pair.Items' are both called 'items_count'" },
        { "TWO008", Library("[Ffi] public void Put(Mood mood) { }", "public enum Mood { Good, good }"), "good", "'Mood.good' and 'Mood.Good' are both called 'mood_good'" },
        { "TWO024", Library("[Ffi] public Part Open() => new();", "[Ffi] public class Part { [Ffi] public event Action? OnAny; }"), "OnAny", "'Part.OnAny' must be a public instance method" },
        { "TWO024", Library("[Ffi] public Part Open() => new();", "[Ffi] public class Part { [Ffi] public static int One() => 1; }"), "One", "'Part.One' must be a public instance method" },
        { "TWO025", Library("[Ffi] public static Part Open() => new();", "[Ffi] public class Part { }"), "Open", "'Open' is static, so the object that it returns would not belong to a 'Sample'; make it an instance method" },
        { "TWO009", Library("[Ffi] public void Put(Part part) { }", "[Ffi] public class Part { }"), "part", "'Put.part' is of type 'Samples.Part'" },
        { "TWO009", Library("[Ffi] public Part? Open() => null;", "[Ffi] public class Part { }"), "Open", "the result of 'Open' is of type 'Samples.Part?'" },
        { "TWO008", Library("[Ffi] public Part Open() => new(); [Ffi] public void PartClose() { }", "[Ffi] public class Part { [Ffi] public void Close() { } }"), "Close", "'Part.Close' and 'PartClose' are both called 'part_close'" },
        { "TWO014", Library("[Ffi] public void CborText(int x) { }"), "CborText", "'CborText' is called 'sample_cbor_text' in C" },
        { "TWO014", Library("[Ffi] public void Put(FrameEvent it) { }", "public record FrameEvent(int X);"), "FrameEvent", "'FrameEvent' is called 'sample_frame_event' in C" },
        { "TWO008", Library("[Ffi] public void Put(Note it) { } [Ffi] public void NoteEncode() { }", "public record Note(int X);"), "Note", "'Note' and 'NoteEncode' are both called 'note_encode'" },
        { "TWO008", Library("[Ffi] public void Put(Mood it) { } [Ffi] public void MoodDecode() { }", "public enum Mood { Good }"), "Mood", "'Mood' and 'MoodDecode' are both called 'mood_decode'" },
        { "TWO008", Library("[Ffi] public void Put() { } [Ffi] public void PutCborReply() { }"), "PutCborReply", "'PutCborReply' and 'Put' are both called 'put_cbor_reply'" },
        { "TWO008", Library("[Ffi] public event Action? OnIt; [Ffi] public void OnItCborEvent() { }"), "OnIt", "'OnIt' and 'OnItCborEvent' are both called 'on_it_cbor_event'" },
        { "TWO007", Library("[Ffi] public void Put(in int left) { }"), "left", "'left' is passed by ref, out or in" },
        { "TWO007", Library("private int _x; [Ffi] public ref int Get() => ref _x;"), "Get", "the result of 'Get' is passed by ref, out or in; return a record instead" },
        { "TWO007", Library("[Ffi] public event Watch? OnIt;", "public delegate void Watch(in int seen);"), "OnIt", "'OnIt.seen' is passed by ref, out or in" },
        { "TWO008", Library("[Ffi] public void Put(One.Pair a, Two.Pair b) { }", "public static class One { public record Pair(int X); } public static class Two { public record Pair(int X); }"), "Pair", "'Samples.Two.Pair' and 'Samples.One.Pair' are both called 'pair' in C and on the wire; rename one" },
        { "TWO008", Library("[Ffi] public int[] List() => []; [Ffi] public void Put(ListReply it) { }", "public record ListReply(int X);"), "ListReply", "'Sample.ListReply' and 'Samples.ListReply' are both called 'list_reply'" },
        { "TWO009", Library("[Ffi] public void Put(Span<byte> data) { }"), "data", "'Put.data' is of type 'System.Span<byte>'" },
        { "TWO009", Library("[Ffi] public void Put(params ReadOnlySpan<int> data) { }"), "data", "'Put.data' is of type 'System.ReadOnlySpan<int>'" },
        { "TWO009", Library("[Ffi] public unsafe void Put(int* data) { }"), "data", "'Put.data' is of type 'int*'" },
        { "TWO009", Library("[Ffi] public unsafe void Put(delegate*<int> get) { }"), "get", "'Put.get' is of type 'delegate*<int>'" },
        { "TWO009", Library("[Ffi] public void Put(dynamic it) { }"), "it", "'Put.it' is of type 'dynamic'" },
        { "TWO009", Library("[Ffi] public (int X, int Y) Get() => default;"), "Get", "the result of 'Get' is of type '(int X, int Y)'" },
        { "TWO009", Library("[Ffi] public void Put(Missing it) { }"), "it", "'Put.it' is of type 'Missing'" },
        { "TWO009", Library("[Ffi] public void Put(Later it) { }", "public record Later { public int X { get; init; } }"), "it", "a record whose public constructor takes its members" },
        { "TWO009", Library("[Ffi] public void Put(Outer<int>.Inner it) { }", "public static class Outer<T> { public record Inner(int X); }"), "it", "'Put.it' is of type 'Samples.Outer<int>.Inner'" },
        { "TWO009", Library("[Ffi] public void Put(CancellationToken first, int second) { }"), "first", "'Put.first' is of type 'System.Threading.CancellationToken'" },
        { "TWO011", Library("[Ffi] public int Field;"), "Field", "'Field' must be a const of a number type, bool or string" },
        { "TWO012", Library($"[Ffi] public void Put({s_manyMembers.ToLowerInvariant()}) {{ }}"), "Put", "'Put' has 65 parameters, and the limit is 64; group them into records" },
        { "TWO033", Library("", name: "int"), "Sample", "a library called 'int' would clash with the system's own 'int' in C; choose a longer name" },
        { "TWO033", Library("", name: "timer"), "Sample", "a library called 'timer' would clash" },
        { "TWO033", Library("", name: "socket"), "Sample", "a library called 'socket' would clash" },
        { "TWO015", Library("[Ffi] public void Put(Odd odd) { }", "public record Odd { public Odd(int size) { } }"), "size", "'Odd.size' is set by the constructor, but there is no public 'Size' of type 'int' to read it from; add that property" },
        { "TWO015", Library("[Ffi] public void Put(Odd odd) { }", "public record Odd { public long Size { get; } public Odd(int size) => Size = size; }"), "size", "no public 'Size' of type 'int'" },
        { "TWO015", Library("[Ffi] public void Put(Odd odd) { }", "public record Odd(string Text) { public string? Text { get; } = Text; }"), "Text", "no public 'Text' of type 'string'" },
        { "TWO016", Library("[Ffi] public void Put(Odd odd) { }", "public record Odd(int X) { public required int Y { get; init; } }"), "Odd", "'Odd.Y' is required, but the constructor does not set it; make it a parameter of the constructor" },
        { "TWO017", "public class Base { [Ffi] public int Get() => 1; } " + Class("public class Sample : Base"), "Sample", "'Base.Get' is a member of a base class, and members of base classes are not exported; declare it in 'Sample'" },
        { "TWO018", Library("public int Size { [Ffi] get; set; }"), "get", "'Size' is not a method, an event or a constant; export a method that does the same" },
        { "TWO018", Library("[Ffi] public static int operator +(Sample a, Sample b) => 1;"), "+", "'op_Addition' is not a method" },
        { "TWO018", Library("[Ffi] public int Size { get; set; }"), "Size", "'Size' is not a method" },
        { "TWO019", Library("[Ffi] public void Put(int count = 3) { }"), "count", "'Put.count' has a default value, which other languages cannot see; make it nullable and choose the value in the method" },
        { "TWO019", Library("[Ffi] public void Put(Odd odd) { }", "public record Odd(int X = 1);"), "X", "'Odd.X' has a default value" },
        { "TWO020", Library("[Ffi] public async void Put() => await Task.Yield();"), "Put", "'Put' is async void, so no caller can wait for it; return Task or ValueTask" },
        { "TWO021", Library("[Ffi] public void Größe() { }"), "Größe", "'Größe' is not a name in C; use ASCII letters, digits and underscores, and begin with a letter" },
        { "TWO021", Library("[Ffi] public void Put(int _) { }"), "_", "'Put._' is not a name in C" },
        { "TWO021", Library("[Ffi] public void Put(Odd odd) { }", "public record Odd(int _1);"), "_1", "'Odd._1' is not a name in C" },
        { "TWO021", Library("[Ffi] public Größe Open() => new();", "[Ffi] public class Größe { }"), "Größe", "'Größe' is not a name in C" },
        { "TWO021", Library("[Ffi] public void _Bool() { }"), "_Bool", "'_Bool' is not a name in C" },
        { "TWO028", Library("[Ffi] public Animal Get() => new Dog(1, 2);", "public record Animal(int Legs); public sealed record Dog(int Legs, int Tail) : Animal(Legs);"), "Animal", "'Animal' has the derived record 'Dog', whose own members would be lost; seal 'Animal', or export 'Dog' itself" },
        { "TWO028", Library("[Ffi] public event Action<List<Animal>>? OnAny;", "public record Animal(int Legs); public sealed record Dog(int Legs, int Tail) : Animal(Legs);"), "Animal", "'Animal' has the derived record 'Dog'" },
        { "TWO029", Library("[Ffi] public void Put(Odd odd) { }", "public record Odd(int X) { public string? Note { get; init; } }"), "Note", "'Odd.Note' can be set, but it is not a parameter of the constructor, so its value would be lost" },
        { "TWO029", Library("[Ffi] public void Put(Odd odd) { }", "public record Odd(int X) { public int Count { get; set; } }"), "Count", "'Odd.Count' can be set" },
        { "TWO030", Library("[Ffi] public void Put(Rights rights) { }", "[Flags] public enum Rights { Read = 1, Write = 2 }"), "rights", "'Put.rights' is of type 'Rights', a [Flags] enum, whose combinations have no name on the wire" },
        { "TWO031", "namespace Samples; public class Other { [Ffi] public int Get() => 1; }", "Get", "'Get' has [Ffi], but its class has not; mark 'Other' with [FfiLibrary(\"name\")]" },
        { "TWO032", Library("", "[Ffi] public class Part { [Ffi] public int Get() => 1; }"), "Part", "'Part' has [Ffi], but no exported method returns it" },
        { "TWO034", Library("[Ffi] public const string Half = \"\\uD800\";"), "Half", "'Half' contains half of a surrogate pair" },
        { "TWO036", Library("[Ffi] public event EventHandler<int>? OnOld;"), "OnOld", "'OnOld' is an EventHandler, whose sender cannot be exported; use Action<T>" },
        { "TWO036", Library("[Ffi] public event EventHandler? OnOld;"), "OnOld", "'OnOld' is an EventHandler" },
        { "TWO009", Library("[Ffi] public void Put(System.Xml.XmlDocument it) { }"), "it", "'Put.it' is of type 'System.Xml.XmlDocument'" },
        { "TWO026", Two("Others", "Sample", "sample"), "Sample", "'Others.Sample' and 'Samples.Sample' are both libraries called 'sample'; give each its own name" },
        { "TWO026", Two("Others", "Other", "sample"), "Other", "'Others.Other' and 'Samples.Sample' are both libraries called 'sample'" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_at_its_place_with_a_cure(string id, string source, string place, string message)
    {
        var generation = Generation.Of(source);
        var diagnostic = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(place, generation.TextAt(diagnostic));
        Assert.Contains(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(generation.Result.GeneratedSources.Where(source => !(id is "TWO026" or "TWO032" && source.HintName.StartsWith("sample.", StringComparison.Ordinal))));
        Assert.Null(generation.Result.Exception);
    }

    [Fact]
    public void Every_diagnostic_has_a_spec_and_a_unique_number()
    {
        var ids = typeof(Diagnostics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids.Where(id => id is not (Info or Crash)).Order(), Mistakes.Select(row => row.Data.Item1).Distinct().Order());
    }

    [Fact]
    public void Every_diagnostic_is_in_the_documented_table()
    {
        var ids = typeof(Diagnostics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id);
        var rows = File.ReadLines(Path.Combine(Support.Snapshot.Folder, "..", "..", "..", "docs", "authoring.md")).Where(line => line.StartsWith("| TWO", StringComparison.Ordinal));
        Assert.Equal(ids.Order(), rows.Select(row => row.Split('|')[1].Trim()));
    }

    [Fact]
    public void An_undocumented_member_is_reported_and_still_generated()
    {
        var generation = Generation.Of(
            """
            namespace Samples;

            /// <summary>A sample.</summary>
            [FfiLibrary("sample")]
            public sealed class Sample
            {
                /// <summary>Makes one.</summary>
                [Ffi] public static Sample Create() => new();
                [Ffi] public const int Size = 1;
                /// <summary>Puts it.</summary>
                [Ffi] public void Put(Item item) { }
                [Ffi] public event Action<Mood>? OnMood;
                public void Unheard() => OnMood?.Invoke(Mood.Good);
            }

            /// <summary>An item.</summary>
            /// <param name="X">Documented.</param>
            public record Item(int X, int Y);
            /// <summary>A mood.</summary>
            public enum Mood { Good }
            """,
            withRemarks: true);
        var remarks = generation.Result.Diagnostics;
        Assert.All(remarks, remark => Assert.Equal((Info, DiagnosticSeverity.Info), (remark.Id, remark.Severity)));
        Assert.Equal(["Good", "OnMood", "Size", "Y"], remarks.Select(generation.TextAt).Order());
        Assert.Contains(remarks, remark => remark.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
            == "'Item.Y' has no documentation comment, so the header and the schema cannot describe it; give it a summary");
        Assert.NotEmpty(generation.Result.GeneratedSources);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var generation = Generation.OfMembers("""
            [Ffi] public const char Pi = 'p';
            [Ffi] public void Any<T>() { }
            [Ffi] internal void Hidden() { }
            [Ffi] public void Put(Version link, object anything) { }
            """);
        Assert.Equal(["TWO011", "TWO006", "TWO005", "TWO009", "TWO009"], generation.Result.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Members_that_are_not_exported_may_be_anything()
    {
        var generation = Generation.OfMembers("public double Pi = 3.14; public void Any<T>(ref T t) { } internal event EventHandler? OnOld; public Version? Link { get; set; }");
        Assert.Empty(generation.Result.Diagnostics);
        Assert.NotEmpty(generation.Result.GeneratedSources);
    }

    private static string Two(string otherNamespace, string otherClass, string otherName) =>
        $$"""
        namespace Samples { [FfiLibrary("sample")] public sealed class Sample { {{Generation.Create}} } }
        namespace {{otherNamespace}} { [FfiLibrary("{{otherName}}")] public sealed class {{otherClass}} { [Ffi] public static {{otherClass}} Create() => new(); } }
        """;

    private static string Class(string declaration) =>
        $$"""[FfiLibrary("sample")] {{declaration}} { {{Generation.Create}} }""";

    private static string Library(string members, string types = "", string name = "sample") =>
        $$"""namespace Samples; [FfiLibrary("{{name}}")] public sealed class Sample { {{Generation.Create}} {{members}} } {{types}}""";
}
