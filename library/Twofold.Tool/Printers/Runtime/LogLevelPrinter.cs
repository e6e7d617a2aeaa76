using Twofold.Model.Abi;

namespace Twofold.Tool.Printers.Runtime;

/// <summary>Prints the log levels of the runtime.</summary>
internal sealed class LogLevelPrinter : IAbiPrinter
{
    public IEnumerable<PrintedFile> Print(string root) =>
    [
        new PrintedFile("library/Twofold/Logging/LogLevel.g.cs", CSharp.File("Twofold.Logging", CSharp.Enum(
            "The severity of a log line; each level includes the levels before it.",
            "LogLevel",
            LogLevels.All.Select(level => (level.Name, level.Value, level.Doc))))),
    ];
}
