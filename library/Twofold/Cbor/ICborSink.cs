using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>Where the CBOR of a reply goes: a callback, or a connection.</summary>
public interface ICborSink : IReplySink<CborWriter>
{
    /// <summary>How deep arrays and maps of a request may nest.</summary>
    int MaxDepth { get; }

    /// <summary>Keeps the objects that replies return and requests refer to.</summary>
    IObjectKeeper? Objects { get; }
}
