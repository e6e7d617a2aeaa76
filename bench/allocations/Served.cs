using System.Buffers.Binary;
using MyTimerLibrary;
using Twofold.Generated.fixtures;
using Twofold.Generated.my_timer;
using Twofold.Protocol;

namespace Twofold.Bench.Allocations;

/// <summary>Requests of a peer: the server's connection, from bytes to bytes, without the socket.</summary>
internal static class Served
{
    private const int HeadSize = 2 * sizeof(int);

    /// <summary>By the names of the methods.</summary>
    public static IEnumerable<(string Name, Action Call, Action Own)> Calls
    {
        get
        {
            var timer = new MyTimerContext();
            timer.Open(Author.CreateTimer());
            var fixtures = new FixturesContext();
            fixtures.Open(FixturesLibrary.Fixtures.Create());
            return
            [
                ("version, served", Requesting(new MyTimerService(timer), "version"u8, Requests.NoArguments), Author.Version),
                ("keep_int32, served", Requesting(new FixturesService(fixtures), "keep_int32"u8, Requests.Number), Author.KeepInt32),
                ("echo, served", Requesting(new MyTimerService(timer), "echo"u8, Requests.Echo), Author.Echo),
            ];
        }
    }

    private static Action Requesting(Service service, ReadOnlySpan<byte> method, byte[] payload)
    {
        var connection = new Connection(service, new ServerOptions { Address = "unix:unused" }, () => { });
        byte[] frame = [.. Length(method.Length), .. method, .. Length(payload.Length), .. payload];
        return () =>
        {
            connection.Receive(frame, now: 0);
            var reply = connection.TakeOutput().Span;
            if (reply.Length <= HeadSize || BinaryPrimitives.ReadInt32BigEndian(reply) != (int)Status.Ok)
                Environment.FailFast($"a request was answered with {Convert.ToHexString(reply)}");

            connection.Sent(reply.Length, now: 0);
        };
    }

    private static byte[] Length(int length)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return bytes;
    }
}
