using Microsoft.CodeAnalysis;

namespace Twofold.Generator.Parser;

/// <summary>Collects what an author might want to know, and which keeps nothing from being generated.</summary>
internal sealed class Remarks
{
    private readonly List<DiagnosticInfo> _all = [];

    public IEnumerable<DiagnosticInfo> All => _all;

    /// <summary>Remarks on a type or member without a summary.</summary>
    public void Documented(ISymbol symbol)
    {
        if (Docs.Summary(symbol).Length == 0)
            Missing(symbol, symbol is ITypeSymbol ? symbol.Name : $"{symbol.ContainingType.Name}.{symbol.Name}");
    }

    /// <summary>Remarks on what has no documentation.</summary>
    public void Missing(ISymbol symbol, string name) =>
        _all.Add(DiagnosticInfo.Create(Diagnostics.Undocumented, symbol.Locations.FirstOrDefault(), name));
}
