namespace Twofold.Cbor;

/// <summary>Keeps the objects that replies return, under numbers that later requests refer to. Thread-safe.</summary>
public interface IObjectKeeper
{
    /// <summary>Keeps an object and returns its number.</summary>
    /// <exception cref="FfiException">There is no room for another.</exception>
    ulong Keep(object target);

    /// <summary>The object with this number, or null.</summary>
    object? Find(ulong handle);
}
