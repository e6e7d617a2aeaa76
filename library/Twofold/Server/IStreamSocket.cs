using System.Net.Sockets;

namespace Twofold.Server;

/// <summary>A stream socket as a listener needs it, made of the calls of one transport. What fails is a <see cref="SocketException"/>.</summary>
internal interface IStreamSocket<TSelf> : IDisposable
    where TSelf : class, IStreamSocket<TSelf>
{
    /// <summary>A new one, which the host's children do not inherit.</summary>
    static abstract TSelf Create(AddressFamily family);

    /// <summary>Takes over a descriptor; null if it is no stream socket that listens, and then it is left to whoever has it.</summary>
    static abstract TSelf? Inherit(int descriptor);

    /// <summary>Where it is bound.</summary>
    Address Address { get; }

    /// <summary>Binds it, over IPv6 to IPv6 alone; the port of a server that has just ended is free.</summary>
    void Bind(Address address);

    /// <summary>Connects it to a unix socket, without waiting for a place in that one's queue.</summary>
    void Connect(Address address);

    /// <summary>Listens, and does not block from then on. What is accepted over TCP does not hold small segments back.</summary>
    void Listen(int backlog);
}
