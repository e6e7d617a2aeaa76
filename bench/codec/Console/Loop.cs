// Encodes or decodes one message again and again: CodecBench MESSAGE CONTENDER encode|decode MILLISECONDS
// Prints one line of JSON: how often, nanoseconds of the clock and of the CPU for all, and bytes that were allocated for each.
using System.Diagnostics;
using Twofold.Bench.Codec;

if (args.Length != 4 || args[2] is not ("encode" or "decode") || !int.TryParse(args[3], out var milliseconds))
{
    var (messages, contenders) = (string.Join('|', Contest.MessageNames), string.Join('|', Contest.ContenderNames));
    Console.Error.WriteLine($"usage: CodecBench {messages} {contenders} encode|decode MILLISECONDS");
    return 2;
}

var contender = Contest.Find(args[0], args[1]);
var isEncode = args[2] == "encode";
var batch = 1;
while (Seconds(batch) < 0.001)
    batch *= 2;

// A quarter as long before: the collector finds the size of its budget.
for (var warmUp = Stopwatch.StartNew(); warmUp.ElapsedMilliseconds < milliseconds / 4;)
    Run(batch);

long requests = 0;
var allocated = GC.GetAllocatedBytesForCurrentThread();
var cpu = Environment.CpuUsage.TotalTime;
var clock = Stopwatch.StartNew();
do
{
    Run(batch);
    requests += batch;
}
while (clock.ElapsedMilliseconds < milliseconds);
var elapsed = clock.Elapsed;
cpu = Environment.CpuUsage.TotalTime - cpu;
allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

var (wallTime, cpuTime) = ((long)elapsed.TotalNanoseconds, (long)cpu.TotalNanoseconds);
Console.WriteLine(
    $$"""{"requests": {{requests}}, "elapsed": {{wallTime}}, "cpu": {{cpuTime}}, "allocated": {{allocated / requests}}}""");
return 0;

double Seconds(int times)
{
    var clock = Stopwatch.StartNew();
    Run(times);
    return clock.Elapsed.TotalSeconds;
}

void Run(int times)
{
    if (isEncode)
        Encode(contender, times);
    else
        Decode(contender, times);
}

static void Encode(Contender contender, int times)
{
    for (var i = 0; i < times; i++)
        contender.Encode();
}

static void Decode(Contender contender, int times)
{
    for (var i = 0; i < times; i++)
        GC.KeepAlive(contender.Decode());
}
