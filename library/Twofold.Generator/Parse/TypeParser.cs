using Microsoft.CodeAnalysis;
using Twofold.Model;
using Twofold.Model.Abi;
using Twofold.Model.Library;
using Twofold.Model.Types;
using TypeKind = Microsoft.CodeAnalysis.TypeKind;

namespace Twofold.Generator.Parse;

/// <summary>Reads the types that the members of a library use, directly or indirectly.</summary>
internal sealed class TypeParser(DiagnosticSink diagnostics)
{
    private const string Supported =
        "bool, an integer of 8 to 64 bits, Half, float, double, decimal, char, string, byte[], ReadOnlyMemory<byte>, Guid, DateTimeOffset, "
        + "DateTime, DateOnly, TimeSpan, Uri, an enum of int, a record whose public constructor takes its members, or T[], List<T>, "
        + "IReadOnlyList<T>, IEnumerable<T>, HashSet<T>, ImmutableArray<T> of these";

    // How deep records may contain each other.
    private const int DeepestType = 64;

    // With the question marks of type arguments, which are different types here.
    private static readonly SymbolDisplayFormat s_fullName =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly Dictionary<string, RecordModel> _records = [];
    private readonly Dictionary<string, INamedTypeSymbol> _symbols = [];
    private readonly HashSet<string> _open = [];
    private readonly HashSet<string> _recursive = [];
    private readonly List<string> _order = [];
    private readonly Dictionary<string, EnumModel> _enums = [];
    private readonly Dictionary<string, ObjectModel> _objects = [];

    /// <summary>The enums that have been read.</summary>
    public IEnumerable<EnumModel> Enums => _enums.Values;

    /// <summary>The other exported classes that have been found; grows while their methods are read.</summary>
    public IReadOnlyList<ObjectModel> Objects => [.. _objects.Values];

    /// <summary>The record, enum or object with this full name.</summary>
    public INamedTypeSymbol SymbolOf(string fullName) => _symbols[fullName];

    /// <summary>The records that have been read, each after the records that it contains by value.</summary>
    /// <param name="results">The full names of the records that methods return.</param>
    public IEnumerable<RecordModel> RecordsWith(IEnumerable<string> results)
    {
        var names = new HashSet<string>(results);
        return _order.Select(name => _records[name] with { IsResult = names.Contains(name), IsRecursive = _recursive.Contains(name) });
    }

    /// <summary>Reads the type of a result, which may be an object of another exported class.</summary>
    public TypeModel ParseResult(ITypeSymbol type, ISymbol symbol, string path)
    {
        if (type is not INamedTypeSymbol { IsRecord: false, TypeKind: TypeKind.Class } named || !Attributes.IsExported(named))
            return Parse(type, symbol, path);
        if (named.DeclaredAccessibility != Accessibility.Public || named.IsGenericType || named.IsStatic || type.NullableAnnotation == NullableAnnotation.Annotated)
            return Unsupported(type, symbol, path);

        var fullName = FullName(named);
        if (!_objects.ContainsKey(fullName))
        {
            _objects.Add(fullName, new ObjectModel(named.Name, fullName, Docs.Summary(named)));
            _symbols[fullName] = named;
        }

        return new ObjectType(named.Name, fullName);
    }

    /// <summary>Reads a type. A type that cannot be exported is reported at the symbol, with the path to it.</summary>
    public TypeModel Parse(ITypeSymbol type, ISymbol symbol, string path) => Parse(type, symbol, path, isInline: true);

    /// <summary>The type of a constant, or null if it cannot be exported.</summary>
    public static TypeModel? Constant(ITypeSymbol type) => Scalar(type) is { } scalar and not CharType ? scalar : null;

    /// <summary>Default values are not exported, except null for an optional parameter.</summary>
    public void RefuseDefault(IParameterSymbol parameter, string path)
    {
        if (parameter.HasExplicitDefaultValue && !(parameter.ExplicitDefaultValue is null && parameter.Type.NullableAnnotation == NullableAnnotation.Annotated))
            diagnostics.Report(Diagnostics.DefaultValue, parameter, path);
    }

