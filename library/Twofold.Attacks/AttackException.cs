namespace Twofold.Attacks;

/// <summary>A server cannot be attacked, or a healthy call failed; the message says why.</summary>
internal sealed class AttackException(string message, Exception? inner = null) : Exception(message, inner);
