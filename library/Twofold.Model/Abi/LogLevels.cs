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
        new("Error", 1, "A method failed with an unhandled exception: with the stack trace."),
        new("Warning", 2, "Something was lost or aborted, or failed where no caller waits for it."),
        new("Info", 3, "A server started or stopped, or answered a request with a failure."),
        new("Debug", 4, "A connection was opened or closed."),
    ];
}
