using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Assertions whose messages show the actual result.</summary>
internal static class Expect
{
    /// <summary>An OK reply that is equivalent to this JSON.</summary>
    public static void Ok([StringSyntax(StringSyntaxAttribute.Json)] string json, Frame frame)
    {
        Assert.True(frame.Status == Status.Ok, $"expected {json}\ngot      {frame}");
        SameJson(json, frame.Content);
    }

    /// <summary>A reply with an error; <c>*</c> in the text stands for anything.</summary>
    public static void Refused(Status status, string text, Frame frame)
    {
        var pattern = $"^{Regex.Escape(text).Replace(@"\*", ".*", StringComparison.Ordinal)}$";
        Assert.True(
            frame.Status == status && Regex.IsMatch(frame.Content, pattern, RegexOptions.Singleline),
            $"expected {status}: {text}\ngot      {frame}");
    }

    /// <summary>Two JSON texts that are equal, apart from the order of their keys.</summary>
    public static void SameJson(string expected, string actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), $"expected {expected}\ngot      {actual}");
    }

    /// <summary>A program whose checks all passed, and which printed nothing else.</summary>
    /// <param name="outcome">What it did.</param>
    /// <param name="beside">Lines that it prints beside its checks.</param>
    public static void AllHeld(Outcome outcome, params string[] beside)
    {
        Assert.True(outcome is { ExitCode: 0, Errors: [] }, $"expected exit code 0 and nothing on stderr\n{outcome}");
        var checks = outcome.Output.SkipLast(1).Where(line => !beside.Any(other => line.StartsWith(other, StringComparison.Ordinal))).ToList();
        Assert.Equal($"{checks.Count} ok, 0 failed", outcome.Output[^1]);
        Assert.All(checks, line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
    }

    /// <summary>A server that answers a new client.</summary>
    public static async Task HealthyAsync(string address)
    {
        using var client = await WireClient.ConnectAsync(address);
        Ok("\"csharp-timer v0.1.0\"", await client.CallAsync("version"));
    }

    /// <summary>A program that failed with one line, which begins with its tag and contains this text.</summary>
    public static void OneErrorLine(Client client, string text, Outcome outcome)
    {
        var fault = ClientFailures.FaultIn(outcome, client.Tag, text);
        Assert.True(fault is null, fault);
    }
}
