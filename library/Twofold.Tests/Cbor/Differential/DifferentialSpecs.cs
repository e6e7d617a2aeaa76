using System.Formats.Cbor;
using Reader = Twofold.Cbor.CborReader;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>
/// Compares the codec with System.Formats.Cbor in its lax mode, over random and damaged documents: whether each is well-formed,
/// and every value in it.
/// </summary>
public abstract class DifferentialSpecs(ITestOutputHelper output)
{
    private readonly DifferencesSeen _differences = new();

    private protected void Compare(int seed, int count)
    {
        output.WriteLine($"seed {seed}");
        var documents = new RandomCbor(new Random(seed));
        var lockstep = new Lockstep(_differences);
        var wellFormed = 0;
        for (var i = 0; i < count; i++)
        {
            var bytes = (i % 8) switch
            {
                0 or 1 => documents.Document(),
                7 => documents.Noise(),
                _ => documents.Mutated(),
            };

            try
            {
                if (AgreeThatItIsWellFormed(bytes))
                {
                    wellFormed++;
                    lockstep.Compare(bytes);
                }

                if (i % 8 == 3)
                    ReadEveryWay(bytes);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}, document {i}: {Convert.ToHexString(bytes)}", e);
            }
        }

        output.WriteLine($"{count,9:N0} documents, {wellFormed:N0} of them well-formed");
        Assert.InRange(wellFormed, count / 4, count * 3 / 4);
        _differences.AssertAll(
            output,
            Difference.NestingOverTheLimit,
            Difference.SmallSimpleValueInTwoBytes,
            Difference.TagsPassedOver,
            Difference.UndefinedIsNull,
            Difference.DoubleReadAsSingle,
            Difference.IntegerReadAsFloat,
            Difference.FloatReadAsInteger,
            Difference.BignumReadAsInteger);
    }

    private protected bool AgreeThatItIsWellFormed(byte[] bytes)
    {
        var accepts = IsWellFormed(bytes, Reader.DefaultMaxDepth, out var error);
        if (accepts == Oracle.Accepts(bytes))
            return accepts;

        Assert.False(accepts, "the oracle refuses it");

        // A document may show both differences. The nesting error comes first.
        if (error.EndsWith("nesting over 64 levels", StringComparison.Ordinal))
        {
            _differences.Note(Difference.NestingOverTheLimit);
            if (IsWellFormed(bytes, int.MaxValue, out error))
                return false;
        }

        Assert.True(
            error.Contains("in two bytes", StringComparison.Ordinal) && Oracle.Refuses(bytes, 0, CborConformanceMode.Strict, reader => reader.SkipValue()),
            $"{error}: the oracle accepts it");
        _differences.Note(Difference.SmallSimpleValueInTwoBytes);
        return false;
    }

    private static bool IsWellFormed(byte[] bytes, int maxDepth, out string error)
    {
        var reader = new Reader(bytes, maxDepth);
        reader.Skip();
        reader.End();
        error = reader.Failed ? reader.Error : "";
        return !reader.Failed;
    }

    /// <summary>For any bytes, no read throws, no read passes the end of the data, and every failure has a message.</summary>
    private static void ReadEveryWay(byte[] bytes)
    {
        foreach (var (name, read) in TypedReads.All)
        {
            var reader = new Reader(bytes);
            read(ref reader);
            Assert.InRange(reader.Position, 0, bytes.Length);
            Assert.True(!reader.Failed || reader.Error.Length > 0, name);
        }
    }
}

/// <summary>Documents that are the same in every run.</summary>
public sealed class SameDocumentsSpecs(ITestOutputHelper output) : DifferentialSpecs(output)
{
    [Fact]
    public void Both_codecs_agree_on_a_hundred_thousand_documents() => Compare(seed: 20_240, count: 100_000);

    [Fact]
    public void A_document_may_show_two_known_differences_at_once() =>
        Assert.False(AgreeThatItIsWellFormed([.. Enumerable.Repeat((byte)0x81, 65), 0xf8, 0x02]));

    [Fact, Trait("tier", "nightly")]
    public void Both_codecs_agree_on_a_million_documents() => Compare(seed: 8949, count: 1_000_000);
}

/// <summary>Documents that differ in every run; the seed is in the output.</summary>
[Trait("tier", "nightly")]
public sealed class OtherDocumentsSpecs(ITestOutputHelper output) : DifferentialSpecs(output)
{
    [Fact]
    public void Both_codecs_agree_on_fresh_random_documents() => Compare(Random.Shared.Next(), count: 250_000);
}
