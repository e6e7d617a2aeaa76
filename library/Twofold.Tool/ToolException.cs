namespace Twofold.Tool;

/// <summary>A command failed; the message says why.</summary>
internal sealed class ToolException(string message, Exception? inner = null) : Exception(message, inner);
