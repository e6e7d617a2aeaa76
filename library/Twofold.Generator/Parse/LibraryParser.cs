using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Twofold.Model;
using Twofold.Model.Abi;
using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Generator.Parse;

/// <summary>Reads an annotated class.</summary>
internal sealed class LibraryParser
{
    private static readonly Regex s_snakeCase = new("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.CultureInvariant);

    private readonly INamedTypeSymbol _class;
    private readonly DiagnosticSink _diagnostics = new();
    private readonly List<MethodModel> _methods = [];
    private readonly List<EventModel> _events = [];
    private readonly List<ConstantModel> _constants = [];
    private readonly TypeParser _types;
    private readonly MethodParser _methodParser;
    private MethodModel? _constructor;

    private LibraryParser(INamedTypeSymbol type)
    {
        _class = type;
        _types = new TypeParser(_diagnostics);
        _methodParser = new MethodParser(type, _types, _diagnostics);
    }

    /// <summary>Reads the class; the library is null if there is an error.</summary>
    public static ParseResult Parse(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancel)
    {
        // An invalid attribute, which the compiler reports, may have no argument or one of another type.
        var name = attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";
        var parser = new LibraryParser(type);
        var library = parser.ParseLibrary(name, cancel);
        return new ParseResult(
            parser._diagnostics.HasErrors ? null : library,
            parser._diagnostics.All,
            new LibraryName(name, type.ToDisplayString(), DiagnosticInfo.Create(Diagnostics.SharedName, type.Locations.FirstOrDefault())));
    }

    private LibraryModel? ParseLibrary(string name, CancellationToken cancel)
    {
        if (_class.DeclaredAccessibility != Accessibility.Public || _class.IsGenericType || _class.ContainingType is not null || _class.IsStatic || _class.IsRecord)
            _diagnostics.Report(Diagnostics.NotPublicClass, _class, _class.Name);
        if (!s_snakeCase.IsMatch(name))
            _diagnostics.Report(Diagnostics.BadLibraryName, _class, name);

        _diagnostics.RequireSummary(_class);
        foreach (var member in InheritedExports())
            _diagnostics.Report(Diagnostics.Inherited, _class, $"{member.ContainingType.Name}.{member.Name}", _class.Name);

        // Methods first, so their types come before the types that only events use.
        foreach (var member in _class.GetMembers().Where(Attributes.IsExported).OrderBy(member => member is IEventSymbol))
        {
            cancel.ThrowIfCancellationRequested();
            ParseMember(member);
        }

        // The methods of these objects may return objects of further classes.
        for (var i = 0; i < _types.Objects.Count; i++)
            ParseObject(_types.Objects[i]);

        if (_constructor is null && !_diagnostics.HasErrors)
            _diagnostics.Report(Diagnostics.NoConstructor, _class, _class.Name);
        if (_constructor is null)
            return null;

        var library = new LibraryModel(
            name,
            _class.ContainingAssembly.Identity.Version.ToString(3),
            _class.ContainingNamespace.IsGlobalNamespace ? "" : _class.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            _class.Name,
            Docs.Summary(_class),
            _constructor,
            new EquatableArray<MethodModel>(_methods),
            new EquatableArray<EventModel>(_events),
            new EquatableArray<ConstantModel>(_constants),
            new EquatableArray<ObjectModel>(_types.Objects),
            new EquatableArray<RecordModel>(_types.RecordsWith(_methods.Select(method => method.Result).OfType<RecordType>().Select(type => type.FullName)).Concat(ReplyStructs()).Concat(EventStructs())),
            new EquatableArray<EnumModel>(_types.Enums));

        // Only if there are no other errors: a type that cannot be exported has no name.
        if (!_diagnostics.HasErrors)
        {
            new NameValidator(library, new Declarations(library, _class, _types), _diagnostics).Validate();
            DerivedRecords.Report(library, _types, _diagnostics);
        }

        return library;
    }

    /// <summary>Reports members with <c>[Ffi]</c> in base classes, which are not exported.</summary>
    private IEnumerable<ISymbol> InheritedExports()
    {
        for (var type = _class.BaseType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Where(Attributes.IsExported))
            {
                if (!_class.GetMembers(member.Name).Any(Attributes.IsExported))
                    yield return member;
            }
        }
    }

