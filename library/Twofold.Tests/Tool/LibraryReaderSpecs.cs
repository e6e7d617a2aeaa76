using Twofold.Tests.Server;
using Twofold.Tool;

namespace Twofold.Tests.Tool;

public sealed class LibraryReaderSpecs
{
    [Theory]
    [InlineData("not an assembly")]
    [InlineData("")]
    public void A_file_that_is_not_an_assembly_is_refused_by_name(string text)
    {
        using var folder = new TestFolder();
        var path = folder.File("sample.dll");
        File.WriteAllText(path, text);
        Assert.StartsWith($"{path} is not a Twofold library", Assert.Throws<ToolException>(() => LibraryReader.Read(path)).Message);
    }
}
