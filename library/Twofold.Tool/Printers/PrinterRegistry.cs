using Twofold.Model.Library;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.CborC;
using Twofold.Tool.Printers.Cddl;
using Twofold.Tool.Printers.Cpp;
using Twofold.Tool.Printers.Docs;
using Twofold.Tool.Printers.Host;
using Twofold.Tool.Printers.Python;
using Twofold.Tool.Printers.Runtime;
using Twofold.Tool.Printers.Rust;

namespace Twofold.Tool.Printers;

/// <summary>All printers. A new printer is one line here.</summary>
internal static class PrinterRegistry
{
    /// <summary>The headers and the schema of a library.</summary>
    public static IReadOnlyList<IPrinter> Headers { get; } = [new CHeader(), new CppHeader(), new CborHeader(), new CddlPrinter()];

    /// <summary>The files for a program that serves a library.</summary>
    public static IReadOnlyList<IPrinter> Host { get; } = [new HostOptions()];

    /// <summary>The parts of this repository that repeat Twofold.Model.Abi.</summary>
    public static IReadOnlyList<IAbiPrinter> Abi { get; } =
    [
        new StatusPrinter(), new LogLevelPrinter(), new TransportPrinter(), new OptionsPrinter(), new NativeOptionsPrinter(), new PythonStatuses(), new RustStatuses(),
        new DocumentTables(),
    ];

    /// <summary>The files of printers, in their order.</summary>
    public static IEnumerable<PrintedFile> Print(this IEnumerable<IPrinter> printers, LibraryModel library) => printers.SelectMany(printer => printer.Print(library));
}
