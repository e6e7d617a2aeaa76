using Twofold.Cbor;

namespace Twofold.Native;

/// <summary>The zeroed place that a result is written to.</summary>
public readonly ref struct NativePlace<TNative>(ref TNative value, IObjectKeeper? objects)
    where TNative : unmanaged
{
    /// <summary>The place.</summary>
    public readonly ref TNative Value = ref value;

    /// <summary>Gives objects their handles; null if the result is not one.</summary>
    public IObjectKeeper? Objects { get; } = objects;
}
