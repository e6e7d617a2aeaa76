namespace Twofold.Tests.Cbor.Differential;

/// <summary>Where this codec differs from System.Formats.Cbor, and why.</summary>
internal enum Difference
{
    /// <summary>
    /// Nesting over the limit is refused, because generated readers recurse. System.Formats.Cbor keeps its state on the heap,
    /// without a limit.
    /// </summary>
    NestingOverTheLimit,

    /// <summary>
    /// A simple value below 32 in two bytes is refused, as RFC 8949 §3.3 requires. The lax mode of System.Formats.Cbor follows
    /// RFC 7049.
    /// </summary>
    SmallSimpleValueInTwoBytes,

    /// <summary>
    /// A typed read skips the tags before the item, since no type uses tags. System.Formats.Cbor requires a separate read for the
    /// tag.
    /// </summary>
    TagsPassedOver,

    /// <summary>
    /// Undefined is read as null: JavaScript encoders write it for absent values. ReadNull of System.Formats.Cbor refuses it.
    /// </summary>
    UndefinedIsNull,

    /// <summary>
    /// A 64-bit float is rounded for a 32-bit member, since many encoders have no other width. System.Formats.Cbor refuses it.
    /// </summary>
    DoubleReadAsSingle,

    /// <summary>
    /// A float member accepts an integer that it holds exactly: JavaScript encoders write whole floats as integers.
    /// System.Formats.Cbor refuses it.
    /// </summary>
    IntegerReadAsFloat,

    /// <summary>
    /// An integer member accepts a float without a fraction: some JavaScript encoders write integers over 32 bits so.
    /// System.Formats.Cbor refuses it.
    /// </summary>
    FloatReadAsInteger,

    /// <summary>A bignum of at most 64 bits is read like any other integer. System.Formats.Cbor has a separate method for it.</summary>
    BignumReadAsInteger,

    /// <summary>
    /// Skipped items may have duplicate keys and invalid UTF-8: only items that are read are validated. The strict mode of
    /// System.Formats.Cbor validates everything.
    /// </summary>
    InvalidityInWhatIsSkipped,
}

/// <summary>
/// Counts the differences that a run has seen. A listed difference that no document shows has to be removed from the list.
/// </summary>
internal sealed class DifferencesSeen
{
    private readonly int[] _counts = new int[Enum.GetValues<Difference>().Length];

    /// <summary>Counts a difference, and returns how often it was seen.</summary>
    public int Note(Difference difference) => ++_counts[(int)difference];

    /// <summary>Fails unless each of these was seen.</summary>
    public void AssertAll(ITestOutputHelper output, params ReadOnlySpan<Difference> expected)
    {
        foreach (var difference in expected)
        {
            output.WriteLine($"{_counts[(int)difference],9:N0} x {difference}");
            Assert.True(_counts[(int)difference] > 0, $"{difference} is listed as a difference and has not been seen");
        }
    }
}
