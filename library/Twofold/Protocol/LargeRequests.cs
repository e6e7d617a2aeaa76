namespace Twofold.Protocol;

/// <summary>
/// Runs the large requests of all connections of a server on the thread pool, in the order in which they came, and leaves a
/// processor to everything else. Thread-safe.
/// </summary>
/// <param name="costs">Which requests are large.</param>
/// <param name="mostAtOnce">How many run at the same time.</param>
internal sealed class LargeRequests(RequestCosts costs, int mostAtOnce)
{
    private readonly Queue<LargeRequest> _waiting = [];
    private int _running;

    /// <summary>Which requests are large.</summary>
    public RequestCosts Costs => costs;

    /// <summary>Runs it as soon as there is room.</summary>
    public void Enqueue(LargeRequest request)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(request);
            if (_running == mostAtOnce)
                return;

            _running++;
        }

        Schedule();
    }

    /// <summary>Runs one, and goes to the end of the pool's queue before the next, so that other work is not held up.</summary>
    private void RunNext()
    {
        LargeRequest? next;
        lock (_waiting)
        {
            if (!_waiting.TryDequeue(out next))
            {
                _running--;
                return;
            }
        }

        next.Run();
        Schedule();
    }

    private void Schedule() => ThreadPool.UnsafeQueueUserWorkItem(static requests => requests.RunNext(), this, preferLocal: false);
}
