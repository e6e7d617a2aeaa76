namespace Twofold.Hosting;

/// <summary>A second signal has ended the drain: calls are left that the host had better not wait for.</summary>
internal sealed class DrainCutException() : StatusException(Status.Cancelled, "a second signal has ended the drain");
