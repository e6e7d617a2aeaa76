using Twofold.Protocol;

namespace Twofold.Tests.Server;

/// <summary>Requests are slow by their size: always above 64 KiB, below it when such requests have lately taken long.</summary>
public sealed class RequestCostsSpecs
{
    private const int Size = 20_000;
    private const long Millisecond = 1000;

    private readonly RequestCosts _costs = new(() => 0, ticksPerSecond: 1000 * Millisecond);

    [Fact]
    public void Only_requests_over_64_KiB_are_slow_at_first()
    {
        Assert.False(_costs.AreSlow(RequestCosts.LongestUntimed + 1));
        Assert.False(_costs.AreSlow(RequestCosts.LongestFast));
        Assert.True(_costs.AreSlow(RequestCosts.LongestFast + 1));
    }

    [Fact]
    public void A_size_that_takes_a_millisecond_is_slow_and_others_are_not()
    {
        Add(count: 4, Millisecond);
        Assert.True(_costs.AreSlow(Size));
        Assert.True(_costs.AreSlow(17_000));
        Assert.True(_costs.AreSlow(32_768));
        Assert.False(_costs.AreSlow(16_384));
        Assert.False(_costs.AreSlow(32_769));
    }

    [Fact]
    public void A_size_is_fast_again_when_it_takes_less()
    {
        Add(count: 100, Millisecond);
        Add(count: 4, Millisecond / 100);
        Assert.False(_costs.AreSlow(Size));
    }

    [Fact]
    public void One_interruption_makes_no_size_slow()
    {
        Add(count: 10, Millisecond / 20);
        _costs.Add(Size, 1000 * Millisecond);
        Assert.False(_costs.AreSlow(Size));
    }

    private void Add(int count, long ticks)
    {
        for (var i = 0; i < count; i++)
            _costs.Add(Size, ticks);
    }
}
