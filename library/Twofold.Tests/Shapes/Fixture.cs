using FixturesLibrary.Ffi;

namespace Twofold.Tests.Shapes;

/// <summary>The fixtures' exports, called as C calls them.</summary>
internal sealed unsafe class Fixture : IDisposable
{
    public Fixture()
    {
        nint handle;
        delegate* unmanaged<nint*, Status> create = &FixturesExports.CreateSync;
        Assert.Equal(Status.Ok, create(&handle));
        Handle = handle;
    }

    /// <summary>The general function of the CBOR ABI.</summary>
    public static delegate* unmanaged<
        nint, byte*, nuint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> CallCbor =>
        &FixturesExports.CallCbor;

    /// <summary>An object of the library's.</summary>
    public nint Handle { get; }

    public void Dispose()
    {
        delegate* unmanaged<nint, Status> destroy = &FixturesExports.Destroy;
        Assert.Equal(Status.Ok, destroy(Handle));
    }
}
