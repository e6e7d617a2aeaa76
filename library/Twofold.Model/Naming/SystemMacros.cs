using System.Collections.Generic;

namespace Twofold.Model.Naming;

/// <summary>Names in PascalCase that system headers define as macros: those of X11, of <c>winbase.h</c> and of macOS's <c>AssertMacros.h</c>.</summary>
public static class SystemMacros
{
    private static readonly HashSet<string> s_all =
    [
        .. """
            Above AllHints AllPlanes AllTemporary AllValues AllocAll AllocNone AllowExposures AlreadyGrabbed Always AnyButton AnyKey
            AnyModifier AnyPropertyType ArcChord ArcPieSlice AsyncBoth AsyncKeyboard AsyncPointer AutoRepeatModeDefault
            AutoRepeatModeOff AutoRepeatModeOn BadAccess BadAlloc BadAtom BadColor BadCursor BadDrawable BadFont BadGC BadIDChoice
            BadImplementation BadLength BadMatch BadName BadPixmap BadRequest BadValue BadWindow Below BitmapBitOrder
            BitmapFileInvalid BitmapNoMemory BitmapOpenFailed BitmapPad BitmapSuccess BitmapUnit BlackPixel BlackPixelOfScreen Bool
            BottomIf Button1 Button1Mask Button1MotionMask Button2 Button2Mask Button2MotionMask Button3 Button3Mask Button3MotionMask
            Button4 Button4Mask Button4MotionMask Button5 Button5Mask Button5MotionMask ButtonMotionMask ButtonPress ButtonPressMask
            ButtonRelease ButtonReleaseMask CapButt CapNotLast CapProjecting CapRound CellsOfScreen CenterGravity Check
            CirculateNotify CirculateRequest ClientMessage ClipByChildren ColormapChangeMask ColormapInstalled ColormapNotify
            ColormapUninstalled Complex ConfigureNotify ConfigureRequest ConnectionNumber ControlMapIndex ControlMask Convex
            CoordModeOrigin CoordModePrevious CopyFromParent CreateNotify CurrentTime CursorShape Debugger DefaultBlanking
            DefaultColormap DefaultColormapOfScreen DefaultDepth DefaultDepthOfScreen DefaultExposures DefaultGC DefaultGCOfScreen
            DefaultRootWindow DefaultScreen DefaultScreenOfDisplay DefaultVisual DefaultVisualOfScreen DestroyAll DestroyNotify
            DirectColor DisableAccess DisableScreenInterval DisableScreenSaver DisplayCells DisplayHeight DisplayHeightMM
            DisplayOfScreen DisplayPlanes DisplayString DisplayWidth DisplayWidthMM DoBlue DoGreen DoRed DoesBackingStore
            DoesSaveUnders DontAllowExposures DontCareState DontPreferBlanking EastGravity EnableAccess EnterNotify EnterWindowMask
            EvenOddRule EventMaskOfScreen Expose ExposureMask False FamilyChaos FamilyDECnet FamilyInternet FamilyInternet6
            FamilyServerInterpreted FillOpaqueStippled FillSolid FillStippled FillTiled FirstExtensionError FocusChangeMask FocusIn
            FocusOut FontChange FontLeftToRight FontRightToLeft ForgetGravity GenericEvent GrabFrozen GrabInvalidTime GrabModeAsync
            GrabModeSync GrabNotViewable GrabSuccess GraphicsExpose GravityNotify GrayScale HeightMMOfScreen HeightOfScreen
            HeightValue HostDelete HostInsert IconMaskHint IconPixmapHint IconPositionHint IconWindowHint IconicState ImageByteOrder
            InactiveState IncludeInferiors InputFocus InputHint InputOnly InputOutput IsCursorKey IsFunctionKey IsKeypadKey
            IsMiscFunctionKey IsModifierKey IsPFKey IsPrivateKeypadKey IsUnmapped IsUnviewable IsViewable JoinBevel JoinMiter
            JoinRound KeyPress KeyPressMask KeyRelease KeyReleaseMask KeymapNotify KeymapStateMask LastExtensionError
            LastKnownRequestProcessed LeaveNotify LeaveWindowMask LedModeOff LedModeOn LineDoubleDash LineOnOffDash LineSolid
            LockMapIndex LockMask LowerHighest MapNotify MapRequest MappingBusy MappingFailed MappingKeyboard MappingModifier
            MappingNotify MappingPointer MappingSuccess MaxCmapsOfScreen MinCmapsOfScreen Mod1MapIndex Mod1Mask Mod2MapIndex Mod2Mask
            Mod3MapIndex Mod3Mask Mod4MapIndex Mod4Mask Mod5MapIndex Mod5Mask MotionNotify NextRequest NoEventMask NoExpose NoSymbol
            NoValue Nonconvex None NormalState NorthEastGravity NorthGravity NorthWestGravity NotUseful NotifyAncestor
            NotifyDetailNone NotifyGrab NotifyHint NotifyInferior NotifyNonlinear NotifyNonlinearVirtual NotifyNormal NotifyPointer
            NotifyPointerRoot NotifyUngrab NotifyVirtual NotifyWhileGrabbed Opposite OwnerGrabButtonMask ParentRelative PlaceOnBottom
            PlaceOnTop PlanesOfScreen PointerMotionHintMask PointerMotionMask PointerRoot PointerWindow PreferBlanking PropModeAppend
            PropModePrepend PropModeReplace PropertyChangeMask PropertyDelete PropertyNewValue PropertyNotify ProtocolRevision
            ProtocolVersion PseudoColor QueuedAfterFlush QueuedAfterReading QueuedAlready RaiseLowest RectangleIn RectangleOut
            RectanglePart ReleaseByFreeingColormap ReparentNotify ReplayKeyboard ReplayPointer ResizeRedirectMask ResizeRequest
            RetainPermanent RetainTemporary RevertToNone RevertToParent RevertToPointerRoot RootWindow RootWindowOfScreen ScreenCount
            ScreenOfDisplay ScreenSaverActive ScreenSaverReset SelectionClear SelectionNotify SelectionRequest ServerVendor
            SetModeDelete SetModeInsert ShiftMapIndex ShiftMask SouthEastGravity SouthGravity SouthWestGravity StateHint StaticColor
            StaticGravity StaticGray Status StippleShape StructureNotifyMask SubstructureNotifyMask SubstructureRedirectMask Success
            SyncBoth SyncKeyboard SyncPointer TileShape TopIf True TrueColor UnmapGravity UnmapNotify Unsorted VendorRelease Verify
            VisibilityChangeMask VisibilityFullyObscured VisibilityNotify VisibilityPartiallyObscured VisibilityUnobscured
            VisualAllMask VisualBitsPerRGBMask VisualBlueMaskMask VisualClassMask VisualColormapSizeMask VisualDepthMask
            VisualGreenMaskMask VisualIDMask VisualNoMask VisualRedMaskMask VisualScreenMask WestGravity WhenMapped WhitePixel
            WhitePixelOfScreen WidthMMOfScreen WidthOfScreen WidthValue WindingRule WindowGroupHint WithdrawnState
            XlibSpecificationRelease Yield ZoomState
            """.Split([' ', '\n'], System.StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Whether a C++ header has to undefine the macro temporarily to use the name.</summary>
    public static bool Contains(string name) => s_all.Contains(name);
}
