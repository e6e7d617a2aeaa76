using System.Collections.Generic;

namespace Twofold.Printing;

/// <summary>Names that must differ from each other in printed text.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken;

    public NameScope(IEnumerable<string> reserved) => _taken = [.. reserved];

    /// <summary>The name, or one like it if it is taken: with an underscore, then with a number behind it.</summary>
    public string Claim(string name)
    {
        var free = name;
        for (var attempt = 1; !_taken.Add(free); attempt++)
            free = attempt == 1 ? $"{name.TrimEnd('_')}_" : $"{name.TrimEnd('_')}_{attempt}";

        return free;
    }
}
