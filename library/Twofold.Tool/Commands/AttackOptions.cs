using System.Globalization;
using Twofold.Attacks;

namespace Twofold.Tool.Commands;

/// <summary>The arguments of the command.</summary>
internal sealed record AttackOptions(string Address)
{
    public const string Usage = """
        Attacks a server of Twofold, and measures what that costs it and another client. Attack only what is yours.

          twofold attack ADDRESS [OPTION]...       unix:PATH or tcp:HOST:PORT

          --only NAME,NAME      these attacks alone
          --seconds N           how long each goes on, 1 to 60 (2)
          --call METHOD JSON    what a healthy client calls meanwhile (version {})
          --slow METHOD JSON    a call that takes long; the text "TEXT" in it stands for a long one
                                (echo {"req": {"message": "TEXT", "delayMs": 5000}})
          --event NAME          an event to subscribe to (on_echo_fired)
          --token-file PATH     the token that each connection presents
          --allow-remote        attack a server beyond this machine

        Exits with 0 if every healthy call was answered meanwhile and afterwards, otherwise with 1.
        """;

    public IReadOnlyList<Attack> Attacks { get; private init; } = AttackList.All;

    public TimeSpan Time { get; private init; } = TimeSpan.FromSeconds(2);

    public Call? Healthy { get; private init; }

    public Call? Slow { get; private init; }

    public string? Event { get; private init; }

    public string? Token { get; private init; }

    public bool AllowRemote { get; private init; }

    /// <summary>Reads the arguments behind the name of the command.</summary>
    /// <exception cref="ToolException">One is wrong; the message says which.</exception>
    public static AttackOptions Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => throw new ToolException($"an address is missing\n\n{Usage}"),
        [var address, .. var rest] => Parse(new AttackOptions(address), rest),
    };

    private static AttackOptions Parse(AttackOptions options, ReadOnlySpan<string> rest) => rest switch
    {
        [] => options,
        ["--only", var names, .. var more] => Parse(options with { Attacks = [.. names.Split(',').Select(Named)] }, more),
        ["--seconds", var number, .. var more] => Parse(options with { Time = Seconds(number) }, more),
        ["--call", var method, var parameters, .. var more] => Parse(options with { Healthy = Checked(method, parameters) }, more),
        ["--slow", var method, var parameters, .. var more] => Parse(options with { Slow = Checked(method, parameters) }, more),
        ["--event", var name, .. var more] => Parse(options with { Event = name }, more),
        ["--token-file", var path, .. var more] => Parse(options with { Token = File.ReadAllText(path).TrimEnd('\r', '\n') }, more),
        ["--allow-remote", .. var more] => Parse(options with { AllowRemote = true }, more),
        [var option, ..] => throw new ToolException($"{option}: unknown, or its value is missing\n\n{Usage}"),
    };

    private static Attack Named(string name) => AttackList.All.FirstOrDefault(attack => attack.Name == name)
        ?? throw new ToolException($"no attack is called {name}; there are {string.Join(", ", AttackList.All.Select(attack => attack.Name))}");

    private static TimeSpan Seconds(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 60
            ? TimeSpan.FromSeconds(seconds)
            : throw new ToolException($"--seconds {number}: expected a number from 1 to 60");

    private static Call Checked(string method, string parameters)
    {
        Requests.Encode(parameters);
        return new Call(method, parameters);
    }
}
