using Twofold.Calls;
using Twofold.Protocol.Control;

namespace Twofold.Protocol;

public sealed partial class Connection
{
    private readonly ExecutorLease _lease = new();
    private readonly LargeRequests? _largeRequests;

    // The input begins with it, and is neither consumed nor moved until it has started: another thread reads it there.
    private LargeRequest? _large;

    // How long the large request is that was found and is not in the input yet, or was not given away yet.
    private int _largeSize;
    private int _largeMethodLength;

    // Those that had arrived behind a large one before the connection was stopped are answered, as they would be without it.
    private bool _answersRest;

    /// <summary>What the requests of one read share, so that they enter the executor together; null for one on another thread.</summary>
    internal ExecutorLease? Lease { get; private set; }

    private bool HasLarge => _largeSize > 0;

    /// <summary>
    /// Appends to the input. Once a quarter of its first request is there it gets room for all of it, and no more: a buffer that doubles is
    /// copied more often, and ends up to twice as large.
    /// </summary>
    private void AppendInput(ReadOnlySpan<byte> bytes)
    {
        if (_input.Room < bytes.Length)
        {
            var size = Frame.MeasureAnnounced(_input.Span, _limits);
            if (size > _input.Length + bytes.Length && size / 4 <= _input.Length)
                _input.EnsureCapacity(size);
        }

        _input.Append(bytes);
    }

    /// <summary>Decodes the request and starts its call, on another thread than the connection's. Never throws.</summary>
    internal void Run(LargeRequest request)
    {
        t_running = this;
        var costs = _largeRequests!.Costs;
        var began = costs.Now;
        try
        {
            Handle(request.Frame, request.MethodLength, request);
        }
        catch (Exception)
        {
            // Not even its failure could be written: the peer would wait for ever.
            Abandon();
        }

        costs.Add(request.Frame.Length, costs.Now - began);
        t_running = null;
    }

    /// <summary>Runs a request that may take long; false if those behind it must wait until it has started on another thread.</summary>
    private bool TryHandleLong(ReadOnlySpan<byte> request, int methodLength)
    {
        // The server's own methods belong to the connection's thread.
        if (_largeRequests is not { Costs: var costs } || ControlMethods.Has(Frame.MethodOf(request, methodLength)))
        {
            Handle(request, methodLength);
            return true;
        }

        if (costs.AreSlow(request.Length))
        {
            _largeSize = request.Length;
            _largeMethodLength = methodLength;
            return false;
        }

        var began = costs.Now;
        Handle(request, methodLength);
        costs.Add(request.Length, costs.Now - began);
        return true;
    }

    /// <summary>Gives the large request at the start of the input to another thread.</summary>
    private void StartLarge()
    {
        if (!HasLarge || _large is not null)
            return;

        var frame = _input.Memory[.._largeSize];
        BeginRequest(Frame.MethodOf(frame.Span, _largeMethodLength));
        var sink = new ConnectionSink(this);
        sink.Defer();
        Lease = null;
        _large = new LargeRequest(this, frame, _largeMethodLength, sink);
        _largeRequests!.Enqueue(_large);
    }

    /// <summary>Goes on behind the large request once its call has started.</summary>
    private void TakeBackInput()
    {
        if (_large is not { HasStarted: true })
            return;

        _input.Consume(_largeSize);
        _large = null;
        _largeSize = 0;
        Lease = _lease;
    }
}
