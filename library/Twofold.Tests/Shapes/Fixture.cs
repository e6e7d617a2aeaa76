using Twofold.Generated.fixtures;

namespace Twofold.Tests.Shapes;

/// <summary>The fixtures' exports, called as C calls them.</summary>
internal sealed unsafe class Fixture : IDisposable
{
    public Fixture()
    {
        nint handle;
        delegate* unmanaged<nint*, Status> create = &FixturesExports.fixtures_create_sync;
        Assert.Equal(Status.Ok, create(&handle));
        Handle = handle;
    }

    /// <summary>The general function of the CBOR ABI.</summary>
    public static delegate* unmanaged<
        nint, byte*, nuint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> CallCbor =>
        &FixturesExports.fixtures_call_cbor;

    /// <summary>An object of the library's.</summary>
    public nint Handle { get; }

    public void Dispose()
    {
        delegate* unmanaged<nint, Status> destroy = &FixturesExports.fixtures_destroy;
        Assert.Equal(Status.Ok, destroy(Handle));
    }
}
