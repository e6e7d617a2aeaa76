using Twofold.Calls;

namespace Twofold.Protocol;

/// <summary>The connections of one server: they share a budget and the running of large requests, and each has a number. Thread-safe.</summary>
/// <param name="service">Answers the requests.</param>
/// <param name="options">The limits of each peer.</param>
/// <param name="token">What each peer must present first; null if nothing.</param>
/// <param name="costs">Which requests are large.</param>
internal sealed class Connections(Service service, ServerOptions options, Token? token, RequestCosts costs)
{
    private readonly Budget _budget = new(options.MaxTotalBytes, options.MaxPendingCalls);
    private readonly LargeRequests _largeRequests = new(costs, Math.Max(1, Environment.ProcessorCount - 1));
    private int _last;

    /// <summary>Starts the connection of a peer.</summary>
    /// <param name="wake">Asks the transport to call <see cref="Connection.Collect"/>; called by any thread.</param>
    public Connection Open(Action wake) => new(service, options, _budget, _largeRequests, wake) { Number = Interlocked.Increment(ref _last), Token = token };
}
