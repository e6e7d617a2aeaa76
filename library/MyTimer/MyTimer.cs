using Twofold;

namespace MyTimerLibrary;

/// <summary>A timer that echoes messages after a delay and schedules jobs.</summary>
[FfiLibrary("my_timer")]
public sealed class MyTimer : IAsyncDisposable
{
    /// <summary>The longest delay that <see cref="EchoAsync"/> accepts, in milliseconds.</summary>
    [Ffi] public const long MaxDelayMs = 5_000;

    /// <summary>The pause before a retry when a job names none, in milliseconds.</summary>
    [Ffi] public const uint DefaultBackoffMs = 250;

    /// <summary>The name and version that <see cref="Version"/> answers.</summary>
    [Ffi] public const string TimerVersion = "csharp-timer v0.1.0";

    private readonly string _name;
    private long _echoCount;

    private MyTimer(string name) => _name = name;

    /// <summary>Fires each time an echo is answered.</summary>
    [Ffi] public event Action<EchoEvent>? OnEchoFired;

    /// <summary>Fires each time a job is accepted.</summary>
    [Ffi] public event Action<JobEvent>? OnJobScheduled;

    /// <summary>Makes a timer.</summary>
    /// <param name="config">How the timer is called.</param>
    [Ffi]
    public static ValueTask<MyTimer> CreateAsync(Config config)
    {
        if (config.Name.Length == 0)
            throw new FfiException("config.name must not be empty");

        return new ValueTask<MyTimer>(new MyTimer(config.Name));
    }

    /// <summary>The name and version of this kind of timer.</summary>
    [Ffi] public string Version() => TimerVersion;

    /// <summary>The name and version of the library; needs no timer.</summary>
    [Ffi] public static string LibVersion() => "my_timer 0.1.0";

    /// <summary>Answers the message after a delay, and fires <see cref="OnEchoFired"/>.</summary>
    /// <param name="req">The message, and how long to wait.</param>
    /// <param name="cancel">Ends the wait early.</param>
    [Ffi]
    public async ValueTask<EchoResponse> EchoAsync(EchoRequest req, CancellationToken cancel)
    {
        if (req.DelayMs is < 0 or > MaxDelayMs)
            throw new FfiException($"delayMs must be between 0 and {MaxDelayMs}, got {req.DelayMs}");

        if (req.DelayMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(req.DelayMs), cancel);

        _echoCount++;
        OnEchoFired?.Invoke(new EchoEvent(req.Message, _echoCount));
        return new EchoResponse(req.Message, _name);
    }

    /// <summary>Summarizes a request that has lists and optional members.</summary>
    /// <param name="req">What to summarize.</param>
    [Ffi]
    public ComplexResponse Complex(ComplexRequest req)
    {
        var note = req.Note ?? "<none>";
        var summary = $"received {req.Messages.Count} messages, note={note}, retries={req.Retries ?? 0}";
        return new ComplexResponse(summary, req.Messages.Count, req.Note is not null);
    }

    /// <summary>Plans a job, and fires <see cref="OnJobScheduled"/>.</summary>
    /// <param name="job">What runs.</param>
    /// <param name="retry">What happens when it fails.</param>
    /// <param name="schedule">When it runs.</param>
    [Ffi]
    public ScheduleResult Schedule(JobSpec job, RetryPolicy retry, ScheduleConfig schedule)
    {
        if (job.Name.Length == 0)
            throw new FfiException("job.name must not be empty");
        if (retry.MaxAttempts <= 0)
            throw new FfiException($"retry.maxAttempts must be positive, got {retry.MaxAttempts}");

        var backoffMs = retry.BackoffMs > 0 ? retry.BackoffMs : DefaultBackoffMs;
        var result = new ScheduleResult(
            JobId: $"{_name}:{job.Name}",
            WillRunCount: schedule.IntervalMs > 0 ? Math.Max(1, 60_000 / schedule.IntervalMs) : 1,
            FirstRunAtMs: schedule.StartAtMs + (schedule.Jitter ?? 0),
            EffectiveBackoffMs: job.Priority switch
            {
                Priority.High => backoffMs / 2,
                Priority.Low => backoffMs * 2,
                _ => backoffMs,
            },
            job.Priority);

        OnJobScheduled?.Invoke(new JobEvent(result.JobId, result.WillRunCount));
        return result;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
