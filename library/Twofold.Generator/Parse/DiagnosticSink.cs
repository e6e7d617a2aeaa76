using Microsoft.CodeAnalysis;
using Twofold.Model;

namespace Twofold.Generator.Parse;

/// <summary>Collects the diagnostics of a library, each with a location in the author's source.</summary>
internal sealed class DiagnosticSink
{
    private readonly List<DiagnosticInfo> _errors = [];
    private readonly List<DiagnosticInfo> _remarks = [];
    private ISymbol? _member;
    private string _path = "";

    /// <summary>Whether the library can be generated.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>All diagnostics, errors first.</summary>
    public EquatableArray<DiagnosticInfo> All => new(_errors.Concat(_remarks));

    /// <summary>Sets the exported member that is read now. Errors in other assemblies are reported at this member.</summary>
    public void Enter(ISymbol member, string path) => (_member, _path) = (member, path);

    /// <summary>Reports an error at a symbol; the first argument names it.</summary>
    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments)
    {
        var location = InSource(symbol);
        if (location is null && _member is not null)
        {
            location = InSource(_member);
            if (arguments.Length > 0)
                arguments[0] = $"{arguments[0].TrimEnd('\'')} (through {_path}){(arguments[0].EndsWith("'", StringComparison.Ordinal) ? "'" : "")}";
        }

        _errors.Add(DiagnosticInfo.Create(descriptor, location, arguments));
    }

    /// <summary>Reports a type or a member without a summary.</summary>
    public void RequireSummary(ISymbol symbol)
    {
        if (Docs.Summary(symbol).Length == 0)
            Undocumented(symbol, symbol is ITypeSymbol ? symbol.Name : $"{symbol.ContainingType.Name}.{symbol.Name}");
    }

    /// <summary>Reports missing documentation.</summary>
    public void Undocumented(ISymbol symbol, string name) =>
        _remarks.Add(DiagnosticInfo.Create(Diagnostics.Undocumented, InSource(symbol), name));

    private static Location? InSource(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource);
}
