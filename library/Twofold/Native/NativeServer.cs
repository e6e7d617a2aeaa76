using Twofold.Handles;
using Twofold.Hosting;
using Twofold.Protocol;

namespace Twofold.Native;

/// <summary>A server behind a native handle.</summary>
public sealed unsafe class NativeServer : IDisposable
{
    private readonly SocketServer _server;

    private NativeServer(SocketServer server)
    {
        _server = server;
        Address = NativeText.WriteMessage(server.Address);
    }

    /// <summary>The address as a C string, valid until the server is disposed of.</summary>
    public byte* Address { get; private set; }

    /// <summary>Starts a server.</summary>
    /// <exception cref="ServerException">The address cannot be listened on.</exception>
    /// <exception cref="NativeArgumentException">An option cannot be read.</exception>
    public static NativeServer Start(Service service, NativeServerOptions* options)
    {
        var server = SocketServer.Start(service, Read(options));
        try
        {
            return new NativeServer(server);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Gives the server its handle; one that cannot get it is stopped, since nobody could do that later.</summary>
    public nint Keep(HandleTable<NativeServer> handles)
    {
        try
        {
            return handles.Add(this);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Copies the caller's options, whatever version of the struct it has.</summary>
    /// <exception cref="NativeArgumentException">An option cannot be read.</exception>
    public static ServerOptions Read(NativeServerOptions* options) => NativeServerOptions.Read(options);

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Dispose();
        NativeText.Free(Address);
        Address = null;
    }
}
