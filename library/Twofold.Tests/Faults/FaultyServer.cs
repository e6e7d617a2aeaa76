using System.Reflection;
using Twofold.Native;
using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Faults;

/// <summary>A server of the faulty copy, and what it counts.</summary>
internal sealed class FaultyServer
{
    private readonly FaultyObject _target;
    private readonly nint _handle;
    private readonly FaultyBudget _budget;
    private readonly object _admission;

    private FaultyServer(FaultyObject target, nint handle, string address)
    {
        (_target, _handle, Address) = (target, handle, address);
        var servers = FaultyLibrary.TypeOf("Twofold.Generated.fixtures.FixturesExports").GetField("s_servers", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        var native = servers.GetType().GetMethod("Get")!.Invoke(servers, [handle])!;
        Transport = FaultyLibrary.Field(FaultyLibrary.Field(native, "_server"), "_transport");
        _admission = FaultyLibrary.Field(Transport, "_admission");
        var holder = Transport.GetType().Name == "EpollTransport" ? ((Array)FaultyLibrary.Field(Transport, "_loops")).GetValue(0)! : Transport;
        _budget = new FaultyBudget(FaultyLibrary.Field(((Delegate)FaultyLibrary.Field(holder, "_connect")).Target!, "_budget"));
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Its transport.</summary>
    public object Transport { get; }

    /// <summary>The calls and bytes that it holds, and the connections that it counts.</summary>
    public ((int Calls, long Bytes) Held, int Served) Held => (_budget.Held, (int)FaultyLibrary.Field(_admission, "_served") + (int)FaultyLibrary.Field(_admission, "_rejected"));

    /// <summary>Starts one, which may fail.</summary>
    public static unsafe (FaultyServer? Server, Status Status) Start(FaultyObject target, string address, Transport transport)
    {
        using var memory = new Shapes.NativeMemoryPool();
        nint handle;
        var options = new NativeServerOptions { Size = (nuint)sizeof(NativeServerOptions), Address = (byte*)memory.Bytes([.. System.Text.Encoding.UTF8.GetBytes(address), 0]), Transport = transport };
        var status = FaultyLibrary.Export("fixtures_server_start").Call(target.Handle, (nint)(&options), (nint)(&handle));
        FaultyLibrary.Disarm();
        return (status == Status.Ok ? new FaultyServer(target, handle, address) : null, status);
    }

    /// <summary>Stops it, which must not fail.</summary>
    public void Stop() => Assert.Equal(Status.Ok, FaultyLibrary.Export("fixtures_server_stop").Call(_handle));

    /// <summary>How many sessions of its object are open.</summary>
    public int? Sessions => _target.Count("count_sessions");

    /// <summary>Waits until no peer and no call is counted any more.</summary>
    public bool IsEmptyInTime() => SpinWait.SpinUntil(() => Held == ((0, 0), 0), TimeSpan.FromSeconds(5));
}
