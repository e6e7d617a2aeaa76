namespace Twofold.Bindings;

/// <summary>The tool cannot do what it was asked for; the message says why.</summary>
internal sealed class BindingsException(string message) : Exception(message);