    /// <summary>Reads a type that C holds within the struct (<paramref name="isInline"/>) or behind a pointer.</summary>
    private TypeModel Parse(ITypeSymbol type, ISymbol symbol, string path, bool isInline)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return new OptionalType(ParseRequired(nullable.TypeArguments[0], symbol, path, isInline: false));

        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? new OptionalType(ParseRequired(type, symbol, path, isInline: false))
            : ParseRequired(type, symbol, path, isInline);
    }

    private TypeModel ParseRequired(ITypeSymbol type, ISymbol symbol, string path, bool isInline)
    {
        if (Scalar(type) is { } scalar)
            return scalar;

        switch (type)
        {
            case IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }:
                return new BytesType(IsMemory: false);
            case IArrayTypeSymbol { Rank: 1 } array:
                return List(array.ElementType, ListForm.Array, symbol, path);
            case INamedTypeSymbol { IsGenericType: true } generic when FormOf(generic) is { } form:
                return List(generic.TypeArguments[0], form, symbol, path);
            case INamedTypeSymbol { IsGenericType: true } generic when generic.ToDisplayString() == "System.ReadOnlyMemory<byte>":
                return new BytesType(IsMemory: true);
            case INamedTypeSymbol { TypeKind: TypeKind.Enum } named:
                return ParseEnum(named, symbol, path);
            case INamedTypeSymbol { IsRecord: true, IsAbstract: false, IsRefLikeType: false, ContainingType: null or { IsGenericType: false } } named:
                return ParseRecord(named, symbol, path, isInline);
            default:
                return Unsupported(type, symbol, path);
        }
    }

    private static TypeModel? Scalar(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: false, ContainingType: null } named ? ScalarTypes.Find($"{named.ContainingNamespace?.ToDisplayString()}.{named.MetadataName}") : null;

    private static ListForm? FormOf(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString() switch
    {
        "System.Collections.Generic.List<T>" => ListForm.List,
        "System.Collections.Generic.IReadOnlyList<T>" => ListForm.ReadOnlyList,
        "System.Collections.Generic.IEnumerable<T>" => ListForm.Enumerable,
        "System.Collections.Generic.HashSet<T>" => ListForm.HashSet,
        "System.Collections.Immutable.ImmutableArray<T>" => ListForm.ImmutableArray,
        _ => null,
    };

    private ListType List(ITypeSymbol itemType, ListForm form, ISymbol symbol, string path) =>
        new(Parse(itemType, symbol, $"{path.TrimEnd('\'')}[]'", isInline: false), form);

    private TypeModel ParseEnum(INamedTypeSymbol type, ISymbol symbol, string path)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        if (type.EnumUnderlyingType!.SpecialType != SpecialType.System_Int32 || members.Count == 0)
            return Unsupported(type, symbol, path);
        if (Attributes.IsFlags(type))
            diagnostics.Report(Diagnostics.FlagsEnum, symbol, Unquoted(path), type.Name);

        var fullName = FullName(type);
        if (!_enums.ContainsKey(fullName))
        {
            _symbols[fullName] = type;
            diagnostics.RequireSummary(type);
            foreach (var member in members)
                diagnostics.RequireSummary(member);

            _enums.Add(fullName, new EnumModel(
                type.Name,
                fullName,
                Docs.Summary(type),
                new EquatableArray<EnumMemberModel>(
                    members.Select(field => new EnumMemberModel(field.Name, Docs.Summary(field), (int)field.ConstantValue!)))));
        }

        return new EnumType(type.Name, fullName);
    }

    private TypeModel ParseRecord(INamedTypeSymbol type, ISymbol symbol, string path, bool isInline)
    {
        var fullName = FullName(type);
        var model = new RecordType(ClosedName.Of(type.WithNullableAnnotation(NullableAnnotation.None)), fullName, type.IsValueType);
        if (_open.Contains(fullName))
        {
            // A struct cannot contain itself, but it can point to itself.
            _recursive.Add(fullName);
            if (isInline)
                diagnostics.Report(Diagnostics.SelfContained, symbol, Unquoted(path), type.Name);

            return model;
        }

        if (_records.ContainsKey(fullName))
            return model;

        // A generic record may contain itself with other type arguments, without end.
        if (_open.Count >= DeepestType)
            return Unsupported(type, symbol, path);

        var constructor = type.InstanceConstructors
            .Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public && !IsCopy(candidate, type))
            .OrderByDescending(candidate => candidate.Parameters.Length)
            .FirstOrDefault();
        if (constructor is null || constructor.Parameters.Length == 0)
            return Unsupported(type, symbol, path);

        if (constructor.Parameters.Length > Limits.MaxMembers)
            diagnostics.Report(Diagnostics.TooManyMembers, type, type.Name, constructor.Parameters.Length.ToString(), "members");

        diagnostics.RequireSummary(type);
        foreach (var member in Members.LeftOut(type, constructor))
            diagnostics.Report(Diagnostics.RequiredMember, type, $"{type.Name}.{member.Name}");
        foreach (var property in Members.Lost(type, constructor))
            diagnostics.Report(Diagnostics.LostMember, property, $"{type.Name}.{property.Name}");

        _symbols[fullName] = type;
        _open.Add(fullName);
        var members = constructor.Parameters.Select(parameter => ParseMember(type, parameter)).ToList();
        _open.Remove(fullName);

        _records[fullName] = new RecordModel(
            model.Name, fullName, Docs.Summary(type), new EquatableArray<ParameterModel>(members), RecordRole.Message, IsResult: false, IsRecursive: false);
        _order.Add(fullName);
        return model;
    }

    /// <summary>A member: the parameter of the constructor sets it, and the property or field of the same name returns it.</summary>
    private ParameterModel ParseMember(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        var path = $"{type.Name}.{parameter.Name}";
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
            diagnostics.Report(Diagnostics.ByReference, parameter, $"'{path}'");

        RefuseDefault(parameter, path);
        var member = Members.ReadBack(type, parameter);
        if (member is null)
            diagnostics.Report(Diagnostics.UnreadableMember, parameter, path, Members.Property(parameter), parameter.Type.ToDisplayString());

        var docs = new[] { Docs.Parameter(type, parameter.Name), Docs.Parameter(parameter.ContainingSymbol, parameter.Name), member is null ? "" : Docs.Summary(member) };
        var doc = docs.FirstOrDefault(text => text.Length > 0) ?? "";
        if (doc.Length == 0)
            diagnostics.Undocumented(parameter, path);

        return new ParameterModel(member?.Name ?? parameter.Name, doc, Parse(parameter.Type, parameter, $"'{path}'"));
    }

    private BoolType Unsupported(ITypeSymbol type, ISymbol symbol, string path)
    {
        diagnostics.Report(Diagnostics.UnsupportedType, symbol, path, type.ToDisplayString(), Supported);
        return new BoolType();
    }

    private static string Unquoted(string path) => path.StartsWith("'", StringComparison.Ordinal) ? path.Trim('\'') : path;

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static string FullName(INamedTypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(s_fullName);
}
