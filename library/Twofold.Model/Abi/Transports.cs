using System.Collections.Generic;

namespace Twofold.Model.Abi;

/// <summary>How a server moves bytes between sockets and the library.</summary>
/// <param name="Name">Its name in PascalCase.</param>
/// <param name="Value">Its number.</param>
/// <param name="Flag">Its name on a host's command line.</param>
/// <param name="Doc">What it is, and where it works.</param>
public sealed record TransportModel(string Name, int Value, string Flag, string Doc);

/// <summary>All transports.</summary>
public static class Transports
{
    /// <summary>The transports in the order of their numbers; 0 is the default.</summary>
    public static IReadOnlyList<TransportModel> All { get; } =
    [
        new("Automatic", 0, "automatic", "The fastest that the platform has."),
        new("Epoll", 1, "epoll", "Loops over non-blocking sockets, each on its own thread. Linux only."),
        new("Sockets", 2, "sockets", "System.Net.Sockets, on a thread pool."),
    ];
}
