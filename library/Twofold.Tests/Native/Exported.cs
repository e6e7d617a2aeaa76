using FixturesLibrary.Ffi;

namespace Twofold.Tests.Native;

/// <summary>The fixtures' exports as C sees them: function pointers.</summary>
internal static unsafe class Exported
{
    public static delegate* unmanaged<nint, delegate* unmanaged<Status, byte*, void*, void>, void*, Status> Touch => &FixturesExports.Touch;

    public static delegate* unmanaged<nint, Status> TouchSync => &FixturesExports.TouchSync;

    public static delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> TouchCbor => &FixturesExports.TouchCbor;

    public static delegate* unmanaged<nint, Status> TouchNowSync => &FixturesExports.TouchNowSync;

    public static delegate* unmanaged<nint, int, delegate* unmanaged<Status, int, byte*, void*, void>, void*, Status> KeepInt32 => &FixturesExports.KeepInt32;

    public static delegate* unmanaged<nint, int, int*, Status> KeepInt32Sync => &FixturesExports.KeepInt32Sync;

    public static delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> KeepInt32Cbor => &FixturesExports.KeepInt32Cbor;

    public static delegate* unmanaged<int, delegate* unmanaged<Status, int, byte*, void*, void>, void*, Status> Twice => &FixturesExports.Twice;

    public static delegate* unmanaged<int, int*, Status> TwiceSync => &FixturesExports.TwiceSync;

    public static delegate* unmanaged<nint, PointStruct*, delegate* unmanaged<Status, KeepOptionalPointReplyStruct*, byte*, void*, void>, void*, Status> KeepOptionalPoint => &FixturesExports.KeepOptionalPoint;

    public static delegate* unmanaged<nint, PointStruct*, KeepOptionalPointReplyStruct*, Status> KeepOptionalPointSync => &FixturesExports.KeepOptionalPointSync;

    public static delegate* unmanaged<nint, ScalarsStruct*, ScalarsStruct*, Status> KeepScalarsSync => &FixturesExports.KeepScalarsSync;

    public static delegate* unmanaged<nint, byte*, byte**, Status> KeepTextSync => &FixturesExports.KeepTextSync;

    public static delegate* unmanaged<nint, delegate* unmanaged<Status, long, byte*, void*, void>, void*, Status> Pass => &FixturesExports.Pass;

    public static delegate* unmanaged<nint, long*, Status> PassSync => &FixturesExports.PassSync;

    public static delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> PassCbor => &FixturesExports.PassCbor;

    public static delegate* unmanaged<nint, byte*, nint*, Status> OpenSessionSync => &FixturesExports.OpenSessionSync;

    public static delegate* unmanaged<nint, long, long*, Status> SessionAddSync => &FixturesExports.SessionAddSync;

    public static delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> SessionAddCbor => &FixturesExports.SessionAddCbor;

    public static delegate* unmanaged<nint, Status> SessionRelease => &FixturesExports.SessionRelease;

    public static delegate* unmanaged<nint, delegate* unmanaged<OnPassedEventStruct*, void*, void>, void*, ulong*, Status> AddOnPassedListener => &FixturesExports.AddOnPassedListener;

    public static delegate* unmanaged<nint, byte*, delegate* unmanaged<byte*, nuint, void*, void>, void*, ulong*, Status> AddListenerCbor => &FixturesExports.AddListenerCbor;
}
