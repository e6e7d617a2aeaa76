using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Twofold.Generator.Emit;
using Twofold.Generator.Parse;
using Twofold.Model;
using Twofold.Model.Library;

namespace Twofold.Generator;

/// <summary>Parses each annotated class into a model, and prints C# from the model.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LibraryGenerator : IIncrementalGenerator
{
    internal const string ParseStep = "Parse";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Attributes.Library,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (target, cancel) => Parse(target, cancel))
            .WithTrackingName(ParseStep);

        var alone = parsed
            .Combine(parsed.Select(static (result, _) => result.Name).Collect())
            .Select(static (pair, _) => pair.Left.Among(pair.Right));

        var strays = context.SyntaxProvider
            .ForAttributeWithMetadataName(Attributes.Member, static (_, _) => true, static (target, _) => Stray.Find(target.TargetSymbol))
            .Where(static stray => stray is not null)
            .Combine(parsed.Select(static (result, _) => result.Library).Collect());

        context.RegisterSourceOutput(
            alone.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            strays,
            static (output, pair) => pair.Left!.Report(pair.Right, output.ReportDiagnostic));
        context.RegisterSourceOutput(alone.Select(static (result, _) => result.Library), Emit);
    }

    /// <summary>A partial class can have the attribute in two files. The compiler reports that as an error; only the first is parsed.</summary>
    private static ParseResult Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancel)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        var attribute = type.GetAttributes().First(candidate => candidate.AttributeClass?.ToDisplayString() == Attributes.Library);
        var isFirst = attribute.ApplicationSyntaxReference is { } place && place.SyntaxTree == target.TargetNode.SyntaxTree && target.TargetNode.Span.Contains(place.Span);
        if (!isFirst)
            return new ParseResult(null, new EquatableArray<DiagnosticInfo>([]), Name: null);

        try
        {
            return LibraryParser.Parse(type, attribute, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Otherwise the compiler reports a warning and builds an assembly without exports.
            var failure = DiagnosticInfo.Create(Diagnostics.GeneratorFailed, type.Locations.FirstOrDefault(), type.Name, OneLine(e));
            return new ParseResult(null, new EquatableArray<DiagnosticInfo>([failure]), Name: null);
        }
    }

    private static void Emit(SourceProductionContext output, LibraryModel? library)
    {
        if (library is null)
            return;

        try
        {
            foreach (var (name, text) in LibraryEmitter.Emit(library))
                output.AddSource($"{library.Name}.{name}.g.cs", text);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(Diagnostics.GeneratorFailed, Location.None, library.ClassName, OneLine(e)));
        }
    }

    private static string OneLine(Exception e) => $"{e.GetType().Name}: {e.Message.Replace('\r', ' ').Replace('\n', ' ')}";
}
