using Twofold.Hosting;
using Twofold.Protocol;

namespace Twofold.Native;

/// <summary>The C struct <c>server_options</c>. A field of 0 stands for its default; times are in milliseconds.</summary>
public unsafe struct NativeServerOptions
{
    /// <summary>The size of the caller's struct: an older caller's is shorter.</summary>
    public nuint Size;

    /// <summary>Where to listen.</summary>
    public byte* Address;

    /// <summary>Whether TCP beyond loopback is allowed.</summary>
    public byte AllowRemote;

    /// <summary>See <see cref="ServerOptions.Transport"/>.</summary>
    public Transport Transport;

    /// <summary>See <see cref="ServerOptions.LoopThreads"/>.</summary>
    public uint LoopThreads;

    /// <summary>See <see cref="ServerOptions.MaxMethodBytes"/>.</summary>
    public uint MaxMethodBytes;

    /// <summary>See <see cref="ServerOptions.MaxPayloadBytes"/>.</summary>
    public uint MaxPayloadBytes;

    /// <summary>See <see cref="ServerOptions.MaxNesting"/>.</summary>
    public uint MaxNesting;

    /// <summary>See <see cref="ServerOptions.MaxObjects"/>.</summary>
    public uint MaxObjects;

    /// <summary>See <see cref="ServerOptions.MaxInFlight"/>.</summary>
    public uint MaxInFlight;

    /// <summary>See <see cref="ServerOptions.MaxUnreadBytes"/>.</summary>
    public uint MaxUnreadBytes;

    /// <summary>See <see cref="ServerOptions.MaxConnections"/>.</summary>
    public uint MaxConnections;

    /// <summary>See <see cref="ServerOptions.FrameTimeout"/>.</summary>
    public uint FrameTimeoutMs;

    /// <summary>See <see cref="ServerOptions.ProgressTimeout"/>.</summary>
    public uint ProgressTimeoutMs;

    /// <summary>See <see cref="ServerOptions.DrainTimeout"/>.</summary>
    public uint DrainTimeoutMs;

    /// <summary>See <see cref="ServerOptions.SocketMode"/>.</summary>
    public uint SocketMode;

    /// <summary>See <see cref="ServerOptions.SocketGroup"/>; NULL for none.</summary>
    public byte* SocketGroup;
}

/// <summary>A server behind a native handle.</summary>
public sealed unsafe class NativeServer : IDisposable
{
    private const int LargestLimit = 1 << 30;

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
    public static NativeServer Start(Service service, NativeServerOptions* options) => new(SocketServer.Start(service, Read(options)));

    /// <summary>Copies the caller's options, whatever version of the struct it knows.</summary>
    /// <exception cref="NativeArgumentException">An option cannot be read.</exception>
    public static ServerOptions Read(NativeServerOptions* options)
    {
        if (options is null)
            throw new NativeArgumentException("options", "expected a struct, found NULL");
        if (options->Size < (nuint)(sizeof(nuint) + sizeof(byte*)))
            throw new NativeArgumentException("options.size", "too small; initialize the struct with its _INIT macro");

        NativeServerOptions known = default;
        var size = (int)Math.Min(options->Size, (nuint)sizeof(NativeServerOptions));
        new ReadOnlySpan<byte>(options, size).CopyTo(new Span<byte>(&known, size));

        var defaults = new ServerOptions { Address = NativeText.Read(known.Address, "options.address") };
        return defaults with
        {
            AllowRemote = known.AllowRemote != 0,
            Transport = known.Transport is >= Transport.Automatic and <= Transport.Sockets ? known.Transport : throw new NativeArgumentException(
                "options.transport", $"expected 0 (AUTOMATIC), 1 (EPOLL), 2 (SOCKETS), found {(int)known.Transport}"),
            LoopThreads = Limit(known.LoopThreads, defaults.LoopThreads, ServerOptions.MostLoopThreads),
            MaxMethodBytes = Limit(known.MaxMethodBytes, defaults.MaxMethodBytes),
            MaxPayloadBytes = Limit(known.MaxPayloadBytes, defaults.MaxPayloadBytes),
            MaxNesting = Limit(known.MaxNesting, defaults.MaxNesting, ServerOptions.DeepestNesting),
            MaxObjects = Limit(known.MaxObjects, defaults.MaxObjects),
            MaxInFlight = Limit(known.MaxInFlight, defaults.MaxInFlight),
            MaxUnreadBytes = Limit(known.MaxUnreadBytes, defaults.MaxUnreadBytes),
            MaxConnections = Limit(known.MaxConnections, defaults.MaxConnections),
            FrameTimeout = Time(known.FrameTimeoutMs, defaults.FrameTimeout),
            ProgressTimeout = Time(known.ProgressTimeoutMs, defaults.ProgressTimeout),
            DrainTimeout = Time(known.DrainTimeoutMs, defaults.DrainTimeout),
            SocketMode = known.SocketMode <= ServerOptions.LargestSocketMode ? Limit(known.SocketMode, defaults.SocketMode) : throw new NativeArgumentException(
                "options.socket_mode", $"expected 0600 or another mode up to 0777, found 0{Convert.ToString(known.SocketMode, 8)}"),
            SocketGroup = NativeText.ReadOptional(known.SocketGroup, "options.socket_group"),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Dispose();
        NativeText.Free(Address);
        Address = null;
    }

    private static int Limit(uint value, int whenZero, int largest = LargestLimit) => value == 0 ? whenZero : (int)Math.Min(value, largest);

    private static TimeSpan Time(uint milliseconds, TimeSpan whenZero) =>
        milliseconds == 0 ? whenZero : TimeSpan.FromMilliseconds(Math.Min(milliseconds, LargestLimit));
}
