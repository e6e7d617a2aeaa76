using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>Requests of <see cref="MalformedCases"/> with random mutations. The same seed gives the same requests.</summary>
internal sealed class MutatedRequests(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>The bytes of the next one.</summary>
    public byte[] Next() => Mutate(MalformedCases.Seeds[_random.Next(MalformedCases.Seeds.Count)], _random);

    /// <summary>
    /// Changes, inserts or cuts a few bytes. In half of all cases the frame's lengths are corrected, so that its payload is read.
    /// </summary>
    private static byte[] Mutate(byte[] seed, Random random)
    {
        var methodEnd = sizeof(uint) + seed[3];
        var payload = seed[(methodEnd + sizeof(uint))..].ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(payload.Count + 1);
            switch (random.Next(3))
            {
                case 0: payload.Insert(at, (byte)random.Next(256)); break;
                case 1 when at < payload.Count: payload.RemoveAt(at); break;
                case 2 when at < payload.Count: payload[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }

        byte[] frame = [.. seed[..methodEnd], .. Frame.Length(payload.Count), .. payload];
        if (random.Next(2) == 0)
            frame[random.Next(frame.Length)] ^= (byte)(1 << random.Next(8));
        return frame;
    }
}
