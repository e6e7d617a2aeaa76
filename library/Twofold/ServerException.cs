namespace Twofold;

/// <summary>The server cannot start; the message names the address and the cure.</summary>
public sealed class ServerException(string message) : StatusException(Status.Unavailable, message);
