using System.Reflection;
using FixturesLibrary;

namespace Twofold.Tests.Shapes;

/// <summary>For random values, the native ABI, the CBOR ABI and plain C# return the same.</summary>
public sealed class AgreementSpecs : IDisposable
{
    private const int Rounds = 200;

    private readonly Fixture _fixture = new();

    public static TheoryData<string> Methods => [.. Shapes.ByName.Keys];

    [Theory, MemberData(nameof(Methods))]
    public void Both_ABIs_return_what_the_method_returns(string method) => Shapes.ByName[method].Check(_fixture.Handle, Rounds);

    [Fact]
    public void Every_method_that_returns_its_argument_is_covered()
    {
        var methods = typeof(Fixtures).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name.StartsWith("Keep", StringComparison.Ordinal))
            .Select(method => method.Name);
        Assert.Equal(methods.Order(), Shapes.ByName.Keys.Order());
    }

    public void Dispose() => _fixture.Dispose();
}
