using Perfolizer.Horology;
using Perfolizer.Metrology;

namespace Twofold.Bench.Codec;

/// <summary>The processor's time of this process, which does not grow while others have the core.</summary>
public sealed class CpuClock : IClock
{
    public string Title => "CPU";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
