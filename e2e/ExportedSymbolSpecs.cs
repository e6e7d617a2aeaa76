using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>A library exports what its headers declare, and nothing else.</summary>
public sealed class ExportedSymbolSpecs
{
    public static TheoryData<string> Libraries => [.. NativeLibrary.ByName.Keys];

    [Theory, MemberData(nameof(Libraries))]
    public async Task The_exported_symbols_are_the_declared_functions(string name)
    {
        var library = Library(name);
        Assert.Equal(library.Functions.Select(function => function.Name).Order(), (await SymbolsAsync(library)).Order());
    }

    [Theory, MemberData(nameof(Libraries))]
    public async Task Every_exported_symbol_bears_the_librarys_prefix(string name) =>
        Assert.All(await SymbolsAsync(Library(name)), symbol => Assert.StartsWith($"{name}_", symbol, StringComparison.Ordinal));

    private static NativeLibrary Library(string name)
    {
        Requires.Linux("nm lists another format elsewhere");
        Requires.Tool("nm", "binutils");
        var library = NativeLibrary.ByName[name];
        Requires.Library(library);
        return library;
    }

    /// <summary>Each line is "NAME TYPE VALUE SIZE". The only symbol of type A is the version node.</summary>
    private static async Task<List<string>> SymbolsAsync(NativeLibrary library)
    {
        await using var nm = Child.Start("nm", ["-D", "--defined-only", "--format=posix", library.Path]);
        var outcome = await nm.ExitAsync();
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        var symbols = outcome.Output.Select(line => line.Split(' ')).Where(columns => columns[1] != "A").Select(columns => columns[0].Split('@')[0]).ToList();
        Assert.NotEmpty(symbols);
        return symbols;
    }
}
