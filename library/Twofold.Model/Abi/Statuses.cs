using System.Collections.Generic;
using System.Linq;
using Twofold.Model.Naming;

namespace Twofold.Model.Abi;

/// <summary>How a call ended: the same numbers in C and on the wire.</summary>
/// <param name="Name">Its name in PascalCase.</param>
/// <param name="Value">Its number.</param>
/// <param name="Doc">What it means.</param>
public sealed record StatusModel(string Name, int Value, string Doc)
{
    /// <summary>Its name in C, in the protocol and in the log, for example INVALID_ARGUMENT.</summary>
    public string UpperName => Names.UpperSnake(Name);
}

/// <summary>All statuses.</summary>
public static class Statuses
{
    /// <summary>The value of an event frame in place of a status. No call ends with it.</summary>
    public const int Event = -1;

    /// <summary>The statuses in the order of their numbers.</summary>
    public static IReadOnlyList<StatusModel> All { get; } =
    [
        new("Ok", 0, "The call succeeded."),
        new("Error", 1, "The method failed; the message comes from its author."),
        new("MissingCallback", 2, "The callback is NULL."),
        new("Progress", 3, "The call goes on: reserved, never sent unless the caller asked for it."),
        new("InvalidArgument", 4, "An argument cannot be read; the message names its place."),
        new("InvalidHandle", 5, "The handle is NULL, destroyed, or of another kind."),
        new("UnknownMethod", 6, "The library does not have a method of this name."),
        new("TooLarge", 7, "A length exceeds its limit."),
        new("Cancelled", 8, "The object was destroyed, or the call was cancelled, before the call ended."),
        new("Unavailable", 9, "The server cannot take the call now, or cannot start."),
        new("Internal", 10, "The method failed with an unhandled exception; the message names its type."),
        new("Unauthenticated", 13, "The server does not accept who calls: the peer's user, or its token."),
    ];

    /// <summary>A status by its name in PascalCase.</summary>
    public static StatusModel Named(string name) => All.Single(status => status.Name == name);
}
