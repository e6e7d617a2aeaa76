using System.Collections.Generic;
using System.Linq;
using Twofold.Generator.Model;

namespace Twofold.Generator.Parser;

/// <summary>The model of a class, or what keeps it from being exported.</summary>
internal sealed record ParseResult(LibraryModel? Library, EquatableArray<DiagnosticInfo> Diagnostics, LibraryNames? Names)
{
    /// <summary>The same, refused if another library of the project came before with one of its names.</summary>
    public ParseResult Among(IEnumerable<LibraryNames?> all)
    {
        if (Names is null)
            return this;

        var others = all.OfType<LibraryNames>().TakeWhile(other => !other.Equals(Names));
        return others.FirstOrDefault(other => Names.Shared(other) is not null) is { } first
            ? this with { Library = null, Diagnostics = new EquatableArray<DiagnosticInfo>(Diagnostics.Append(Names.Clash(first))) }
            : this;
    }
}

/// <summary>What must be a library's own in its project.</summary>
/// <param name="Library">Its name in C.</param>
/// <param name="Class">Its class with the namespace, after which generated files are called.</param>
/// <param name="Place">Where to say so if it is not; without arguments yet.</param>
internal sealed record LibraryNames(string Library, string Class, DiagnosticInfo Place)
{
    /// <summary>The name that two libraries share: files differ in more than case.</summary>
    public string? Shared(LibraryNames other)
    {
        if (Library.Length > 0 && Library == other.Library)
            return Library;

        return string.Equals(Class, other.Class, StringComparison.OrdinalIgnoreCase) ? Class : null;
    }

    /// <summary>That another library has the name.</summary>
    public DiagnosticInfo Clash(LibraryNames other) =>
        Place with { Arguments = new EquatableArray<string>([Class, other.Class, Shared(other)!]) };
}
