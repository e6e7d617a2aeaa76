using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Twofold.Generator.Emit;
using Twofold.Generator.Model;
using Twofold.Generator.Parser;

namespace Twofold.Generator;

/// <summary>Parses each annotated class into a model, and prints C# from the model.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LibraryGenerator : IIncrementalGenerator
{
    internal const string ParseStep = "Parse";

    private const string LibraryAttribute = "Twofold.FfiLibraryAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                LibraryAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (target, cancel) => Parse(target, cancel))
            .WithTrackingName(ParseStep);

        var alone = parsed
            .Combine(parsed.Select(static (result, _) => result.Names).Collect())
            .Select(static (pair, _) => pair.Left.Among(pair.Right));

        context.RegisterSourceOutput(
            alone.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        context.RegisterSourceOutput(alone.Select(static (result, _) => result.Library), Emit);
    }

    /// <summary>A class may bear the attribute twice, in two files: the compiler refuses that, and only the first counts.</summary>
    private static ParseResult Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancel)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        var attribute = type.GetAttributes().First(candidate => candidate.AttributeClass?.ToDisplayString() == LibraryAttribute);
        var isFirst = attribute.ApplicationSyntaxReference is { } place && place.SyntaxTree == target.TargetNode.SyntaxTree && target.TargetNode.Span.Contains(place.Span);
        return isFirst ? LibraryParser.Parse(type, attribute, cancel) : new ParseResult(null, new EquatableArray<DiagnosticInfo>([]), Names: null);
    }

    private static void Emit(SourceProductionContext output, LibraryModel? library)
    {
        if (library is null)
            return;

        foreach (var (name, text) in LibraryEmitter.Emit(library))
            output.AddSource($"{(library.Namespace.Length == 0 ? "" : library.Namespace + ".")}{library.ClassName}.{name}.g.cs", text);
    }
}
