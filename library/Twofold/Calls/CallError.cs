using Twofold.Logging;
using Twofold.Text;

namespace Twofold.Calls;

/// <summary>Why a call failed, or <c>default</c> if it did not.</summary>
public readonly record struct CallError
{
    // A single reference, so that every call returns it in a register.
    private readonly Reason? _reason;

    /// <param name="status">What went wrong.</param>
    /// <param name="message">The text for the caller.</param>
    public CallError(Status status, string message) => _reason = new Reason(status, message);

    /// <summary>Whether there is an error.</summary>
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
        _ => Unhandled(exception),
    };

    /// <summary>The outcome of a call whose result could not be written because of this exception.</summary>
    public static CallError FromResult(Exception exception)
    {
        // Results are written without null checks: a null inside one raises this exception.
        if (exception is not NullReferenceException)
            return From(exception);

        Log.Write(LogLevel.Error, LogLimit.Failures, "a method returned null where its result has a value", exception);
        return new CallError(Status.Internal, "the method returned null, or a null inside its result, where the contract has a value");
    }

    /// <summary>A callback is NULL.</summary>
    public static CallError MissingCallback => new(Status.MissingCallback, "the callback is NULL");

    /// <summary>No method has the name; <see cref="Naming"/> adds it.</summary>
    public static CallError UnknownMethod => new(Status.UnknownMethod, "unknown method");

    /// <summary>No event has the name.</summary>
    public static CallError UnknownEvent(string name, string known) =>
        new(Status.InvalidArgument, $"unknown event \"{Printable.Shorten(name)}\"; the events are {known}");

    /// <summary>The outcome of a call whose context was destroyed before it ended.</summary>
    public static CallError Cancelled => new(Status.Cancelled, "the call was cancelled");

    /// <summary>The outcome of a call on a destroyed context.</summary>
    public static CallError Destroyed => new(Status.InvalidHandle, "the handle was destroyed");

    /// <summary>The caller, or all callers together, make the library hold too much.</summary>
    public static CallError Exhausted(Account account) => new(Status.Unavailable, account.Reason);

    /// <summary>The same error, with the method's name in its message if the method is unknown.</summary>
    public CallError Naming(ReadOnlySpan<byte> method) => Status == Status.UnknownMethod
        ? new CallError(Status.UnknownMethod, $"unknown method \"{Printable.Shorten(method)}\"")
        : this;

    private static CallError Unhandled(Exception exception)
    {
        Log.Write(LogLevel.Error, LogLimit.Failures, "unhandled exception in a method", exception);
        try
        {
            return new CallError(Status.Internal, $"{exception.GetType().Name}: {exception.Message}");
        }
        catch (Exception)
        {
            // The author may have overridden Message with code that throws.
            return new CallError(Status.Internal, exception.GetType().Name);
        }
    }

    private sealed record Reason(Status Status, string Message);
}
