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
                static (node, _) => node is ClassDeclarationSyntax,
                static (target, cancel) => LibraryParser.Parse((INamedTypeSymbol)target.TargetSymbol, target.Attributes[0], cancel))
            .WithTrackingName(ParseStep);

        context.RegisterSourceOutput(
            parsed.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        context.RegisterSourceOutput(parsed.Select(static (result, _) => result.Library), Emit);
    }

    private static void Emit(SourceProductionContext output, LibraryModel? library)
    {
        if (library is null)
            return;

        foreach (var (name, text) in LibraryEmitter.Emit(library))
            output.AddSource($"{library.ClassName}.{name}.g.cs", text);
    }
}
