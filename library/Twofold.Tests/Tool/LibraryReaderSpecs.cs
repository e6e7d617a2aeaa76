using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Twofold.Tests.Generator;
using Twofold.Tests.Server;
using Twofold.Tool;

namespace Twofold.Tests.Tool;

public sealed class LibraryReaderSpecs : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Assembly => _folder.File("sample.dll");

    [Theory]
    [InlineData("not an assembly")]
    [InlineData("")]
    public void A_file_that_is_not_an_assembly_is_refused_by_name(string text)
    {
        File.WriteAllText(Assembly, text);
        Assert.StartsWith($"{Assembly} is not a Twofold library", Error());
    }

    [Theory]
    [InlineData("\\uD800")]
    [InlineData("{}")]
    [InlineData("{\\\"Name\\\":\\\"\\uD800\\\"}")]
    public void A_model_that_cannot_be_read_is_an_error_with_the_path(string json)
    {
        var source = $"class TwofoldModel {{ public const string Json = \"{json}\"; }}";
        var compiled = CSharpCompilation.Create(
            "sample", [CSharpSyntaxTree.ParseText(source)], Generation.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(Assembly);
        Assert.True(compiled.Success);
        Assert.StartsWith($"the model in {Assembly} cannot be read: ", Error());
    }

    public void Dispose() => _folder.Dispose();

    private string Error() => Assert.Throws<ToolException>(() => LibraryReader.Read(Assembly)).Message;
}
