using System.Collections.Generic;

namespace Twofold.Printing;

/// <summary>Names that must be unique in printed text.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken;

    public NameScope(IEnumerable<string> reserved) => _taken = [.. reserved];

    /// <summary>The name, or if it is taken, the name with an underscore or with a number at the end.</summary>
    public string Claim(string name)
    {
        var free = name;
        for (var attempt = 1; !_taken.Add(free); attempt++)
            free = attempt == 1 ? $"{name.TrimEnd('_')}_" : $"{name.TrimEnd('_')}_{attempt}";

        return free;
    }
}
