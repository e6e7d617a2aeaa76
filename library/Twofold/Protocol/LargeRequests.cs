using Twofold.Waiting;

namespace Twofold.Protocol;

/// <summary>
/// Runs the large requests of all connections of a server on the thread pool, in the order in which they came, and leaves a
/// processor to everything else. Thread-safe.
/// </summary>
internal sealed class LargeRequests
{
    private readonly Queue<LargeRequest> _waiting = [];
    private readonly Stack<Runner> _idle = [];

    /// <param name="costs">Which requests are large.</param>
    /// <param name="mostAtOnce">How many run at the same time.</param>
    public LargeRequests(RequestCosts costs, int mostAtOnce)
    {
        Costs = costs;
        for (var i = 0; i < mostAtOnce; i++)
            _idle.Push(new Runner(this));
    }

    /// <summary>Which requests are large.</summary>
    public RequestCosts Costs { get; }

    /// <summary>Runs it as soon as there is room.</summary>
    public void Enqueue(LargeRequest request)
    {
        Runner? runner;
        lock (_waiting)
        {
            _waiting.Enqueue(request);
            _idle.TryPop(out runner);
        }

        runner?.Start();
    }

    /// <summary>The next request; null if there is none, and the runner is idle.</summary>
    private LargeRequest? TakeNext(Runner runner)
    {
        lock (_waiting)
        {
            if (_waiting.TryDequeue(out var next))
                return next;

            // It has been in the stack before, so there is room.
            _idle.Push(runner);
            return null;
        }
    }

    private sealed class Runner : IThreadPoolWorkItem
    {
        private readonly LargeRequests _requests;
        private readonly Handover _handover;

        public Runner(LargeRequests requests)
        {
            _requests = requests;
            _handover = new Handover(this);
        }

        public void Start() => _handover.Start();

        /// <summary>Runs one, and goes to the end of the pool's queue before the next, so that other work is not held up.</summary>
        public void Execute()
        {
            if (_requests.TakeNext(this) is not { } request)
                return;

            request.Run();
            Start();
        }
    }
}
