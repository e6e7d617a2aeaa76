using System.Collections.Generic;

namespace Twofold.Model.Abi;

/// <summary>A method of the protocol, which the server itself answers.</summary>
/// <param name="Name">Its name on the wire without the <c>$</c>.</param>
/// <param name="Argument">The key of its argument, or null if it takes none.</param>
/// <param name="Doc">What it does.</param>
public sealed record ControlMethodModel(string Name, ControlArgument? Argument, string Doc)
{
    /// <summary>The members of the map that it answers; it answers null if there are none.</summary>
    public IReadOnlyList<ControlReplyMember> Reply { get; init; } = [];


    /// <summary>Its name on the wire.</summary>
    public string WireName => "$" + Name;
}

/// <summary>The argument of a control method.</summary>
/// <param name="Key">The key on the wire.</param>
/// <param name="Kind">What it names.</param>
public sealed record ControlArgument(string Key, ControlArgumentKind Kind);

/// <summary>A member of the map that a control method answers.</summary>
/// <param name="Key">The key on the wire.</param>
/// <param name="IsText">Whether it is text; otherwise it is an unsigned integer.</param>
public sealed record ControlReplyMember(string Key, bool IsText);

/// <summary>What the argument of a control method is.</summary>
public enum ControlArgumentKind
{
    /// <summary>An event, by its name.</summary>
    EventName,

    /// <summary>An object, by its number on the connection.</summary>
    Handle,

    /// <summary>A text that may be absent.</summary>
    OptionalText,
}

/// <summary>All control methods.</summary>
public static class ControlMethods
{
    /// <summary>Starts the delivery of an event.</summary>
    public static ControlMethodModel Subscribe { get; } =
        new("subscribe", new ControlArgument("event", ControlArgumentKind.EventName), "From now on the server sends this event's frames on the connection.");

    /// <summary>Ends the delivery of an event.</summary>
    public static ControlMethodModel Unsubscribe { get; } =
        new("unsubscribe", new ControlArgument("event", ControlArgumentKind.EventName), "The server stops sending this event's frames.");

    /// <summary>Releases an object.</summary>
    public static ControlMethodModel Release { get; } =
        new("release", new ControlArgument("handle", ControlArgumentKind.Handle), "The server disposes of the object; its number is not used again.");

    /// <summary>Opens a connection: presents the token, and asks what the server is.</summary>
    public static ControlMethodModel Hello { get; } =
        new("hello", new ControlArgument("token", ControlArgumentKind.OptionalText), "The server checks the token if it has one, and answers what it serves.")
        {
            Reply = [new("library", IsText: true), new("version", IsText: true), new("protocol", IsText: false)],
        };

    /// <summary>The methods in the order of the documents.</summary>
    public static IReadOnlyList<ControlMethodModel> All { get; } = [Hello, Subscribe, Unsubscribe, Release];
}
