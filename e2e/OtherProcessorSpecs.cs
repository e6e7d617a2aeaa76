using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The codec in C is compiled by its users: its checks pass on a processor with pointers of 32 bits, and on one that is big-endian.</summary>
[Trait("tier", "nightly")]
public sealed class OtherProcessorSpecs
{
    private const string Native = "library/Twofold.Tests/Fixtures/native";
    private const string Cases = "artifacts/fixtures-cases";

    [Theory]
    [InlineData("i686-linux-gnu-gcc", "gcc-i686-linux-gnu libc6-dev-i386-cross", "")]
    [InlineData("s390x-linux-gnu-gcc", "gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user", "qemu-s390x")]
    public async Task The_checks_of_the_codec_in_C_pass(string compiler, string packages, string emulator)
    {
        Requires.Linux("the emulator runs programs of Linux");
        Requires.Tool(compiler, packages);
        if (emulator.Length > 0)
            Requires.Tool(emulator, packages);
        await Requires.ProgramAsync(FixturePrograms.Checks["codec_checks"]);

        using var folder = new TempFolder();
        var program = folder.File("codec_checks");
        string[] included = ["artifacts/fixtures/include", "artifacts/my_timer/include", Cases, "library/Twofold.Tests/Fixtures/printed", Native, $"{Native}/codec"];
        var built = await Tool.ShellAsync(
            Repo.Root,
            $"{compiler} -std=gnu11 -static {string.Join(' ', included.Select(path => $"-I{path}"))} {Native}/codec/*.c {Native}/check.c {Cases}/shapes.c {Cases}/same.c -lm -o {program}");
        Assert.True(built is { ExitCode: 0, Errors: [] }, built.ToString());

        Expect.AllHeld(await Tool.ShellAsync(Repo.Root, $"{emulator} {program}"));
    }
}
