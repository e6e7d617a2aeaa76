using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>Turns the statements that a document shows into a complete program and runs it.</summary>
internal static class Snippets
{
    /// <summary>Where the documents' servers listen.</summary>
    public const string Address = "unix:/tmp/timer.sock";

    private const string RustClient = "examples/rust-client";

    /// <summary>The deadline for a release build of a small crate with its dependencies.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private static readonly SemaphoreSlim s_rust = new(1);

    /// <summary>Compiles C statements without warnings and runs them. Lines that begin with # are moved to the top.</summary>
    /// <param name="code">The statements.</param>
    /// <param name="address">The address that replaces the documented one.</param>
    /// <param name="arguments">Further arguments for the compiler.</param>
    public static async Task<Outcome> RunCAsync(string code, string address, params string[] arguments)
    {
        using var folder = new TempFolder();
        var lines = code.Replace(Address, address, StringComparison.Ordinal).Split('\n').ToLookup(line => line.StartsWith('#'));
        await File.WriteAllLinesAsync(folder.File("program.c"), [.. lines[true], "int main(void)", "{", .. lines[false], "return 0;", "}"]);

        await using var compiler = Child.Start(
            "cc", ["-std=gnu11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", folder.File("program.c"), "-o", folder.File("program"), .. arguments]);
        var compiled = await compiler.ExitAsync();
        Assert.True(compiled is { ExitCode: 0, Errors: [] }, compiled.ToString());

        await using var program = Child.Start(folder.File("program"), []);
        return await program.ExitAsync();
    }

    /// <summary>Runs a Python program beside the client that the document says to copy.</summary>
    public static async Task<Outcome> RunPythonAsync(string code, string address)
    {
        var client = Clients.Named("python").Program;
        var folders = client.Environment.Values.Append(Repo.At("examples/python-client"));
        await using var program = Child.Start(
            client.File,
            ["-W", "error", "-c", code.Replace(Address, address, StringComparison.Ordinal)],
            new Dictionary<string, string> { ["PYTHONPATH"] = string.Join(Path.PathSeparator, folders), ["PYTHONDONTWRITEBYTECODE"] = "1" });
        return await program.ExitAsync();
    }

    /// <summary>Builds Rust statements with the files that the document says to copy, and runs them.</summary>
    public static async Task<Outcome> RunRustAsync(string code, string address)
    {
        // A separate crate that reuses the built dependencies of the client. One at a time, because all snippets are the same crate.
        var crate = Repo.At("artifacts/snippet");
        await s_rust.WaitAsync();
        try
        {
            Directory.CreateDirectory(Path.Combine(crate, "src"));
            foreach (var file in new[] { "Cargo.toml", "Cargo.lock" })
                await File.WriteAllTextAsync(Path.Combine(crate, file), File.ReadAllText(Repo.At($"{RustClient}/{file}")).Replace("timer-client", "snippet", StringComparison.Ordinal));
            foreach (var file in new[] { "limits.rs", "messages.rs", "my_timer.rs", "status.rs", "stream.rs" })
                File.Copy(Repo.At($"{RustClient}/src/{file}"), Path.Combine(crate, "src", file), overwrite: true);
            await File.WriteAllTextAsync(Path.Combine(crate, "src", "main.rs"), $$"""
                #![allow(dead_code)]
                mod limits;
                mod messages;
                mod my_timer;
                mod status;
                mod stream;
                use messages::EchoRequest;
                use my_timer::{Error, Timer, TIMEOUT};

                fn main() -> Result<(), Error> {
                {{code.Replace(Address, address, StringComparison.Ordinal)}}
                    Ok(())
                }
                """);

            await using var cargo = Child.Start(
                "cargo", ["run", "--config", Repo.At(".deps/cargo.toml"), "--release", "--locked", "--offline", "--quiet", "--manifest-path", Path.Combine(crate, "Cargo.toml"), "--target-dir", Repo.At("artifacts/rust")]);
            return await cargo.ExitAsync(s_patience);
        }
        finally
        {
            s_rust.Release();
        }
    }

    /// <summary>Fails unless a program succeeded and printed these lines.</summary>
    public static void AssertPrints(Outcome outcome, params string[] lines)
    {
        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        Assert.Equal(lines, outcome.Output);
    }
}
