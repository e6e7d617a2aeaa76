namespace Twofold.Logging;

/// <summary>Takes the lines of the log, one at a time and in order, on any thread.</summary>
public interface ILogSink
{
    /// <summary>Takes one line; a stack trace makes it several.</summary>
    void Write(LogLevel level, string message);
}
