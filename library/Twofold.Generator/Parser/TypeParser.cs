using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Twofold.Generator.Model;
using TypeKind = Twofold.Generator.Model.TypeKind;

namespace Twofold.Generator.Parser;

/// <summary>Reads the types that a library's members reach.</summary>
internal sealed class TypeParser(List<DiagnosticInfo> diagnostics)
{
    private const int MostMembers = 64;
    private const string Supported = "bool, int, uint, long, string, an enum, a record, or IReadOnlyList<T> of string or record";
    private const string SupportedAlone = "bool, int, uint, long, string, an enum or a record; put a list, or what may be absent, into a record";

    private readonly Dictionary<string, RecordModel?> _records = [];
    private readonly List<RecordModel> _ordered = [];
    private readonly Dictionary<string, EnumModel> _enums = [];

    /// <summary>The enums that have been reached.</summary>
    public IEnumerable<EnumModel> Enums => _enums.Values;

    /// <summary>The records that have been reached, each after those it contains.</summary>
    public IEnumerable<RecordModel> RecordsWith(IEnumerable<string> results)
    {
        var names = new HashSet<string>(results);
        return _ordered.Select(record => record with { IsResult = names.Contains(record.FullName) });
    }

    /// <summary>Reads a type; what cannot be exported is reported at the symbol, under the path that leads there.</summary>
    public TypeModel Parse(ITypeSymbol type, ISymbol symbol, string path)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return ParseRequired(nullable.TypeArguments[0], symbol, path) with { IsOptional = true };

        var model = ParseRequired(type, symbol, path);
        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? model with { IsOptional = true } : model;
    }

    /// <summary>Reads the type of a parameter or a result, which stands alone and not in a record.</summary>
    public TypeModel ParseAlone(ITypeSymbol type, ISymbol symbol, string path)
    {
        var known = diagnostics.Count;
        var model = Parse(type, symbol, path);
        return diagnostics.Count == known && (model.Kind == TypeKind.List || model.IsOptional)
            ? Unsupported(type, symbol, path, SupportedAlone)
            : model;
    }

    private TypeModel ParseMember(ITypeSymbol type, ISymbol symbol, string path)
    {
        var model = Parse(type, symbol, path);
        return model is { IsOptional: true, Kind: TypeKind.List or TypeKind.Record } ? Unsupported(type, symbol, path) : model;
    }

    private TypeModel ParseRequired(ITypeSymbol type, ISymbol symbol, string path)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean:
                return new TypeModel(TypeKind.Bool, IsOptional: false);
            case SpecialType.System_Int32:
                return new TypeModel(TypeKind.Int32, IsOptional: false);
            case SpecialType.System_Int64:
                return new TypeModel(TypeKind.Int64, IsOptional: false);
            case SpecialType.System_UInt32:
                return new TypeModel(TypeKind.UInt32, IsOptional: false);
            case SpecialType.System_String:
                return new TypeModel(TypeKind.Text, IsOptional: false);
        }

        return type switch
        {
            INamedTypeSymbol { TypeKind: Microsoft.CodeAnalysis.TypeKind.Enum, EnumUnderlyingType.SpecialType: SpecialType.System_Int32 } named =>
                ParseEnum(named),
            INamedTypeSymbol { IsRecord: true, IsGenericType: false, IsAbstract: false, TypeKind: Microsoft.CodeAnalysis.TypeKind.Class } named =>
                ParseRecord(named, symbol, path),
            INamedTypeSymbol { MetadataName: "IReadOnlyList`1" } named => ParseList(named, symbol, path),
            _ => Unsupported(type, symbol, path),
        };
    }

    private TypeModel ParseList(INamedTypeSymbol type, ISymbol symbol, string path)
    {
        var known = diagnostics.Count;
        var item = Parse(type.TypeArguments[0], symbol, $"{path.TrimEnd('\'')}[]'");
        if (diagnostics.Count > known)
            return item;

        return item is { IsOptional: false, Kind: TypeKind.Text or TypeKind.Record }
            ? new TypeModel(TypeKind.List, IsOptional: false, Item: item)
            : Unsupported(type, symbol, path);
    }

    private TypeModel ParseEnum(INamedTypeSymbol type)
    {
        var fullName = FullName(type);
        if (!_enums.ContainsKey(fullName))
        {
            var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue);
            _enums.Add(fullName, new EnumModel(
                type.Name,
                fullName,
                Docs.Summary(type),
                new EquatableArray<EnumMemberModel>(
                    members.Select(field => new EnumMemberModel(field.Name, Docs.Summary(field), (int)field.ConstantValue!)))));
        }

        return new TypeModel(TypeKind.Enum, IsOptional: false, type.Name, fullName);
    }

    private TypeModel ParseRecord(INamedTypeSymbol type, ISymbol symbol, string path)
    {
        var fullName = FullName(type);
        var model = new TypeModel(TypeKind.Record, IsOptional: false, type.Name, fullName);
        if (_records.TryGetValue(fullName, out var known))
            return known is null ? Unsupported(type, symbol, path) : model;

        // Null while its members are read: a record that contains itself has no flat form.
        _records.Add(fullName, null);
        var constructor = type.InstanceConstructors
            .Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public && !IsCopy(candidate, type))
            .OrderByDescending(candidate => candidate.Parameters.Length)
            .FirstOrDefault();
        if (constructor is null)
            return Unsupported(type, symbol, path);

        if (constructor.Parameters.Length > MostMembers)
            Report(Diagnostics.TooManyMembers, type, type.Name, constructor.Parameters.Length.ToString());

        var members = constructor.Parameters.Select(parameter => new ParameterModel(
            parameter.Name,
            Docs.Parameter(type, parameter.Name),
            ParseMember(parameter.Type, parameter, $"'{type.Name}.{parameter.Name}'"))).ToList();

        var record = new RecordModel(type.Name, fullName, Docs.Summary(type), new EquatableArray<ParameterModel>(members), IsResult: false);
        _records[fullName] = record;
        _ordered.Add(record);
        return model;
    }

    private TypeModel Unsupported(ITypeSymbol type, ISymbol symbol, string path, string supported = Supported)
    {
        Report(Diagnostics.UnsupportedType, symbol, path, type.ToDisplayString(), supported);
        return new TypeModel(TypeKind.Bool, IsOptional: false);
    }

    private void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        diagnostics.Add(DiagnosticInfo.Create(descriptor, symbol.Locations.FirstOrDefault(), arguments));

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static string FullName(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
