using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Twofold.Generator.Model;

namespace Twofold.Generator.Parser;

/// <summary>Reads an annotated class.</summary>
internal sealed class LibraryParser
{
    private const string MemberAttribute = "Twofold.FfiAttribute";

    private static readonly Regex SnakeCase = new("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.CultureInvariant);

    private readonly INamedTypeSymbol _class;
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly List<MethodModel> _methods = [];
    private readonly List<EventModel> _events = [];
    private readonly List<ConstantModel> _constants = [];
    private readonly Dictionary<string, ISymbol> _names = [];
    private readonly TypeParser _types;
    private MethodModel? _constructor;

    private LibraryParser(INamedTypeSymbol type)
    {
        _class = type;
        _types = new TypeParser(_diagnostics);
    }

    /// <summary>Reads the class; the library is null if a diagnostic stands against it.</summary>
    public static ParseResult Parse(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancel)
    {
        var parser = new LibraryParser(type);
        var library = parser.ParseLibrary(attribute.ConstructorArguments[0].Value as string ?? "", cancel);
        return new ParseResult(
            parser._diagnostics.Count == 0 ? library : null,
            new EquatableArray<DiagnosticInfo>(parser._diagnostics));
    }

    private LibraryModel? ParseLibrary(string name, CancellationToken cancel)
    {
        if (_class.DeclaredAccessibility != Accessibility.Public || _class.IsGenericType || _class.ContainingType is not null)
            Report(Diagnostics.NotPublicClass, _class, _class.Name);
        if (!SnakeCase.IsMatch(name))
            Report(Diagnostics.BadLibraryName, _class, name);

        // Methods first, so that the types they need come before those that only events carry.
        foreach (var member in _class.GetMembers().Where(IsExported).OrderBy(member => member is IEventSymbol))
        {
            cancel.ThrowIfCancellationRequested();
            ParseMember(member);
        }

        if (_constructor is null && _diagnostics.Count == 0)
            Report(Diagnostics.NoConstructor, _class, _class.Name);
        if (_constructor is null)
            return null;

        var results = _methods.Select(method => method.Result?.FullName).OfType<string>();
        return new LibraryModel(
            name,
            _class.ContainingAssembly.Identity.Version.ToString(3),
            _class.ContainingNamespace.IsGlobalNamespace ? "" : _class.ContainingNamespace.ToDisplayString(),
            _class.Name,
            Docs.Summary(_class),
            _constructor,
            new EquatableArray<MethodModel>(_methods),
            new EquatableArray<EventModel>(_events),
            new EquatableArray<ConstantModel>(_constants),
            new EquatableArray<RecordModel>(_types.RecordsWith(results)),
            new EquatableArray<EnumModel>(_types.Enums));
    }

    private void ParseMember(ISymbol member)
    {
        if (member.DeclaredAccessibility != Accessibility.Public)
        {
            Report(Diagnostics.NotPublic, member, member.Name);
            return;
        }

        switch (member)
        {
            case IMethodSymbol method:
                ParseMethod(method);
                break;
            case IEventSymbol @event:
                ParseEvent(@event);
                break;
            case IFieldSymbol field:
                ParseConstant(field);
                break;
        }
    }

    private void ParseMethod(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            Report(Diagnostics.Generic, method, method.Name);
            return;
        }

        var (kind, result) = ReadReturn(method.ReturnType);
        var isConstructor = method.IsStatic && SymbolEqualityComparer.Default.Equals(result, _class);
        var parameters = method.Parameters.ToList();
        var takesCancellation = parameters.Count > 0 && IsCancellation(parameters[parameters.Count - 1].Type);
        if (takesCancellation)
            parameters.RemoveAt(parameters.Count - 1);

        var model = new MethodModel(
            method.Name,
            Docs.Summary(method),
            Docs.Returns(method),
            method.IsStatic,
            kind,
            isConstructor || result is null ? null : _types.ParseAlone(result, method, $"the result of '{method.Name}'"),
            new EquatableArray<ParameterModel>(parameters.Select(parameter => ParseParameter(method, parameter))),
            takesCancellation);

        if (isConstructor && _constructor is not null)
            Report(Diagnostics.SeveralConstructors, method, method.Name);
        else if (isConstructor)
            _constructor = model;
        else if (Claim(method, model.WireName))
            _methods.Add(model);
    }

    private ParameterModel ParseParameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
            Report(Diagnostics.ByReference, parameter, parameter.Name);

        return new ParameterModel(
            parameter.Name,
            Docs.Parameter(method, parameter.Name),
            _types.ParseAlone(parameter.Type, parameter, $"'{method.Name}.{parameter.Name}'"));
    }

    private void ParseEvent(IEventSymbol @event)
    {
        var invoke = (@event.Type as INamedTypeSymbol)?.DelegateInvokeMethod;
        var payload = invoke is { Parameters.Length: 1, ReturnsVoid: true } && @event.Type.MetadataName == "Action`1"
            ? _types.Parse(invoke.Parameters[0].Type, @event, $"'{@event.Name}'")
            : null;

        if (payload is not { Kind: Model.TypeKind.Record, IsOptional: false })
            Report(Diagnostics.UnsupportedEvent, @event, @event.Name);
        else if (Claim(@event, Naming.Snake(@event.Name)))
            _events.Add(new EventModel(@event.Name, Docs.Summary(@event), payload));
    }

    private void ParseConstant(IFieldSymbol field)
    {
        var kind = field.Type.SpecialType switch
        {
            SpecialType.System_Boolean => Model.TypeKind.Bool,
            SpecialType.System_Int32 => Model.TypeKind.Int32,
            SpecialType.System_Int64 => Model.TypeKind.Int64,
            SpecialType.System_UInt32 => Model.TypeKind.UInt32,
            SpecialType.System_String => Model.TypeKind.Text,
            _ => (Model.TypeKind?)null,
        };

        if (!field.IsConst || kind is null || field.ConstantValue is null)
            Report(Diagnostics.UnsupportedConstant, field, field.Name);
        else
            _constants.Add(new ConstantModel(field.Name, Docs.Summary(field), kind.Value, Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)));
    }

    /// <summary>Reserves a name of the library; false, with a diagnostic, if another member has it.</summary>
    private bool Claim(ISymbol member, string name)
    {
        if (_names.TryGetValue(name, out var other))
        {
            Report(Diagnostics.Overload, member, member.Name, other.Name, name);
            return false;
        }

        _names.Add(name, member);
        return true;
    }

    private void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.Create(descriptor, symbol.Locations.FirstOrDefault(), arguments));

    private static bool IsExported(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == MemberAttribute);

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
