using Twofold.Misuse;

const string Usage = """
    Misuses programs of this repository as the specs do, for tools that run those programs in their own way.

      Misuse bad-cbor                 prints the file that the program malformed reads
      Misuse bad-servers COMMAND...   runs the C client against servers that fail it, and where there is none
      Misuse bad-clients ADDRESS      sends a server of the timer what it has to refuse
    """;

try
{
    switch (args)
    {
        case ["bad-cbor"]:
            BadCbor.Print(Console.Out);
            return 0;
        case ["bad-servers", var file, .. var arguments]:
            return await BadServers.TryAsync(file, arguments, Console.Out);
        case ["bad-clients", var address]:
            return await BadClients.TryAsync(address, Console.Out);
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception failure) when (failure is IOException or InvalidDataException or InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
