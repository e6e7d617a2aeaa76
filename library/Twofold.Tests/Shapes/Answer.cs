using Twofold.Native;

namespace Twofold.Tests.Shapes;

/// <summary>The outcome of a call: the value in canonical notation, or the error message.</summary>
internal sealed record Answer(Status Status, string Text)
{
    /// <summary>The call returned this value.</summary>
    public static Answer Of(object? value) => new(Status.Ok, Canonical.Of(value));

    /// <summary>The call was refused; the message is this thread's last error.</summary>
    public static unsafe Answer Refused(Status status) => new(status, NativeText.Read(LastError.Get(), "last_error"));

    public override string ToString() => $"{Status} {Text}";
}