    /// <summary>The structs for results that are not records.</summary>
    private IEnumerable<RecordModel> ReplyStructs() =>
        from method in _methods
        where method.ReplyStruct is not null
        let value = new ParameterModel("Value", method.ResultDoc, method.Result!)
        select new RecordModel(
            method.ReplyStruct!,
            method.Result!.CSharp,
            $"The result of {method.WireName}.",
            new EquatableArray<ParameterModel>([value]),
            RecordRole.Reply,
            IsResult: true,
            IsRecursive: false);

    /// <summary>The structs for events whose payload is not a single record.</summary>
    private IEnumerable<RecordModel> EventStructs() =>
        from @event in _events
        where @event.EventStruct is not null
        select new RecordModel(
            @event.EventStruct!,
            @event.Single?.CSharp ?? Emit.GeneratedNames.Payload(@event),
            $"What {@event.WireName} carries.",
            @event.Parameters,
            RecordRole.Event,
            IsResult: false,
            IsRecursive: false);

    private void ParseObject(ObjectModel model)
    {
        var symbol = _types.SymbolOf(model.FullName);
        foreach (var member in symbol.GetMembers().Where(Attributes.IsExported))
        {
            if (member is IMethodSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } method)
                AddMethod(method, model);
            else
                _diagnostics.Report(Diagnostics.NotAMethod, member, $"{symbol.Name}.{member.Name}");
        }
    }

    private void ParseMember(ISymbol member)
    {
        if (member.DeclaredAccessibility != Accessibility.Public)
        {
            _diagnostics.Report(Diagnostics.NotPublic, member, member.Name);
            return;
        }

        _diagnostics.RequireSummary(member);
        switch (member)
        {
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                AddMethod(method, owner: null);
                break;
            case IEventSymbol @event:
                ParseEvent(@event);
                break;
            case IFieldSymbol field:
                ParseConstant(field);
                break;
            default:
                _diagnostics.Report(Diagnostics.NotExportable, member, (member as IMethodSymbol)?.AssociatedSymbol?.Name ?? member.Name);
                break;
        }
    }

    private void AddMethod(IMethodSymbol method, ObjectModel? owner)
    {
        if (_methodParser.Parse(method, owner) is not { } parsed)
            return;

        if (!parsed.IsConstructor)
            _methods.Add(parsed.Model);
        else if (_constructor is null)
            _constructor = parsed.Model;
        else
            _diagnostics.Report(Diagnostics.SeveralConstructors, method, method.Name);
    }

    private void ParseEvent(IEventSymbol @event)
    {
        _diagnostics.Enter(@event, @event.Name);
        var invoke = (@event.Type as INamedTypeSymbol)?.DelegateInvokeMethod;
        if (@event.Type is { Name: "EventHandler", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            _diagnostics.Report(Diagnostics.EventHandler, @event, @event.Name);
            return;
        }

        if (invoke is not { ReturnsVoid: true } || @event.IsStatic)
        {
            _diagnostics.Report(Diagnostics.UnsupportedEvent, @event, @event.Name);
            return;
        }

        _methodParser.LimitParameters(@event, invoke.Parameters.Length);
        var parameters = invoke.Parameters.Select(parameter => ParseEventParameter(@event, parameter)).ToList();
        _events.Add(new EventModel(@event.Name, Docs.Summary(@event), new EquatableArray<ParameterModel>(parameters)));
    }

    private ParameterModel ParseEventParameter(IEventSymbol @event, IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
            _diagnostics.Report(Diagnostics.ByReference, @event, $"'{@event.Name}.{parameter.Name}'");

        // The parameter of Action itself is named obj.
        var name = @event.Type.Name == "Action" && parameter.Name == "obj" ? "value" : parameter.Name;
        return new ParameterModel(
            name,
            Docs.Parameter(@event.Type, parameter.Name),
            _types.Parse(parameter.Type, @event, $"'{@event.Name}.{name}'"));
    }

    private void ParseConstant(IFieldSymbol field)
    {
        var type = TypeParser.Constant(field.Type);
        if (!field.IsConst || type is null || field.ConstantValue is null)
        {
            _diagnostics.Report(Diagnostics.UnsupportedConstant, field, field.Name);
            return;
        }

        if (field.ConstantValue is string text && !IsUnicode(text))
            _diagnostics.Report(Diagnostics.BadText, field, field.Name);

        _constants.Add(new ConstantModel(field.Name, Docs.Summary(field), type, Invariant(field.ConstantValue)));
    }

    /// <summary>Whether the text has no lone surrogate.</summary>
    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;

            i++;
        }

        return true;
    }

    private static string Invariant(object value) => value switch
    {
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
