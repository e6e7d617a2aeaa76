using System.Collections.Generic;
using System.Linq;
using Twofold.Model.Naming;

namespace Twofold.Model.Abi;

/// <summary>The kind of value of a server option.</summary>
public enum OptionKind
{
    /// <summary>Text; NULL if it is not set.</summary>
    Text,

    /// <summary>On or off.</summary>
    Switch,

    /// <summary>One of <see cref="Transports"/>.</summary>
    Transport,

    /// <summary>How many of something.</summary>
    Count,

    /// <summary>A number of bytes.</summary>
    Bytes,

    /// <summary>A number of milliseconds.</summary>
    Milliseconds,

    /// <summary>The permission bits of a file, which hosts take in octal.</summary>
    FileMode,
}

/// <summary>The heading of a host's help page that lists an option.</summary>
public enum OptionGroup
{
    /// <summary>The address that the server listens on, and how it listens.</summary>
    Server,

    /// <summary>Limits of a request. A request that exceeds one of them is rejected.</summary>
    Request,

    /// <summary>Limits of one connection.</summary>
    Connection,

    /// <summary>Limits of all connections together.</summary>
    Total,

    /// <summary>Timeouts for peers.</summary>
    Time,
}

/// <summary>An option of a server: a field of the C struct, a member of the runtime's options, a flag of the hosts.</summary>
/// <param name="Name">Its name in PascalCase, without a unit.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Group">Where a host's help page lists it.</param>
/// <param name="Default">Its default, which 0 in C selects; 0 if the option is not a number.</param>
/// <param name="Max">The largest value.</param>
/// <param name="Doc">What it does, as a sentence.</param>
/// <param name="Help">The same for a host's help page: short, without a period.</param>
/// <param name="Past">What the server does when the limit is exceeded; empty if the option is not a limit.</param>
/// <param name="FlagName">The hosts' flag without its dashes, if it does not have the name of the field.</param>
/// <param name="Value">What a host's help page calls the value of a text.</param>
public sealed record ServerOptionModel(string Name, OptionKind Kind, OptionGroup Group, long Default, long Max, string Doc, string Help, string Past = "",
    string? FlagName = null, string Value = "NAME")
{
    /// <summary>Whether it is a number for which 0 selects the default.</summary>
    public bool IsNumber => Kind is OptionKind.Count or OptionKind.Bytes or OptionKind.Milliseconds or OptionKind.FileMode;

    /// <summary>Whether a server cannot start without it.</summary>
    public bool IsRequired => Name == "Address";

    /// <summary>The field of the C struct; its name ends with the unit if the option's name does not say it.</summary>
    public string CName => Names.Snake(Name) + (Kind == OptionKind.Milliseconds ? "_ms" : "");

    /// <summary>The hosts' flag.</summary>
    public string Flag => "--" + (FlagName ?? CName.Replace('_', '-'));
}

/// <summary>All server options, in the order of the C struct's fields.</summary>
public static class ServerOptions
{
    /// <summary>The largest value of a limit without a specific maximum.</summary>
    public const long LargestLimit = 1L << 30;

