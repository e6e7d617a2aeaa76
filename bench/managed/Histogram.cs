using System.Numerics;

namespace Twofold.Bench;

/// <summary>The buckets of native/histogram.h: nanoseconds, right to 1.6 %.</summary>
internal sealed class Histogram
{
    private const int Steps = 64;

    private readonly long[] _buckets = new long[64 * Steps];
    private long _count;
    private long _max;

    public void Add(long nanoseconds)
    {
        var shift = nanoseconds < Steps ? 0 : BitOperations.Log2((ulong)nanoseconds) - 5;
        _buckets[(shift * Steps) + (nanoseconds >> shift)]++;
        _count++;
        _max = Math.Max(_max, nanoseconds);
    }

    public void Merge(Histogram other)
    {
        for (var i = 0; i < _buckets.Length; i++)
            _buckets[i] += other._buckets[i];
        _count += other._count;
        _max = Math.Max(_max, other._max);
    }

    /// <summary>The percentiles as members of a JSON object.</summary>
    public override string ToString() =>
        $"\"p50\": {At(0.5)}, \"p90\": {At(0.9)}, \"p99\": {At(0.99)}, \"p999\": {At(0.999)}, \"max\": {_max}";

    private long At(double quantile)
    {
        var wanted = (long)(quantile * _count);
        for (var (i, seen) = (0, 0L); i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen > wanted)
                return (long)((i % Steps) + 1) << (i / Steps);
        }

        return _max;
    }
}
