using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Twofold.Model;

namespace Twofold.Generator;

/// <summary>A diagnostic without symbols or syntax, so that it can be cached.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, string? Path, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) => new(
        descriptor,
        location?.SourceTree?.FilePath,
        location?.SourceSpan ?? default,
        location?.GetLineSpan().Span ?? default,
        new EquatableArray<string>(arguments));

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor,
        Path is null ? Location.None : Location.Create(Path, Span, Lines),
        [.. Arguments]);
}