    /// <summary>The options. Append new ones at the end, because the struct of an older caller is shorter.</summary>
    public static IReadOnlyList<ServerOptionModel> All { get; } =
    [
        new("Address", OptionKind.Text, OptionGroup.Server, 0, 0,
            "unix:PATH, tcp:HOST:PORT, tcp:[IPV6]:PORT (port 0 picks a free one), or fd:N, a descriptor that already listens.",
            "where to listen"),
        new("AllowRemote", OptionKind.Switch, OptionGroup.Server, 0, 0,
            "Allow TCP beyond loopback: the wire is not encrypted.",
            "serve TCP addresses that other machines can reach; the wire is not encrypted"),
        new("Transport", OptionKind.Transport, OptionGroup.Server, 0, 0,
            "How bytes move between sockets and the library.",
            "how it moves bytes"),
        new("LoopThreads", OptionKind.Count, OptionGroup.Server, 1, 256,
            "Threads of the epoll transport. Synchronous methods run on them, except with large requests.",
            "threads of the epoll transport"),
        new("MaxMethodBytes", OptionKind.Bytes, OptionGroup.Request, 255, LargestLimit,
            "Longest method name.",
            "longest method name",
            "TOO_LARGE, then close"),
        new("MaxPayloadBytes", OptionKind.Bytes, OptionGroup.Request, 16 << 20, LargestLimit,
            "Largest payload.",
            "largest payload",
            "TOO_LARGE, then close"),
        new("MaxNesting", OptionKind.Count, OptionGroup.Request, 64, 1024,
            "Nesting depth of arrays and maps in a request.",
            "levels of arrays and maps in a payload",
            "INVALID_ARGUMENT"),
        new("MaxObjects", OptionKind.Count, OptionGroup.Connection, 1024, LargestLimit,
            "Objects that a connection holds.",
            "objects that it holds",
            "ERROR until the client releases some"),
        new("MaxInFlight", OptionKind.Count, OptionGroup.Connection, 1024, LargestLimit,
            "Unanswered requests of a connection before the server stops reading from it.",
            "unanswered requests before the server stops reading",
            "stop reading until some are answered"),
        new("MaxUnreadBytes", OptionKind.Bytes, OptionGroup.Connection, 1 << 20, LargestLimit,
            "Unread output of a connection before the server stops reading from it and drops its events.",
            "unread output before it stops reading and drops events",
            "stop reading until the peer reads; drop new events"),
        new("MaxConnections", OptionKind.Count, OptionGroup.Total, 1024, LargestLimit,
            "Open connections.",
            "open connections; one more is refused",
            "UNAVAILABLE, then close"),
        new("FrameTimeout", OptionKind.Milliseconds, OptionGroup.Time, 30_000, LargestLimit,
            "How long a frame may stay incomplete.",
            "for the rest of a request that has started to arrive",
            "close"),
        new("ProgressTimeout", OptionKind.Milliseconds, OptionGroup.Time, 30_000, LargestLimit,
            "How long output may stay unread without progress.",
            "for unread output of which the peer takes nothing",
            "close"),
        new("DrainTimeout", OptionKind.Milliseconds, OptionGroup.Time, 5_000, LargestLimit,
            "How long calls in flight may take when the server stops.",
            "for the calls in flight when the server stops",
            "close"),
        new("SocketMode", OptionKind.FileMode, OptionGroup.Server, 0x180 /* 0600 */, 0x1FF /* 0777 */,
            "Permissions of a unix socket, set before anyone can connect.",
            "permissions of a unix socket, in octal"),
        new("SocketGroup", OptionKind.Text, OptionGroup.Server, 0, 0,
            "Group of a unix socket, by name or number. By default the group of the process.",
            "group of a unix socket"),
        new("MaxTotalBytes", OptionKind.Bytes, OptionGroup.Total, 256 << 20, LargestLimit,
            "Memory that all connections together hold: input, output, pending calls with their arguments, objects, subscriptions. At most a quarter of the heap.",
            "memory for buffers and pending calls",
            "past three quarters, stop reading from those that hold more than an equal share; past it, UNAVAILABLE to them; past nine eighths, close the one with the largest buffers"),
        new("MaxPendingCalls", OptionKind.Count, OptionGroup.Total, 65_536, LargestLimit,
            "Calls that have not ended.",
            "calls that have not ended",
            "the same as max_total_bytes"),
        new("IdleTimeout", OptionKind.Milliseconds, OptionGroup.Time, 0, LargestLimit,
            "How long a connection may be idle: without a request, a reply or a subscription.",
            "for a connection that is idle; 0 for no limit",
            "close"),
        new("AllowUids", OptionKind.Text, OptionGroup.Server, 0, 0,
            "Users that may connect to a unix socket, by name or number, with commas between them. By default its permissions alone decide.",
            "users that may connect to a unix socket: names or numbers, with commas",
            FlagName: "allow-uid", Value: "USERS"),
        new("TokenPath", OptionKind.Text, OptionGroup.Server, 0, 0,
            "File with the token that a connection must present with $hello before anything else. Only its owner may read the file.",
            "file with the token that clients must present",
            FlagName: "token-file", Value: "PATH"),
        new("MaxConnectionsPerPeer", OptionKind.Count, OptionGroup.Connection, 0, LargestLimit,
            "Open connections of one IP address, or of one user over a unix socket.",
            "open connections of one IP address or user; 0 for no limit",
            "UNAVAILABLE, then close"),
    ];

    /// <summary>An option by its name in PascalCase.</summary>
    public static ServerOptionModel Named(string name) => All.Single(option => option.Name == name);
}
