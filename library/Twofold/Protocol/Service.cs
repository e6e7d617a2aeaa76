using Twofold.Calls;

namespace Twofold.Protocol;

/// <summary>What a server serves: one context of a library. Generated for each library; thread-safe.</summary>
public abstract class Service
{
    /// <summary>The library's name in snake_case, which begins all its symbols.</summary>
    public abstract string Library { get; }

    /// <summary>The version of the library's assembly.</summary>
    public abstract string Version { get; }

    /// <summary>The wire names of the events, separated by ", ".</summary>
    public abstract string EventNames { get; }

    /// <summary>Decodes a request and starts the call; the outcome goes to the sink unless this refuses.</summary>
    public abstract CallError Call(ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref ConnectionSink sink);

    /// <summary>Has an event pushed to the connection; the listener's id, or null if there is no such event.</summary>
    public abstract ulong? Subscribe(string eventName, Connection connection);

    /// <summary>Disposes of an object that a reply has handed out; the task ends when that is done, and never fails.</summary>
    public abstract Task ReleaseAsync(object target);

    /// <summary>Ends what <see cref="Subscribe"/> has begun.</summary>
    public abstract void Unsubscribe(ulong listener);
}
