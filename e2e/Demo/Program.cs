using System.Runtime.InteropServices;
using System.Text.Json;
using Twofold.Demo;
using Twofold.E2E.Harness;

const string Usage = """
    usage: Demo [build] [show]   builds the examples, shows them at work; without arguments it shows
           Demo clients          prints the names of the clients over sockets, as JSON
    """;

using var interrupted = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

try
{
    switch (args)
    {
        case [] or ["show"]:
            return Code(await new Tour(Console.Out, [], interrupted.Token).RunAsync());
        case ["build"]:
            return Code((await new Builder(Console.Out, interrupted.Token).RunAsync()).Count == 0);
        case ["build", "show"]:
            var failed = await new Builder(Console.Out, interrupted.Token).RunAsync();
            Console.WriteLine();
            return Code(await new Tour(Console.Out, failed, interrupted.Token).RunAsync());
        case ["clients"]:
            Console.WriteLine(JsonSerializer.Serialize(Clients.OverSockets.Select(client => client.Name)));
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("interrupted");
    return 130;
}
catch (Exception failure) when (failure is InvalidOperationException or InvalidDataException or TimeoutException)
{
    Console.Error.WriteLine($"error: {failure.Message}");
    return 1;
}

static int Code(bool passed) => passed ? 0 : 1;

void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
