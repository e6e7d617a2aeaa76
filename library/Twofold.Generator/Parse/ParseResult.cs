using Twofold.Model;
using Twofold.Model.Library;

namespace Twofold.Generator.Parse;

/// <summary>The model of a class, or the errors that prevent its export.</summary>
/// <param name="Library">The model, or null if there are errors.</param>
/// <param name="Diagnostics">Everything to report.</param>
/// <param name="Name">The library's name, to compare it with other libraries of the project; null if the class is ignored.</param>
internal sealed record ParseResult(LibraryModel? Library, EquatableArray<DiagnosticInfo> Diagnostics, LibraryName? Name)
{
    /// <summary>The same result, or an error if an earlier library of the project has the same name.</summary>
    public ParseResult Among(IEnumerable<LibraryName?> all)
    {
        if (Name is null)
            return this;

        var earlier = all.OfType<LibraryName>().TakeWhile(other => !other.Equals(Name)).FirstOrDefault(other => other.Library == Name.Library);
        return earlier is null || Name.Library.Length == 0
            ? this
            : this with { Library = null, Diagnostics = new EquatableArray<DiagnosticInfo>(Diagnostics.Append(Name.Clash(earlier))) };
    }
}

/// <summary>The name of a library, which must be unique in its project.</summary>
/// <param name="Library">Its name in C.</param>
/// <param name="Class">Its class with the namespace.</param>
/// <param name="Place">Where to report a duplicate; the arguments are added later.</param>
internal sealed record LibraryName(string Library, string Class, DiagnosticInfo Place)
{
    /// <summary>The error that another library has the same name.</summary>
    public DiagnosticInfo Clash(LibraryName other) => Place with { Arguments = new EquatableArray<string>([Class, other.Class, Library]) };
}
