using System.Collections.Generic;

namespace Twofold.Model.Abi;

/// <summary>The severity of a log line; each level includes the levels before it.</summary>
/// <param name="Name">Its name in PascalCase.</param>
/// <param name="Value">Its number.</param>
/// <param name="Doc">What is logged at this level.</param>
public sealed record LogLevelModel(string Name, int Value, string Doc);

/// <summary>All log levels.</summary>
public static class LogLevels
{
    /// <summary>The levels, the most severe first.</summary>
    public static IReadOnlyList<LogLevelModel> All { get; } =
    [
        new("Error", 1, "The author's code threw an exception that it did not handle: with the stack trace."),
        new("Warning", 2, "Something was lost, a limit was reached, or a call ignored its cancellation."),
        new("Info", 3, "A server started or stopped, answered a request with a failure, or closed a connection that exceeded a timeout."),
        new("Debug", 4, "A connection was opened or closed."),
    ];
}
