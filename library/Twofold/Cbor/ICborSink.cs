using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>Where the CBOR of a reply goes: a callback, or a connection.</summary>
public interface ICborSink
{
    /// <inheritdoc cref="IReply{TResult}.Delivery"/>
    static abstract Delivery Delivery { get; }

    /// <summary>How deep arrays and maps of a request may nest.</summary>
    int MaxDepth { get; }

    /// <inheritdoc cref="IReply{TResult}.Lease"/>
    ExecutorLease? Lease { get; }

    /// <inheritdoc cref="IReply{TResult}.Defer"/>
    void Defer();

    /// <summary>The buffer that the reply's body is appended to.</summary>
    ByteBuffer Begin();

    /// <summary>Keeps the objects that replies return and requests name.</summary>
    IObjectKeeper? Objects { get; }

    /// <summary>The body is complete: delivers it.</summary>
    void Succeed();

    /// <summary>Delivers a failure; what has been appended is dropped.</summary>
    void Fail(Status status, string message);
}
