namespace MyTimerLibrary;

/// <summary>How a timer is set up.</summary>
/// <param name="Name">The timer's name; it comes back in every answer.</param>
public sealed record Config(string Name);

/// <summary>A message to echo.</summary>
/// <param name="Message">The text that comes back.</param>
/// <param name="DelayMs">How long to wait first, in milliseconds: 0 to MAX_DELAY_MS.</param>
public sealed record EchoRequest(string Message, long DelayMs);

/// <summary>An echoed message.</summary>
/// <param name="Echoed">The text of the request.</param>
/// <param name="TimerName">The name of the timer that answered.</param>
public sealed record EchoResponse(string Echoed, string TimerName);

/// <summary>A request with lists and optional members.</summary>
/// <param name="Messages">Any number of messages.</param>
/// <param name="Tags">Any number of tags.</param>
/// <param name="Note">A remark, or none.</param>
/// <param name="Retries">How often to retry, or none.</param>
public sealed record ComplexRequest(IReadOnlyList<EchoRequest> Messages, IReadOnlyList<string> Tags, string? Note, int? Retries);

/// <summary>What was received, in short.</summary>
/// <param name="Summary">One line of text.</param>
/// <param name="ItemCount">The number of messages.</param>
/// <param name="HasNote">Whether there was a remark.</param>
public sealed record ComplexResponse(string Summary, int ItemCount, bool HasNote);

/// <summary>How urgent a job is.</summary>
public enum Priority
{
    /// <summary>May wait: its backoff is doubled.</summary>
    Low,

    /// <summary>As it comes.</summary>
    Normal,

    /// <summary>Urgent: its backoff is halved.</summary>
    High,
}

/// <summary>A job.</summary>
/// <param name="Name">The job's name; must not be empty.</param>
/// <param name="Payload">The arguments it runs with.</param>
/// <param name="Priority">How urgent it is.</param>
public sealed record JobSpec(string Name, IReadOnlyList<string> Payload, Priority Priority);

/// <summary>What happens when a job fails.</summary>
/// <param name="MaxAttempts">How often it is tried at the most; at least 1.</param>
/// <param name="BackoffMs">The pause before a retry, in milliseconds; 0 or less: DEFAULT_BACKOFF_MS.</param>
/// <param name="RetryOn">The errors that are worth a retry.</param>
public sealed record RetryPolicy(int MaxAttempts, long BackoffMs, IReadOnlyList<string> RetryOn);

/// <summary>When a job runs.</summary>
/// <param name="StartAtMs">The first start, in milliseconds since the Unix epoch.</param>
/// <param name="IntervalMs">The time between two starts, in milliseconds; 0 or less: it runs once.</param>
/// <param name="Jitter">What is added to the first start, in milliseconds, or none.</param>
public sealed record ScheduleConfig(long StartAtMs, long IntervalMs, long? Jitter);

/// <summary>The plan of a job.</summary>
/// <param name="JobId">The timer's name, a colon, the job's name.</param>
/// <param name="WillRunCount">How often it runs within the next minute.</param>
/// <param name="FirstRunAtMs">The first start, in milliseconds since the Unix epoch.</param>
/// <param name="EffectiveBackoffMs">The pause before a retry, in milliseconds.</param>
/// <param name="Priority">The job's priority.</param>
public sealed record ScheduleResult(string JobId, long WillRunCount, long FirstRunAtMs, long EffectiveBackoffMs, Priority Priority);

/// <summary>An echo was answered.</summary>
/// <param name="Message">The text that was echoed.</param>
/// <param name="EchoCount">How many echoes this timer has answered, this one included.</param>
public sealed record EchoEvent(string Message, long EchoCount);

/// <summary>A job was accepted.</summary>
/// <param name="JobId">The job's id.</param>
/// <param name="WillRunCount">How often it runs within the next minute.</param>
public sealed record JobEvent(string JobId, long WillRunCount);
