using System.Formats.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tests.Shapes;
using Twofold.Tool;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>
/// Compares generated readers with a reader for the same model over System.Formats.Cbor in its strict mode. The input is damaged
/// values, with duplicate keys and invalid UTF-8 among them. Both must accept the same documents and read the same values.
/// </summary>
public sealed class ValiditySpecs(ITestOutputHelper output)
{
    private const int FewValues = 3;
    private const int ManyValues = 20;
    private const int Damages = 100;

    private static readonly LibraryModel s_library = LibraryReader.Parse(TwofoldModel.Json);

    private readonly DifferencesSeen _differences = new();
    private readonly OracleCodec _oracle = new(s_library);

    [Fact]
    public void Generated_readers_accept_what_a_strict_reader_accepts() => Compare(FewValues);

    [Fact, Trait("tier", "nightly")]
    public void Generated_readers_of_many_values_differ_only_in_the_listed_ways()
    {
        Compare(ManyValues);
        _differences.AssertAll(output, Difference.InvalidityInWhatIsSkipped, Difference.NestingOverTheLimit);
    }

    private void Compare(int values)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var (accepted, count) = (0, 0);
        foreach (var (name, shape) in Shapes.Shapes.ByName)
        {
            var random = new Random(seed);
            var (damaged, mutated) = (new DamagedItem(random), new RandomCbor(random));
            var type = s_library.Methods.Single(method => method.Name == name).Parameters[0].Type;
            var encoded = new List<byte[]>();
            shape.CheckEncodings(values, (_, bytes) => encoded.Add(bytes));
            foreach (var bytes in encoded)
            {
                for (var i = 0; i < Damages; i++, count++)
                    accepted += Agree(shape, type, i % 4 == 0 ? mutated.Mutated(bytes) : damaged.Next(bytes)) ? 1 : 0;
            }
        }

        output.WriteLine($"{count,9:N0} documents, {accepted:N0} of them accepted");
        Assert.InRange(accepted, count / 10, count * 9 / 10);
    }

    /// <summary>Fails unless both agree; returns whether they accept the document.</summary>
    private bool Agree(Shape shape, TypeModel type, byte[] bytes)
    {
        var (value, error) = shape.Read(bytes);
        var expected = Expected(type, bytes, CborConformanceMode.Strict);
        if (value != expected && value is not null && expected is null)
        {
            expected = Expected(type, bytes, CborConformanceMode.Lax);
            _differences.Note(Difference.InvalidityInWhatIsSkipped);
        }

        if (value != expected && error?.EndsWith("nesting over 64 levels", StringComparison.Ordinal) == true)
        {
            _differences.Note(Difference.NestingOverTheLimit);
            return false;
        }

        Assert.True(value == expected, $"{shape.Name} {Convert.ToHexString(bytes)}\nhere  {value ?? error}\nthere {expected ?? "refused"}");
        return value is not null;
    }

    private string? Expected(TypeModel type, byte[] bytes, CborConformanceMode mode)
    {
        try
        {
            return _oracle.Read(type, bytes, mode);
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
