using Twofold.Model.Abi;
using Twofold.Tests.Generator;
using Twofold.Tool.Printers;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.Cpp;

namespace Twofold.Tests.Tool;

/// <summary>The text that is printed from the server options of the ABI.</summary>
public sealed class ServerOptionSpecs
{
    [Theory]
    [InlineData(OptionKind.Bytes, 255, "255 bytes")]
    [InlineData(OptionKind.Bytes, 4096, "4 KiB")]
    [InlineData(OptionKind.Bytes, 16 << 20, "16 MiB")]
    [InlineData(OptionKind.Milliseconds, 250, "250 ms")]
    [InlineData(OptionKind.Milliseconds, 30_000, "30 s")]
    [InlineData(OptionKind.Count, 1024, "1024")]
    [InlineData(OptionKind.FileMode, 0x180, "0600")]
    public void A_value_has_its_unit(OptionKind kind, long value, string expected) => Assert.Equal(expected, OptionText.Value(kind, value));

    [Fact]
    public void The_initial_value_has_as_many_parts_as_the_struct_has_fields()
    {
        var header = CHeader.Text(Generation.OfMembers("").Model());
        var initial = header.Split('\n').Single(line => line.StartsWith("#define SAMPLE_SERVER_OPTIONS_INIT ", StringComparison.Ordinal));
        Assert.Equal(ServerOptions.All.Count + 1, initial.Split(", ").Length);
    }

    [Fact]
    public void The_wrapper_passes_every_option_on()
    {
        var wrapper = CppHeader.Text(Generation.OfMembers("").Model());
        Assert.All(ServerOptions.All, option => Assert.Contains($"    native.{option.CName} = ", wrapper));
    }
}
