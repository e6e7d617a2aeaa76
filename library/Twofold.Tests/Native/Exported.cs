using Twofold.Generated.fixtures;

namespace Twofold.Tests.Native;

/// <summary>The fixtures' exports as C sees them: function pointers.</summary>
internal static unsafe class Exported
{
    public static delegate* unmanaged<nint, delegate* unmanaged<Status, byte*, void*, void>, void*, Status> Touch => &FixturesExports.fixtures_touch;

    public static delegate* unmanaged<nint, Status> TouchSync => &FixturesExports.fixtures_touch_sync;

    public static delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> TouchCbor => &FixturesExports.fixtures_touch_cbor;

    public static delegate* unmanaged<nint, Status> TouchNowSync => &FixturesExports.fixtures_touch_now_sync;

    public static delegate* unmanaged<nint, int, delegate* unmanaged<Status, int, byte*, void*, void>, void*, Status> KeepInt32 => &FixturesExports.fixtures_keep_int32;

    public static delegate* unmanaged<nint, int, int*, Status> KeepInt32Sync => &FixturesExports.fixtures_keep_int32_sync;

    public static delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> KeepInt32Cbor => &FixturesExports.fixtures_keep_int32_cbor;

    public static delegate* unmanaged<int, delegate* unmanaged<Status, int, byte*, void*, void>, void*, Status> Twice => &FixturesExports.fixtures_twice;

    public static delegate* unmanaged<int, int*, Status> TwiceSync => &FixturesExports.fixtures_twice_sync;

    public static delegate* unmanaged<nint, PointStruct*, delegate* unmanaged<Status, KeepOptionalPointReplyStruct*, byte*, void*, void>, void*, Status> KeepOptionalPoint => &FixturesExports.fixtures_keep_optional_point;

    public static delegate* unmanaged<nint, PointStruct*, KeepOptionalPointReplyStruct*, Status> KeepOptionalPointSync => &FixturesExports.fixtures_keep_optional_point_sync;

    public static delegate* unmanaged<nint, ScalarsStruct*, ScalarsStruct*, Status> KeepScalarsSync => &FixturesExports.fixtures_keep_scalars_sync;

    public static delegate* unmanaged<nint, byte*, byte**, Status> KeepTextSync => &FixturesExports.fixtures_keep_text_sync;

    public static delegate* unmanaged<nint, delegate* unmanaged<Status, long, byte*, void*, void>, void*, Status> Pass => &FixturesExports.fixtures_pass;

    public static delegate* unmanaged<nint, long*, Status> PassSync => &FixturesExports.fixtures_pass_sync;

    public static delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> PassCbor => &FixturesExports.fixtures_pass_cbor;

    public static delegate* unmanaged<nint, byte*, nint*, Status> OpenSessionSync => &FixturesExports.fixtures_open_session_sync;

    public static delegate* unmanaged<nint, long, long*, Status> SessionAddSync => &FixturesExports.fixtures_session_add_sync;

    public static delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> SessionAddCbor => &FixturesExports.fixtures_session_add_cbor;

    public static delegate* unmanaged<nint, Status> SessionRelease => &FixturesExports.fixtures_session_release;

    public static delegate* unmanaged<nint, delegate* unmanaged<OnPassedEventStruct*, void*, void>, void*, ulong*, Status> AddOnPassedListener => &FixturesExports.fixtures_add_on_passed_listener;

    public static delegate* unmanaged<nint, byte*, delegate* unmanaged<byte*, nuint, void*, void>, void*, ulong*, Status> AddListenerCbor => &FixturesExports.fixtures_add_listener_cbor;
}
