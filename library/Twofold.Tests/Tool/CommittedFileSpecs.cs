using System.Runtime.CompilerServices;
using Twofold.Generated.my_timer;
using Twofold.Tool;
using Twofold.Tool.Commands;
using Twofold.Tool.Printers;

namespace Twofold.Tests.Tool;

public sealed class CommittedFileSpecs
{
    [Fact]
    public void Every_printed_file_of_the_repository_is_up_to_date()
    {
        // MyTimer and its model are compiled into this assembly.
        var library = LibraryReader.Parse(TwofoldModel.Json);
        Output.Check(Path.Combine(Root(), "library", "MyTimer", "include"), PrinterRegistry.Headers.Print(library));
        Output.Check(Path.Combine(Root(), "examples", "ipc"), PrinterRegistry.Host.Print(library));
        Output.Check(Root(), PrinterRegistry.Abi.SelectMany(printer => printer.Print(Root())));
    }

    [Fact]
    public void The_library_reports_the_version_that_it_is_packaged_with() =>
        Assert.Equal($"my_timer {LibraryReader.Parse(TwofoldModel.Json).Version}", MyTimerLibrary.MyTimer.LibVersion());

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
