using Twofold.Logging;
using Twofold.Text;

namespace Twofold.Calls;

/// <summary>Why a call failed, or <c>default</c> if it did not.</summary>
public readonly record struct CallError
{
    // There is memory to report that there is none.
    private static readonly Reason s_noMemory = new(Status.Internal, "OutOfMemoryException: memory has run out");

    // A single reference, so that every call returns it in a register.
    private readonly Reason? _reason;

    /// <summary>An error; if there is no memory for it, another one: <see cref="NoMemory"/>.</summary>
    /// <param name="status">What went wrong.</param>
    /// <param name="message">The text for the caller.</param>
    public CallError(Status status, string message) => _reason = Make(status, message);

    private CallError(Reason reason) => _reason = reason;

    /// <summary>Whether there is an error.</summary>
    public bool Exists => _reason is not null;

    /// <summary>OK, or what went wrong.</summary>
    public Status Status => _reason?.Status ?? Status.Ok;

    /// <summary>The text for the caller; empty if nothing went wrong.</summary>
    public string Message => _reason?.Message ?? "";

    /// <summary>The outcome of a call that ended with this exception. Needs no memory if there is none.</summary>
    public static CallError From(Exception exception)
    {
        try
        {
            return exception switch
            {
                FfiException e => new CallError(Status.Error, e.Message),
                StatusException e => new CallError(e.Status, e.Message),
                OperationCanceledException => Cancelled,
                _ => Unhandled(exception),
            };
        }
        catch (OutOfMemoryException)
        {
            return NoMemory;
        }
    }

    /// <summary>The outcome of a call whose result could not be written because of this exception.</summary>
    public static CallError FromResult(Exception exception)
    {
        // Results are written without null checks: a null inside one raises this exception.
        if (exception is not NullReferenceException)
            return From(exception);

        Log.Write(LogLevel.Error, LogLimit.Failures, "a method returned null where its result has a value", exception);
        return NullResult;
    }

    /// <summary>Makes what is needed to report that there is no memory, while there is some.</summary>
    internal static void Prepare() => GC.KeepAlive(s_noMemory);

    /// <summary>Memory has run out.</summary>
    public static CallError NoMemory => new(s_noMemory);

    /// <summary>A callback is NULL.</summary>
    public static CallError MissingCallback { get; } = new(Status.MissingCallback, "the callback is NULL");

    /// <summary>No method has the name; <see cref="Naming"/> adds it.</summary>
    public static CallError UnknownMethod { get; } = new(Status.UnknownMethod, "unknown method");

    /// <summary>No event has the name.</summary>
    public static CallError UnknownEvent(string name, string known) =>
        new(Status.InvalidArgument, $"unknown event \"{Printable.Shorten(name)}\"; the events are {known}");

    /// <summary>The outcome of a call whose context was destroyed before it ended.</summary>
    public static CallError Cancelled { get; } = new(Status.Cancelled, "the call was cancelled");

    /// <summary>The outcome of a call on a destroyed context.</summary>
    public static CallError Destroyed { get; } = new(Status.InvalidHandle, "the handle was destroyed");

    /// <summary>The caller, or all callers together, make the library hold too much.</summary>
    public static CallError Exhausted(Account account) => new(Status.Unavailable, account.Reason);

    /// <summary>The same error, with the method's name in its message if the method is unknown.</summary>
    public CallError Naming(ReadOnlySpan<byte> method) => Status == Status.UnknownMethod
        ? new CallError(Status.UnknownMethod, $"unknown method \"{Printable.Shorten(method)}\"")
        : this;

    private static CallError NullResult { get; } =
        new(Status.Internal, "the method returned null, or a null inside its result, where the contract has a value");

    private static Reason Make(Status status, string message)
    {
        try
        {
            return new Reason(status, message);
        }
        catch (OutOfMemoryException)
        {
            return s_noMemory;
        }
    }

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
