using System.Text;

namespace Twofold.Tests.Faults;

/// <summary>An object of the library of the faulty copy. What it is asked for can fail, except where the text says otherwise.</summary>
internal sealed class FaultyObject
{
    /// <summary>Its handle; 0 if it could not be made.</summary>
    public nint Handle { get; private set; }

    /// <summary>Makes one.</summary>
    public static unsafe (FaultyObject Object, Status Status) Create()
    {
        nint handle;
        var status = FaultyLibrary.Export("fixtures_create_sync").Call((nint)(&handle));
        return (new FaultyObject { Handle = handle }, status);
    }

    /// <summary>Ends it.</summary>
    public Status Destroy() => FaultyLibrary.Export("fixtures_destroy").Call(Handle);

    /// <summary>Adds a listener of the native ABI, or of the other.</summary>
    public unsafe Listening Listen(string name, bool asCbor)
    {
        var received = new Received();
        ulong id = 0;
        Status status;
        if (asCbor)
        {
            fixed (byte* text = Encoding.UTF8.GetBytes($"{name}\0"))
                status = FaultyLibrary.Export("fixtures_add_listener_cbor").Call(Handle, (nint)text, Received.OfCborEvent, received.UserData, (nint)(&id));
        }
        else
        {
            var isEmpty = FaultyLibrary.Model.Events.Single(item => item.WireName == name).Parameters.Count == 0;
            status = FaultyLibrary.Export($"fixtures_add_{name}_listener").Call(Handle, isEmpty ? Received.OfEmptyEvent : Received.OfEvent, received.UserData, (nint)(&id));
        }

        return new Listening(name, status, id, received);
    }

    /// <summary>Removes a listener.</summary>
    public Status Remove(Listening listening) => FaultyLibrary.Export("fixtures_remove_listener").Call(Handle, listening.Id);

    /// <summary>How many events a listener has lost. Must not fail.</summary>
    public unsafe int Lost(Listening listening)
    {
        ulong lost;
        Assert.Equal(Status.Ok, FaultyLibrary.Export("fixtures_listener_lost").Call(Handle, listening.Id, (nint)(&lost)));
        return (int)lost;
    }

    /// <summary>A number that a method without parameters returns; null if the object does not answer. Must not fail.</summary>
    public int? Count(string method)
    {
        var call = new Received();
        var export = FaultyLibrary.Export($"fixtures_{method}");
        return export.Call(Handle, Received.Of(export.Parameters[^2]), call.UserData) == Status.Ok && call.HasCome() && call.Status == Status.Ok ? (int)call.Word : null;
    }
}

/// <summary>A listener that was added, if the status is OK.</summary>
internal sealed record Listening(string Event, Status Status, ulong Id, Received Received);
