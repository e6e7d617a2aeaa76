using System.Formats.Cbor;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>System.Formats.Cbor, whose refusals are exceptions.</summary>
internal static class Oracle
{
    /// <summary>Whether it accepts the bytes as one well-formed item.</summary>
    public static bool Accepts(byte[] bytes) => !Refuses(bytes, 0, CborConformanceMode.Lax, reader =>
    {
        reader.SkipValue(disableConformanceModeChecks: true);
        if (reader.BytesRemaining > 0)
            throw new CborContentException("trailing bytes");
    });

    /// <summary>Whether it refuses to read the item that begins at the offset.</summary>
    public static bool Refuses(byte[] bytes, int start, CborConformanceMode mode, Action<CborReader> read)
    {
        try
        {
            read(new CborReader(bytes.AsMemory(start), mode, allowMultipleRootLevelValues: true));
            return false;
        }
        catch (Exception e) when (e is CborContentException or OverflowException or InvalidOperationException)
        {
            return true;
        }
    }
}
