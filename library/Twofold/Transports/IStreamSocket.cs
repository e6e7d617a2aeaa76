using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Twofold.Transports;

/// <summary>A listening stream socket, with the system calls of one transport. A failure is a <see cref="SocketException"/>.</summary>
internal interface IStreamSocket<TSelf> : IDisposable
    where TSelf : class, IStreamSocket<TSelf>
{
    /// <summary>A new one, which the host's children do not inherit.</summary>
    static abstract TSelf Create(AddressFamily family);

    /// <summary>Takes over a descriptor; null, and the descriptor is left as it is, if it is not a stream socket that listens.</summary>
    static abstract TSelf? Inherit(int descriptor);

    /// <summary>Its descriptor.</summary>
    SafeHandle Handle { get; }

    /// <summary>Where it is bound.</summary>
    Address Address { get; }

    /// <summary>Binds it, over IPv6 to IPv6 alone; the port of a server that has just ended is free.</summary>
    void Bind(Address address);

    /// <summary>Connects it to a unix socket, without waiting for a place in the queue there.</summary>
    void Connect(Address address);

    /// <summary>Listens, and does not block from then on. Sockets that are accepted over TCP have TCP_NODELAY.</summary>
    void Listen(int backlog);
}
