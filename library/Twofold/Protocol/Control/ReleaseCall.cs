using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol.Control;

/// <summary><c>$release {"handle": uint}</c> answers null when the object has been disposed of.</summary>
internal readonly struct ReleaseCall(ulong handle) : IControlCall<ReleaseCall>
{
    /// <inheritdoc/>
    public static ReleaseCall Read(ref CborReader reader) => new(CborHandle.Read(ref reader));

    /// <inheritdoc/>
    public CallError Run(Connection connection, ref ConnectionSink sink)
    {
        if (connection.Objects.Release(handle) is not { } release)
            return CborHandle.Unknown(handle);

        if (release.IsCompleted)
        {
            ControlMethods.Confirm(ref sink);
            return default;
        }

        sink.Defer();
        var confirmation = sink;
        release.ContinueWith(
            _ => ConfirmLater(ref confirmation), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return default;
    }

    private static void ConfirmLater(ref ConnectionSink sink)
    {
        try
        {
            ControlMethods.Confirm(ref sink);
        }
        catch (OutOfMemoryException e)
        {
            var error = CallError.From(e);
            sink.Fail(error.Status, error.Message);
        }
    }
}
