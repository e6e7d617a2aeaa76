using Twofold.Generated.fixtures;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tests.Server;
using Twofold.Tool;

namespace Twofold.Tests.Shapes;

/// <summary>
/// Requests with one mistake each, for every method, derived from its parameters. They are dispatched by the same code as in the
/// server.
/// </summary>
public sealed class BadRequestSpecs : IDisposable
{
    private static readonly LibraryModel s_library = LibraryReader.Parse(TwofoldModel.Json);
    private static readonly BadCbor s_cases = new(s_library);

    private readonly Fixture _fixture = new();
    private readonly FixturesContext _context = new();

    public BadRequestSpecs() => _context.Open(FixturesLibrary.Fixtures.Create());

    public static TheoryData<string> Methods => [.. s_library.Methods.Select(method => method.WireName)];

    public static TheoryData<string> MethodsThatTakeAnything =>
        [.. s_library.Methods.Where(method => (method.Parameters.Count > 0 || method.Owner is not null) && method.Name != "Fail").Select(method => method.WireName)];

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
    public void The_same_call_without_a_mistake_is_accepted(string method)
    {
        var model = Find(method);
        Assert.Equal(Status.Ok, Call(method, Support.Wire.Encode(s_cases.Good(model))).Status);
        Assert.Equal(Status.Ok, Call(method, Support.Wire.Encode(s_cases.GoodWithUnknownKeys(model))).Status);
        Assert.Equal(Status.Ok, Call(method, Support.Wire.Encode(s_cases.GoodWithoutOptionals(model))).Status);
    }

    public void Dispose() => _fixture.Dispose();

    private static MethodModel Find(string wireName) => s_library.Methods.Single(method => method.WireName == wireName);

    /// <summary>Whether the message begins with a fixed path. For truncated data, the path is that of the truncated item.</summary>
    private static bool HasPath(string message) => message.Contains(": ", StringComparison.Ordinal);

    private Answer Call(string method, byte[] request) => Find(method).Owner is null
        ? CborShape.Call(_fixture.Handle, method, request, _ => Answer.Of(null))
        : CallOwned(method, request);

    /// <summary>Objects have numbers only within a connection, so this sends the request over one that holds object number 1.</summary>
    private Answer CallOwned(string method, byte[] request)
    {
        var peer = new Peer(service: new FixturesService(_context));
        peer.Send("open_session", Support.Wire.Map(("name", "session")));
        peer.Send(Support.Wire.Request(method, request));
        Support.Deadline.Until(() => peer.Read().Count == 2, "the reply has come");
        var reply = peer.Read()[1];
        Support.Deadline.Wait(peer.Connection.CloseAsync());
        return reply.Status == 0 ? Answer.Of(null) : new Answer((Status)reply.Status, reply.Text);
    }
}
