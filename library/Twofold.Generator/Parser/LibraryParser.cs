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
    private readonly List<DiagnosticInfo> _mistakes = [];
    private readonly List<MethodModel> _methods = [];
    private readonly List<EventModel> _events = [];
    private readonly List<ConstantModel> _constants = [];
    private readonly Remarks _remarks = new();
    private readonly TypeParser _types;
    private MethodModel? _constructor;

    private LibraryParser(INamedTypeSymbol type)
    {
        _class = type;
        _types = new TypeParser(_mistakes, _remarks);
    }

    /// <summary>Reads the class; the library is null if a diagnostic stands against it.</summary>
    public static ParseResult Parse(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancel)
    {
        // An attribute that the compiler refuses may have no argument, or one of another type.
        var name = attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";
        var parser = new LibraryParser(type);
        var library = parser.ParseLibrary(name, attribute.AttributeClass!, cancel);
        return new ParseResult(
            parser._mistakes.Count == 0 ? library : null,
            new EquatableArray<DiagnosticInfo>(parser._mistakes.Concat(parser._remarks.All)),
            new LibraryNames(name, type.ToDisplayString(), DiagnosticInfo.Create(Diagnostics.SharedName, type.Locations.FirstOrDefault())));
    }

    private LibraryModel? ParseLibrary(string name, INamedTypeSymbol attribute, CancellationToken cancel)
    {
        if (_class.DeclaredAccessibility != Accessibility.Public || _class.IsGenericType || _class.ContainingType is not null || _class.IsStatic || _class.IsRecord)
            Report(Diagnostics.NotPublicClass, _class, _class.Name);
        if (!SnakeCase.IsMatch(name))
            Report(Diagnostics.BadLibraryName, _class, name);
        if (NeighbourWith(attribute) is { } neighbour)
            Report(Diagnostics.SharedNamespace, _class, _class.Name, neighbour.Name);

        _remarks.Documented(_class);
        foreach (var member in InheritedExports())
            Report(Diagnostics.Inherited, _class, $"{member.ContainingType.Name}.{member.Name}", _class.Name);

        // Methods first, so that the types they need come before those that only events carry.
        foreach (var member in _class.GetMembers().Where(IsExported).OrderBy(member => member is IEventSymbol))
        {
            cancel.ThrowIfCancellationRequested();
            ParseMember(member);
        }

        // Their methods may hand out further ones.
        for (var i = 0; i < _types.Objects.Count; i++)
            ParseObject(_types.Objects[i].Model, _types.Objects[i].Symbol);

        if (_constructor is null && _mistakes.Count == 0)
            Report(Diagnostics.NoConstructor, _class, _class.Name);
        if (_constructor is null)
            return null;

        var results = _methods.Where(method => method.Result?.Kind == Model.TypeKind.Record).Select(method => method.Result!.CSharp);
        var library = new LibraryModel(
            name,
            _class.ContainingAssembly.Identity.Version.ToString(3),
            _class.ContainingNamespace.IsGlobalNamespace ? "" : _class.ContainingNamespace.ToDisplayString(),
            _class.Name,
            Docs.Summary(_class),
            _constructor,
            new EquatableArray<MethodModel>(_methods),
            new EquatableArray<EventModel>(_events),
            new EquatableArray<ConstantModel>(_constants),
            new EquatableArray<ObjectModel>(_types.Objects.Select(found => found.Model)),
            new EquatableArray<RecordModel>(_types.RecordsWith(results).Concat(ReplyStructs()).Concat(EventStructs())),
            new EquatableArray<EnumModel>(_types.Enums));

        // Names are looked at once the rest is right: a type that cannot cross has none.
        if (_mistakes.Count == 0)
            _mistakes.AddRange(NameRules.Check(library, _class));

        return library;
    }

    /// <summary>Another library in the namespace that comes first: what is generated for it is in the same place.</summary>
    private INamedTypeSymbol? NeighbourWith(INamedTypeSymbol attribute) => _class.ContainingNamespace.GetTypeMembers()
        .Where(type => type.GetAttributes().Any(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, attribute)))
        .TakeWhile(type => !SymbolEqualityComparer.Default.Equals(type, _class))
        .FirstOrDefault();

    /// <summary>What base classes export and the class itself does not.</summary>
    private IEnumerable<ISymbol> InheritedExports()
    {
        for (var type = _class.BaseType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Where(IsExported))
            {
                if (!_class.GetMembers(member.Name).Any(IsExported))
                    yield return member;
            }
        }
    }

    /// <summary>The structs that C gets results in which are no records.</summary>
    private IEnumerable<RecordModel> ReplyStructs() =>
        from method in _methods
        where method.ReplyStruct is not null
        let value = new ParameterModel("Value", method.ResultDoc, method.Result!)
        select new RecordModel(
            method.ReplyStruct!,
            method.Result!.Declared,
            $"What {method.WireName} returns.",
            new EquatableArray<ParameterModel>([value]),
            RecordRole.Reply,
            IsResult: true,
            IsRecursive: false);

    /// <summary>The structs that C gets events in which are not one record.</summary>
    private IEnumerable<RecordModel> EventStructs() =>
        from @event in _events
        where @event.EventStruct is not null
        select new RecordModel(
            @event.EventStruct!,
            @event.Single?.Declared ?? $"{@event.Name}Args",
            $"What {@event.WireName} carries.",
            @event.Parameters,
            RecordRole.Event,
            IsResult: false,
            IsRecursive: false);

    private void ParseObject(ObjectModel model, INamedTypeSymbol symbol)
    {
        foreach (var member in symbol.GetMembers().Where(IsExported))
        {
            if (member is IMethodSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } method)
                ParseMethod(method, model);
            else
                Report(Diagnostics.NotAMethod, member, $"{symbol.Name}.{member.Name}");
        }
    }

    private void ParseMember(ISymbol member)
    {
        if (member.DeclaredAccessibility != Accessibility.Public)
        {
            Report(Diagnostics.NotPublic, member, member.Name);
            return;
        }

        _remarks.Documented(member);
        switch (member)
        {
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                ParseMethod(method);
                break;
            case IEventSymbol @event:
                ParseEvent(@event);
                break;
            case IFieldSymbol field:
                ParseConstant(field);
                break;
            default:
                Report(Diagnostics.NotExportable, member, (member as IMethodSymbol)?.AssociatedSymbol?.Name ?? member.Name);
                break;
        }
    }

    private void ParseMethod(IMethodSymbol method, ObjectModel? owner = null)
    {
        if (method.IsGenericMethod)
        {
            Report(Diagnostics.Generic, method, method.Name);
            return;
        }

        if (method.RefKind != RefKind.None)
            Report(Diagnostics.ByReference, method, $"the result of '{method.Name}'");
        if (method is { IsAsync: true, ReturnsVoid: true })
            Report(Diagnostics.AsyncVoid, method, method.Name);

        var (kind, result) = ReadReturn(method.ReturnType);
        var isConstructor = method.IsStatic && result?.NullableAnnotation != NullableAnnotation.Annotated && SymbolEqualityComparer.Default.Equals(result, _class);
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
            isConstructor || result is null ? null : _types.ParseResult(result, method, $"the result of '{method.Name}'"),
            new EquatableArray<ParameterModel>(parameters.Select(parameter => ParseParameter(method, parameter))),
            takesCancellation,
            owner);

        if (model is { IsStatic: true, Result.Kind: Model.TypeKind.Object })
            Report(Diagnostics.StaticObject, method, method.Name);
        if (isConstructor && _constructor is not null)
            Report(Diagnostics.SeveralConstructors, method, method.Name);
        else if (isConstructor)
            _constructor = model;
        else
            _methods.Add(model);
    }

    private ParameterModel ParseParameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
            Report(Diagnostics.ByReference, parameter, $"'{parameter.Name}'");

        _types.RefuseDefault(parameter, $"{method.Name}.{parameter.Name}");

        return new ParameterModel(
            parameter.Name,
            Docs.Parameter(method, parameter.Name),
            _types.Parse(parameter.Type, parameter, $"'{method.Name}.{parameter.Name}'"));
    }

    private void ParseEvent(IEventSymbol @event)
    {
        var invoke = (@event.Type as INamedTypeSymbol)?.DelegateInvokeMethod;
        if (invoke is not { ReturnsVoid: true } || @event.IsStatic)
        {
            Report(Diagnostics.UnsupportedEvent, @event, @event.Name);
            return;
        }

        LimitParameters(@event, invoke.Parameters.Length);
        var parameters = invoke.Parameters.Select(parameter => ParseEventParameter(@event, parameter)).ToList();
        _events.Add(new EventModel(@event.Name, Docs.Summary(@event), new EquatableArray<ParameterModel>(parameters)));
    }

    private ParameterModel ParseEventParameter(IEventSymbol @event, IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
            Report(Diagnostics.ByReference, @event, $"'{@event.Name}.{parameter.Name}'");

        // Action's own parameters are called obj and arg1: a name of the author's own begins with neither by accident.
        var name = @event.Type.Name == "Action" && parameter.Name == "obj" ? "value" : parameter.Name;
        return new ParameterModel(
            name,
            Docs.Parameter(@event.Type, parameter.Name),
            _types.Parse(parameter.Type, @event, $"'{@event.Name}.{name}'"));
    }

    private void ParseConstant(IFieldSymbol field)
    {
        var kind = TypeParser.Constant(field.Type);
        if (!field.IsConst || kind is null || field.ConstantValue is null)
            Report(Diagnostics.UnsupportedConstant, field, field.Name);
        else
            _constants.Add(new ConstantModel(field.Name, Docs.Summary(field), kind.Value, Invariant(field.ConstantValue)));
    }

    private void LimitParameters(ISymbol symbol, int count)
    {
        if (count > TypeParser.MostMembers)
            Report(Diagnostics.TooManyMembers, symbol, symbol.Name, count.ToString(CultureInfo.InvariantCulture), "parameters");
    }

    private static string Invariant(object value) => value switch
    {
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        _mistakes.Add(DiagnosticInfo.Create(descriptor, symbol.Locations.FirstOrDefault(), arguments));

    /// <summary>Whether the member or the class has the attribute.</summary>
    public static bool IsExported(ISymbol member) =>
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
