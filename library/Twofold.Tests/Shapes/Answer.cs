using Twofold.Native;

namespace Twofold.Tests.Shapes;

/// <summary>How a call ended: the value, written out, or the failure's message.</summary>
internal sealed record Answer(Status Status, string Text)
{
    /// <summary>The call has returned this.</summary>
    public static Answer Of(object? value) => new(Status.Ok, Canonical.Of(value));

    /// <summary>The call was refused on this thread.</summary>
    public static unsafe Answer Refused(Status status) => new(status, NativeText.Read(LastError.Get(), "last_error"));

    public override string ToString() => $"{Status} {Text}";
}
