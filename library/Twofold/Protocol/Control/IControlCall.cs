using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol.Control;

/// <summary>One call of one of the server's own methods: its arguments, read like those of any other method.</summary>
internal interface IControlCall<TSelf> : ICborCall<TSelf>
    where TSelf : struct, IControlCall<TSelf>
{
    /// <summary>Runs on the connection's thread. The outcome goes to the sink, unless this returns an error.</summary>
    CallError Run(Connection connection, ref ConnectionSink sink);
}
