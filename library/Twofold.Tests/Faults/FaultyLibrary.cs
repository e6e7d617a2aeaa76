using System.Reflection;
using System.Runtime.InteropServices;
using Twofold.Model.Library;
using Twofold.Tests.Shapes;
using Twofold.Tool;

namespace Twofold.Tests.Faults;

/// <summary>The exports of the faulty copy, called as C calls them, and what it counts.</summary>
internal static class FaultyLibrary
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private static readonly Dictionary<string, MethodInfo> s_exports = TypeOf("Twofold.Generated.fixtures.FixturesExports")
        .GetMethods(Any)
        .Select(method => (Method: method, Name: method.GetCustomAttribute<UnmanagedCallersOnlyAttribute>()?.EntryPoint))
        .Where(export => export.Name is not null)
        .ToDictionary(export => export.Name!, export => export.Method);

    private static readonly Dictionary<string, NativeExport> s_found = [];

    private static readonly Action<int, int> s_arm = Of<Action<int, int>>(nameof(Injection.Arm));
    private static readonly Action s_disarm = Of<Action>(nameof(Injection.Disarm));
    private static readonly Action s_record = Of<Action>(nameof(Injection.Record));
    private static readonly Func<int> s_failed = Of<Func<int>>($"get_{nameof(Injection.Failed)}");
    private static readonly Func<int> s_blocks = Of<Func<int>>($"get_{nameof(Injection.Blocks)}");
    private static readonly Func<int[]> s_reached = Of<Func<int[]>>($"get_{nameof(Injection.Reached)}");

    /// <summary>The library's model.</summary>
    public static LibraryModel Model { get; } = LibraryReader.Parse(Generated.fixtures.TwofoldModel.Json);

    /// <summary>How many native blocks are allocated and not freed.</summary>
    public static int Blocks => s_blocks();

    /// <summary>What has failed since the last <see cref="Arm"/>, as file, line and code; null if nothing has.</summary>
    public static string? Failed => s_failed() is >= 0 and var place ? FaultyRuntime.Places[place] : null;

    /// <summary>The places that were reached so far.</summary>
    public static IEnumerable<string> Reached => s_reached().Select(place => FaultyRuntime.Places[place]);

    /// <summary>What calls within the process hold.</summary>
    public static FaultyBudget InProcess { get; } = new(TypeOf("Twofold.Calls.Budget").GetProperty("InProcess")!.GetValue(null)!);

    /// <summary>Begins to remember the places that are reached.</summary>
    public static void Record() => s_record();

    /// <summary>Has allocations fail, counted from now on.</summary>
    public static void Arm(int first, int count) => s_arm(first, count);

    /// <summary>Lets allocations succeed again.</summary>
    public static void Disarm() => s_disarm();

    /// <summary>Whether there is an export of this name.</summary>
    public static bool Has(string name) => s_exports.ContainsKey(name);

    /// <summary>The export of this name.</summary>
    public static NativeExport Export(string name)
    {
        lock (s_found)
            return s_found.TryGetValue(name, out var export) ? export : s_found[name] = new NativeExport(s_exports[name]);
    }

    /// <summary>The value of a field of any object there.</summary>
    public static object Field(object target, string name)
    {
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(name, Any) is { } field)
                return field.GetValue(target)!;
        }

        throw new MissingFieldException(target.GetType().Name, name);
    }

    /// <summary>A type of the copy.</summary>
    public static Type TypeOf(string name) => FaultyRuntime.Assembly.GetType(name, throwOnError: true)!;

    private static T Of<T>(string name)
        where T : Delegate => TypeOf(typeof(Injection).FullName!).GetMethod(name)!.CreateDelegate<T>();
}

/// <summary>A budget of the faulty copy.</summary>
internal sealed class FaultyBudget(object budget)
{
    private readonly Func<int> _calls = budget.GetType().GetProperty("PendingCalls")!.GetMethod!.CreateDelegate<Func<int>>(budget);
    private readonly Func<long> _bytes = budget.GetType().GetProperty("Bytes")!.GetMethod!.CreateDelegate<Func<long>>(budget);

    /// <summary>The pending calls, and the bytes that are held.</summary>
    public (int Calls, long Bytes) Held => (_calls(), _bytes());
}
