namespace Twofold.Tool;

/// <summary>A command cannot be carried out; the message says why.</summary>
internal sealed class ToolException(string message, Exception? inner = null) : Exception(message, inner);
