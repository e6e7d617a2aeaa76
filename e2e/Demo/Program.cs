using System.Runtime.InteropServices;
using Twofold.Demo;
using Twofold.E2E.Harness;

using var interrupted = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

try
{
    return await new Tour(Console.Out, interrupted.Token).RunAsync() ? 0 : 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("interrupted");
    return 130;
}
catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
