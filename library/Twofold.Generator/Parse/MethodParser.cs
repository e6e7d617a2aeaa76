using System.Globalization;
using Microsoft.CodeAnalysis;
using Twofold.Model;
using Twofold.Model.Abi;
using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Generator.Parse;

/// <summary>Reads the exported methods of the library's class and of the other exported classes.</summary>
internal sealed class MethodParser(INamedTypeSymbol library, TypeParser types, DiagnosticSink diagnostics)
{
    /// <summary>Reads a method, and whether it is the library's constructor; null if it has errors.</summary>
    public (MethodModel Model, bool IsConstructor)? Parse(IMethodSymbol method, ObjectModel? owner)
    {
        diagnostics.Enter(method, owner is null ? method.Name : $"{owner.Name}.{method.Name}");
        if (method.IsGenericMethod)
        {
            diagnostics.Report(Diagnostics.Generic, method, method.Name);
            return null;
        }

        if (method.RefKind != RefKind.None)
            diagnostics.Report(Diagnostics.ByReference, method, $"the result of '{method.Name}'");
        if (method is { IsAsync: true, ReturnsVoid: true })
            diagnostics.Report(Diagnostics.AsyncVoid, method, method.Name);

        var (kind, result) = ReadReturn(method.ReturnType);
        var isConstructor = method.IsStatic && result?.NullableAnnotation != NullableAnnotation.Annotated && SymbolEqualityComparer.Default.Equals(result, library);
        var parameters = method.Parameters.ToList();
        var takesCancellation = parameters.Count > 0 && IsCancellation(parameters[parameters.Count - 1].Type);
        if (takesCancellation)
            parameters.RemoveAt(parameters.Count - 1);

        LimitParameters(method, parameters.Count);
        var model = new MethodModel(
            method.Name,
            Docs.Summary(method),
            Docs.Returns(method),
            method.IsStatic,
            kind,
            isConstructor || result is null ? null : types.ParseResult(result, method, $"the result of '{method.Name}'"),
            new EquatableArray<ParameterModel>(parameters.Select(parameter => ParseParameter(method, parameter))),
            takesCancellation,
            owner);

        if (model is { IsStatic: true, Result: ObjectType })
            diagnostics.Report(Diagnostics.StaticObject, method, method.Name, library.Name);

        return (model, isConstructor);
    }

    /// <summary>Reports an error if there are more parameters than a reader supports.</summary>
    public void LimitParameters(ISymbol symbol, int count)
    {
        if (count > Limits.MaxMembers)
            diagnostics.Report(Diagnostics.TooManyMembers, symbol, symbol.Name, count.ToString(CultureInfo.InvariantCulture), "parameters");
    }

    private ParameterModel ParseParameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
            diagnostics.Report(Diagnostics.ByReference, parameter, $"'{parameter.Name}'");

        types.RefuseDefault(parameter, $"{method.Name}.{parameter.Name}");
        return new ParameterModel(
            parameter.Name,
            Docs.Parameter(method, parameter.Name),
            types.Parse(parameter.Type, parameter, $"'{method.Name}.{parameter.Name}'"));
    }

    private static bool IsCancellation(ITypeSymbol type) => type.ToDisplayString() == "System.Threading.CancellationToken";

    private static (ReturnKind Kind, ITypeSymbol? Result) ReadReturn(ITypeSymbol type)
    {
        var kind = type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks"
            ? type.Name switch { "Task" => ReturnKind.Task, "ValueTask" => ReturnKind.ValueTask, _ => ReturnKind.Direct }
            : ReturnKind.Direct;

        if (kind != ReturnKind.Direct)
            return (kind, ((INamedTypeSymbol)type).TypeArguments.FirstOrDefault());

        return (kind, type.SpecialType == SpecialType.System_Void ? null : type);
    }
}
