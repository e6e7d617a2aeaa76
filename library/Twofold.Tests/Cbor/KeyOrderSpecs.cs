using MyTimerLibrary;
using Twofold.Cbor;
using Twofold.Generated.my_timer;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Cbor;

/// <summary>Readers expect members in the order that most writers use, and accept any other order.</summary>
public sealed class KeyOrderSpecs
{
    private static readonly (string Key, object Value)[] s_members =
        [("jobId", "a:b"), ("willRunCount", 60), ("firstRunAtMs", 1_000_000), ("effectiveBackoffMs", 250), ("priority", "high")];

    [Fact]
    public void Members_may_come_in_any_order()
    {
        var orders = Permutations(s_members).ToList();
        Assert.Equal(120, orders.Count);
        foreach (var order in orders)
        {
            var map = Wire.Encode(Map([.. order.Select(member => (member.Key, (object?)member.Value))]));
            Assert.Equal(new ScheduleResult("a:b", 60, 1_000_000, 250, Priority.High), Read(map));
            Assert.Equal(new ScheduleResult("a:b", 60, 1_000_000, 250, Priority.High), Read([0xbf, .. map[1..], 0xff]));
        }
    }

    [Fact]
    public void Unknown_members_may_stand_between_known_ones()
    {
        var members = s_members.SelectMany(member => new (string, object?)[] { ($"{member.Key}X", List(1)), (member.Key, member.Value) });
        Assert.Equal(new ScheduleResult("a:b", 60, 1_000_000, 250, Priority.High), Read(Wire.Encode(Map([.. members]))));
    }

    [Fact]
    public void A_key_after_the_end_of_a_map_is_not_read_as_its_member()
    {
        // [{"message": "x"}, "delayMs", 0]
        var reader = new CborReader([0x83, 0xa1, 0x67, .. "message"u8, 0x61, (byte)'x', 0x67, .. "delayMs"u8, 0x00]);
        reader.BeginArray();
        EchoRequestCodec.Read(ref reader);
        Assert.Equal("[0].delayMs: missing", reader.Error);
    }

    [Fact]
    public void A_duplicate_of_a_member_that_came_in_order_is_refused()
    {
        foreach (var member in s_members)
        {
            var map = Wire.Encode(Map([.. s_members.Append(member).Select(member => (member.Key, (object?)member.Value))]));
            var reader = new CborReader(map);
            ScheduleResultCodec.Read(ref reader);
            Assert.Equal($"{member.Key}: duplicate key", reader.Error);
        }
    }

    private static ScheduleResult Read(byte[] map)
    {
        var reader = new CborReader(map);
        var result = ScheduleResultCodec.Read(ref reader);
        reader.End();
        Assert.False(reader.Failed, reader.Error);
        return result;
    }

    private static IEnumerable<T[]> Permutations<T>(T[] items) =>
        items.Length == 0
            ? [[]]
            : items.SelectMany((first, at) => Permutations<T>([.. items[..at], .. items[(at + 1)..]]).Select(rest => (T[])[first, .. rest]));
}
