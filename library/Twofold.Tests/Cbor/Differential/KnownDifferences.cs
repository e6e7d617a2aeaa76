namespace Twofold.Tests.Cbor.Differential;

/// <summary>Where this codec and System.Formats.Cbor differ, and why it is this one that is right for us.</summary>
internal enum Difference
{
    /// <summary>Nesting over the limit is refused. The other has none: it keeps its place on the heap, generated readers on the stack.</summary>
    NestingOverTheLimit,

    /// <summary>A simple value below 32 in two bytes is refused, as RFC 8949 §3.3 has it. The other's lax mode holds to RFC 7049.</summary>
    SmallSimpleValueInTwoBytes,

    /// <summary>A typed read passes over the tags before the item, since nothing asks for tags. The other refuses: its state is the tag.</summary>
    TagsPassedOver,

    /// <summary>Undefined is read as null: JavaScript's encoders write it for what is absent. The other has ReadNull refuse it.</summary>
    UndefinedIsNull,

    /// <summary>A float of 64 bits is rounded to a 32-bit member, since many encoders know no other width. The other refuses it.</summary>
    DoubleReadAsSingle,

    /// <summary>An integer is read as a float that holds it exactly: JavaScript's encoders write whole floats so. The other refuses it.</summary>
    IntegerReadAsFloat,

    /// <summary>A float without a fraction is read as an integer, as some of them write integers over 32 bits. The other refuses it.</summary>
    FloatReadAsInteger,

    /// <summary>A bignum of 64 bits is read as any other integer. The other has a read of its own for it.</summary>
    BignumReadAsInteger,

    /// <summary>In what is skipped, duplicate keys and invalid UTF-8 pass: only what is read is validated. The other's strict mode looks everywhere.</summary>
    InvalidityInWhatIsSkipped,
}

/// <summary>The differences that a run has come across. One that no document shows must be struck off the list.</summary>
internal sealed class DifferencesSeen
{
    private readonly int[] _counts = new int[Enum.GetValues<Difference>().Length];

    /// <summary>Notes one, and returns how many of its kind there were.</summary>
    public int Note(Difference difference) => ++_counts[(int)difference];

    /// <summary>Fails unless all of these have come up.</summary>
    public void AssertAll(ITestOutputHelper output, params ReadOnlySpan<Difference> expected)
    {
        foreach (var difference in expected)
        {
            output.WriteLine($"{_counts[(int)difference],9:N0} x {difference}");
            Assert.True(_counts[(int)difference] > 0, $"{difference} is listed as a difference and has not been seen");
        }
    }
}
