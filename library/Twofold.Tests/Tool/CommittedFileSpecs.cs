using System.Runtime.CompilerServices;
using Twofold.Generated.my_timer;
using Twofold.Bindings;

namespace Twofold.Tests.Bindings;

public sealed class CommittedFileSpecs
{
    [Fact]
    public void The_committed_headers_wrapper_and_schema_are_what_the_library_says()
    {
        // MyTimer is compiled into this assembly, and with it its model.
        var library = LibraryReader.Parse(TwofoldModel.Json);
        foreach (var (name, text) in Commands.IncludeFiles(library))
            Assert.Equal(File.ReadAllText(Path.Combine(IncludeFolder(), name)), text);
    }

    [Fact]
    public void The_version_that_the_library_says_is_the_one_that_it_is_packaged_with() =>
        Assert.Equal($"my_timer {LibraryReader.Parse(TwofoldModel.Json).Version}", MyTimerLibrary.MyTimer.LibVersion());

    private static string IncludeFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "MyTimer", "include");
}
