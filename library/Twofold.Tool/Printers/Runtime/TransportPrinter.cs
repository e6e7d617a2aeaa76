using Twofold.Model.Abi;

namespace Twofold.Tool.Printers.Runtime;

/// <summary>Prints the transports of the runtime.</summary>
internal sealed class TransportPrinter : IAbiPrinter
{
    public IEnumerable<PrintedFile> Print(string root) =>
    [
        new PrintedFile("library/Twofold/Protocol/Transport.g.cs", CSharp.File("Twofold.Protocol", CSharp.Enum(
            "How a server moves bytes between sockets and the library.",
            "Transport",
            Transports.All.Select(transport => (transport.Name, transport.Value, transport.Doc))))),
    ];
}
