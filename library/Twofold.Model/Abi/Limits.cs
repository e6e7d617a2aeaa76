using System.Collections.Generic;

namespace Twofold.Model.Abi;

/// <summary>Fixed limits. Configurable limits of a server are in <see cref="ServerOptions"/>.</summary>
public static class Limits
{
    /// <summary>Parameters of a method or an event, and members of a record: a reader keeps a bit for each.</summary>
    public const int MaxMembers = 64;

    /// <summary>Events that wait for one listener; the newest is dropped past this.</summary>
    public const int MaxWaitingEvents = 1024;

    /// <summary>Nesting depth of a request, and of records that contain themselves, in process.</summary>
    public const int MaxNestingInProcess = 64;

    /// <summary>How long a peer may take to read its last reply once the server has closed, in milliseconds.</summary>
    public const int LingerMs = 2_000;

    /// <summary>How long destroy waits for cancelled methods to return, in milliseconds.</summary>
    public const int UnwindMs = 1_000;

    /// <summary>Longest token.</summary>
    public const int MaxTokenBytes = 4096;

    /// <summary>Largest payload of a <c>$hello</c> before the connection is authenticated.</summary>
    public const int MaxHelloBytes = 8192;

    /// <summary>The same as rows, for documents and printers.</summary>
    public static IReadOnlyList<LimitModel> All { get; } =
    [
        new("MaxMembers", MaxMembers, OptionKind.Count, "Parameters of a method or event, members of a record."),
        new("MaxWaitingEvents", MaxWaitingEvents, OptionKind.Count, "Events that wait for one listener; past this the newest is dropped and counted."),
        new("MaxNestingInProcess", MaxNestingInProcess, OptionKind.Count, "Nesting depth of a CBOR request, and of a struct that contains itself, in process."),
        new("Linger", LingerMs, OptionKind.Milliseconds, "How long a peer may take to read its last reply after the server has closed its side."),
        new("Unwind", UnwindMs, OptionKind.Milliseconds, "How long destroy waits for cancelled methods to return."),
        new("MaxTokenBytes", MaxTokenBytes, OptionKind.Bytes, "Longest token in the file of token_path."),
        new("MaxHelloBytes", MaxHelloBytes, OptionKind.Bytes, "Largest payload of a $hello while the server waits for a token."),
    ];
}

/// <summary>A fixed limit.</summary>
/// <param name="Name">Its name in PascalCase, without a unit.</param>
/// <param name="Value">The limit.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Doc">What it limits.</param>
public sealed record LimitModel(string Name, long Value, OptionKind Kind, string Doc);
