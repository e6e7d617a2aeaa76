using Twofold.Logging;

namespace Twofold.Calls;

/// <summary>Why something failed, or <c>default</c> if it did not.</summary>
public readonly record struct CallError
{
    // One reference, so that it is returned in one register: every call returns one.
    private readonly Reason? _reason;

    /// <param name="status">What went wrong.</param>
    /// <param name="message">The text for the caller.</param>
    public CallError(Status status, string message) => _reason = new Reason(status, message);

    /// <summary>Whether there is a refusal.</summary>
    public bool Exists => _reason is not null;

    /// <summary>OK, or what went wrong.</summary>
    public Status Status => _reason?.Status ?? Status.Ok;

    /// <summary>The text for the caller; empty if nothing went wrong.</summary>
    public string Message => _reason?.Message ?? "";

    /// <summary>The outcome of a call that ended with this exception.</summary>
    public static CallError From(Exception exception) => exception switch
    {
        FfiException e => new CallError(Status.Error, e.Message),
        StatusException e => new CallError(e.Status, e.Message),
        OperationCanceledException => Cancelled,
        _ => Unforeseen(exception),
    };

    /// <summary>A callback is NULL.</summary>
    public static CallError MissingCallback => new(Status.MissingCallback, "the callback is NULL");

    /// <summary>No method has the name; <see cref="Naming"/> says which.</summary>
    public static CallError UnknownMethod => new(Status.UnknownMethod, "unknown method");

    /// <summary>No event has the name.</summary>
    public static CallError UnknownEvent(string name, string known) =>
        new(Status.InvalidArgument, $"unknown event \"{Cbor.CborPath.Shorten(name)}\"; the events are {known}");

    /// <summary>The outcome of a call whose context was destroyed before it ended.</summary>
    public static CallError Cancelled => new(Status.Cancelled, "the call was cancelled");

    /// <summary>The outcome of a call on a context that is gone.</summary>
    public static CallError Destroyed => new(Status.InvalidHandle, "the handle was destroyed");

    /// <summary>The same refusal, with the method's name in its message if that is what is unknown.</summary>
    public CallError Naming(ReadOnlySpan<byte> method) => Status == Status.UnknownMethod
        ? new CallError(Status.UnknownMethod, $"unknown method \"{Cbor.CborReader.Show(method)}\"")
        : this;

    private static CallError Unforeseen(Exception exception)
    {
        Log.Write(LogLevel.Error, "a method failed unforeseen", exception);
        try
        {
            return new CallError(Status.Internal, $"{exception.GetType().Name}: {exception.Message}");
        }
        catch (Exception)
        {
            // The author may have overridden the message, with code that fails too.
            return new CallError(Status.Internal, exception.GetType().Name);
        }
    }

    private sealed record Reason(Status Status, string Message);
}
