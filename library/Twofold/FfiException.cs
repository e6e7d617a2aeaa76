namespace Twofold;

/// <summary>The error of an exported method: the caller gets status ERROR and this message, on both ABIs.</summary>
/// <param name="message">What went wrong, for the caller to read.</param>
public sealed class FfiException(string message) : Exception(message);
