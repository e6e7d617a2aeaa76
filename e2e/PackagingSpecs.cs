using System.Xml.Linq;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The output of <c>just install</c> and <c>just package</c> is all that a C or C++ program needs, in any directory.</summary>
[Collection(nameof(Builds)), Trait("tier", "nightly")]
public sealed class PackagingSpecs(PackagingSpecs.Installed installed) : IClassFixture<PackagingSpecs.Installed>
{
    private const string Compile = "cc -std=c11 -Wall -Wextra -Wpedantic -Werror consumer.c $(pkg-config --cflags --libs my_timer) -o consumer";

    private static readonly string s_version =
        XDocument.Load(Repo.At("Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public async Task A_program_finds_the_installed_library_through_pkg_config()
    {
        await Requires.ProgramAsync(Tool.PkgConfig);
        var prefix = await installed.PrefixAsync();

        await BuildWithPkgConfigAsync(prefix);
        var version = await Tool.ShellAsync(prefix, "pkg-config --modversion my_timer", PkgConfigPath(prefix));
        Assert.Equal(s_version, Assert.Single(version.Output));
    }

    [Fact]
    public async Task Programs_in_C_and_Cpp_find_the_installed_library_through_CMake()
    {
        await Requires.ProgramAsync(Tool.CMake);
        var prefix = await installed.PrefixAsync();
        using var folder = Consumer();

        var built = await CMakeAsync(folder, prefix, s_version[..s_version.LastIndexOf('.')], "&& cmake --build build --config Release");

        AssertPassed(built);
        Assert.Contains($"-- found my_timer {s_version}", built.Output);
        foreach (var program in new[] { "consumer_c", "consumer_cpp" })
            await RunAsync(folder, $"find build -name {Platform.Executable(program)} -exec {{}} \\;");
    }

    [Theory]
    [InlineData("99.0")]
    [InlineData("0.99")]
    public async Task CMake_does_not_take_the_library_for_a_version_that_it_is_not(string wanted)
    {
        await Requires.ProgramAsync(Tool.CMake);
        var prefix = await installed.PrefixAsync();
        using var folder = Consumer();

        var refused = await CMakeAsync(folder, prefix, wanted);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains(refused.Errors, line => line.Contains("my_timer-config.cmake", StringComparison.Ordinal) && line.Contains($"version: {s_version}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_library_file_has_its_version_and_programs_ask_for_its_soname()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the names are those of Linux");
        await Requires.ProgramAsync(Tool.ReadElf);
        await Requires.ProgramAsync(Tool.PkgConfig);
        var prefix = await installed.PrefixAsync();
        var soname = $"libmy_timer.so.{s_version.Split('.')[0]}";
        var lib = Path.Combine(prefix, "lib");

        Assert.Equal(soname, new FileInfo(Path.Combine(lib, "libmy_timer.so")).LinkTarget);
        Assert.Equal($"libmy_timer.so.{s_version}", new FileInfo(Path.Combine(lib, soname)).LinkTarget);
        Assert.Null(new FileInfo(Path.Combine(lib, $"libmy_timer.so.{s_version}")).LinkTarget);

        using var folder = Consumer();
        AssertPassed(await Tool.ShellAsync(folder.Path, Compile, PkgConfigPath(prefix)));
        var dynamic = await Tool.ReadElf.RunAsync(["--dynamic", Path.Combine(lib, "libmy_timer.so"), folder.File("consumer")]);
        Assert.Contains(dynamic.Output, line => line.Contains("(SONAME)", StringComparison.Ordinal) && line.EndsWith($"[{soname}]", StringComparison.Ordinal));
        Assert.Contains(dynamic.Output, line => line.Contains("(NEEDED)", StringComparison.Ordinal) && line.EndsWith($"[{soname}]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DESTDIR_stages_the_tree_under_another_root_where_it_works_as_well()
    {
        await Requires.ProgramAsync(Tool.PkgConfig);
        var prefix = await installed.PrefixAsync();
        using var stage = new TempFolder();

        var outcome = await Tool.ShellAsync(Repo.Root, "./just install /usr/local", new Dictionary<string, string> { ["DESTDIR"] = stage.Path });

        AssertPassed(outcome);
        Assert.Equal(Tree(prefix), Tree(stage.File("usr/local")));
        await BuildWithPkgConfigAsync(stage.File("usr/local"));
    }

    [Fact]
    public async Task A_package_is_the_installed_tree_with_licence_and_checksums_and_the_same_every_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sha256sum and the library's names are those of Linux");
        await Requires.ProgramAsync(Tool.Sha256Sum);
        await Requires.ProgramAsync(Tool.PkgConfig);
        using var first = new TempFolder();
        using var second = new TempFolder();

        var path = await PackageAsync(first.Path);
        var name = Path.GetFileName(path);
        Assert.StartsWith($"my_timer-{s_version}-linux-", name, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(await PackageAsync(second.Path)));

        AssertPassed(await Tool.ShellAsync(first.Path, $"sha256sum --check --strict {name}.sha256 && tar --extract --gzip --file {name}"));
        var tree = first.File(name[..^".tar.gz".Length]);
        AssertPassed(await Tool.ShellAsync(tree, "sha256sum --check --strict SHA256SUMS"));
        Assert.Equal(File.ReadAllText(Repo.At("LICENSE")), File.ReadAllText(Path.Combine(tree, "LICENSE")));
        Assert.Equal<HashSet<string>>([.. Tree(await installed.PrefixAsync()), "LICENSE", "SHA256SUMS"], Tree(tree).ToHashSet());

        var summed = File.ReadAllLines(Path.Combine(tree, "SHA256SUMS")).Select(line => line[66..]);
        var links = Tree(tree).Where(file => new FileInfo(Path.Combine(tree, file)).LinkTarget is not null);
        Assert.Equal(Tree(tree).Except(links).Except(["SHA256SUMS"]), summed);
        await BuildWithPkgConfigAsync(tree);
    }

    private static async Task<string> PackageAsync(string folder)
    {
        var outcome = await Tool.ShellAsync(Repo.Root, $"./just package '{folder}'");
        AssertPassed(outcome);
        return outcome.Output[^1];
    }

    private static async Task BuildWithPkgConfigAsync(string prefix)
    {
        using var folder = Consumer();
        AssertPassed(await Tool.ShellAsync(folder.Path, Compile, PkgConfigPath(prefix)));
        await RunAsync(folder, "./consumer");
    }

    private static Task<Outcome> CMakeAsync(TempFolder folder, string prefix, string wanted, string then = "") =>
        Tool.ShellAsync(folder.Path, $"cmake -S . -B build -DWANTED={wanted} -DCMAKE_BUILD_TYPE=Release {then}", new Dictionary<string, string> { ["CMAKE_PREFIX_PATH"] = prefix });

    private static async Task RunAsync(TempFolder folder, string command)
    {
        var outcome = await Tool.ShellAsync(folder.Path, command);
        AssertPassed(outcome);
        Assert.Equal("hello from consumer", Assert.Single(outcome.Output));
    }

    private static TempFolder Consumer()
    {
        var folder = new TempFolder();
        foreach (var file in Directory.GetFiles(Repo.At("e2e/Consumer")))
            File.Copy(file, folder.File(Path.GetFileName(file)));

        return folder;
    }

    private static Dictionary<string, string> PkgConfigPath(string prefix) => new() { ["PKG_CONFIG_PATH"] = Path.Combine(prefix, "lib", "pkgconfig") };

    private static IEnumerable<string> Tree(string prefix) => Directory.GetFiles(prefix, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(prefix, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static void AssertPassed(Outcome outcome) => Assert.True(outcome.ExitCode == 0, outcome.ToString());

    /// <summary>One installation, shared by the specs that only read it.</summary>
    public sealed class Installed : IDisposable
    {
        private readonly TempFolder _folder = new();
        private readonly Lazy<Task<string>> _prefix;

        public Installed() => _prefix = new Lazy<Task<string>>(InstallAsync);

        /// <summary>The prefix of the installation.</summary>
        public Task<string> PrefixAsync() => _prefix.Value;

        public void Dispose() => _folder.Dispose();

        private async Task<string> InstallAsync()
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "the commands are those of Unix");
            await Requires.ProgramAsync(Tool.Bash);
            var prefix = _folder.File("prefix");
            AssertPassed(await Tool.ShellAsync(Repo.Root, $"./just install '{prefix}'"));
            return prefix;
        }
    }
}
