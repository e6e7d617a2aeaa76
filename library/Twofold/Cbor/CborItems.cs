namespace Twofold.Cbor;

/// <summary>Where a reader stands within an array or a map.</summary>
public struct CborItems
{
    internal const int Indefinite = -1;

    // 64 bits each: with 32 the JIT packs two into one register and keeps the struct on the stack.
    /// <summary>How many items or pairs are still to come, or <see cref="Indefinite"/>.</summary>
    internal long Remaining;

    /// <summary>Where the array or map begins.</summary>
    internal long Start;

    /// <summary>The keys seen so far, one bit each: see <see cref="CborReader.Claim"/>.</summary>
    internal ulong Claimed;

    /// <summary>Whether the member with this bit has been read.</summary>
    public readonly bool Has(int member) => (Claimed & (1UL << member)) != 0;

    /// <summary>How many items a list should reserve room for. Capped, so that a short message cannot reserve much.</summary>
    public readonly int Capacity => (int)Math.Clamp(Remaining, 0, 1024);
}
