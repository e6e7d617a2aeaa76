using FixturesLibrary.Ffi;
using Twofold.Bindings;
using Twofold.Generator.Model;

namespace Twofold.Tests.Shapes;

/// <summary>Requests with one mistake each, for every method, derived from its parameters; the server dispatches by the same call.</summary>
public sealed class BadRequestSpecs : IDisposable
{
    private static readonly LibraryModel s_library = LibraryReader.Parse(TwofoldModel.Json);
    private static readonly BadCbor s_cases = new(s_library);

    private readonly Fixture _fixture = new();

    // Methods of objects need one first: see ConnectionObjectSpecs.
    private static IEnumerable<MethodModel> OwnMethods => s_library.Methods.Where(method => method.Owner is null);

    public static TheoryData<string> Methods => [.. OwnMethods.Select(method => method.WireName)];

    public static TheoryData<string> MethodsThatTakeAnything =>
        [.. OwnMethods.Where(method => method.Parameters.Count > 0 && method.Name != "Fail").Select(method => method.WireName)];

    [Theory, MemberData(nameof(Methods))]
    public void Every_mistake_is_refused_with_its_path(string method)
    {
        var count = 0;
        foreach (var (request, message) in s_cases.Bad(Find(method)))
        {
            var answer = Call(method, request);
            Assert.True(
                answer.Status == Status.InvalidArgument && answer.Text.Contains(message, StringComparison.Ordinal),
                $"{Convert.ToHexString(request)}\nexpected {message}\nfound    {answer}");
            Assert.False(HasPath(message) && !answer.Text.StartsWith(message, StringComparison.Ordinal), $"{answer} must begin with {message}");
            count++;
        }

        Assert.True(count > 10, $"only {count} mistakes");
    }

    [Theory, MemberData(nameof(MethodsThatTakeAnything))]
    public void What_the_mistakes_are_made_from_is_accepted(string method)
    {
        var model = Find(method);
        Assert.Equal(Status.Ok, Call(method, Support.Wire.Encode(s_cases.Good(model))).Status);
        Assert.Equal(Status.Ok, Call(method, Support.Wire.Encode(s_cases.GoodWithUnknownKeys(model))).Status);
        Assert.Equal(Status.Ok, Call(method, Support.Wire.Encode(s_cases.GoodWithoutOptionals(model))).Status);
    }

    public void Dispose() => _fixture.Dispose();

    private static MethodModel Find(string wireName) => s_library.Methods.Single(method => method.WireName == wireName);

    /// <summary>Whether the message has a path: where data ends, it is the path of what ended.</summary>
    private static bool HasPath(string message) => message.Contains(": ", StringComparison.Ordinal);

    private Answer Call(string method, byte[] request) => CborShape.Call(_fixture.Handle, method, request, _ => Answer.Of(null));
}
