namespace Twofold.Server;

/// <summary>How bytes get from sockets to connections and back.</summary>
public enum Transport
{
    /// <summary>The fastest one that the platform has.</summary>
    Automatic = 0,

    /// <summary>Loops over non-blocking sockets, each on a thread of its own. Linux only.</summary>
    Epoll = 1,

    /// <summary>System.Net.Sockets and the thread pool.</summary>
    Sockets = 2,
}
