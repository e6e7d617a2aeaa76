using Twofold.Model.Abi;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Runtime;

/// <summary>Prints the statuses of the runtime, and their names.</summary>
internal sealed class StatusPrinter : IAbiPrinter
{
    public IEnumerable<PrintedFile> Print(string root) =>
    [
        new PrintedFile("library/Twofold/Status.g.cs", CSharp.File("Twofold", CSharp.Enum(
            "How a call ended: the same numbers in C and on the wire.",
            "Status",
            Statuses.All.Select(status => (status.Name, status.Value, status.Doc))))),
        new PrintedFile("library/Twofold/StatusNames.g.cs", CSharp.File("Twofold",
            $$"""
            /// <summary>The names of the statuses, as C and the protocol spell them.</summary>
            public static class StatusNames
            {
                /// <summary>The name of a status, for example INVALID_ARGUMENT; UNKNOWN if there is no such status.</summary>
                public static global::System.ReadOnlySpan<byte> Utf8(Status status) => status switch
                {
                    {{Statuses.All.Select(status => $"Status.{status.Name} => \"{status.UpperName}\"u8,")}}
                    _ => "UNKNOWN"u8,
                };
            }
            """)),
    ];
}
