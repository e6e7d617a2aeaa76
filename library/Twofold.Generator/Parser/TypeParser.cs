using Microsoft.CodeAnalysis;
using Twofold.Generator.Model;
using TypeKind = Twofold.Generator.Model.TypeKind;

namespace Twofold.Generator.Parser;

/// <summary>Reads the types that a library's members reach.</summary>
internal sealed class TypeParser(List<DiagnosticInfo> diagnostics, Remarks remarks)
{
    /// <summary>A reader keeps a bit for each member of a map.</summary>
    public const int MostMembers = 64;

    private const string Supported =
        "bool, an integer of 8 to 64 bits, float, double, string, byte[], ReadOnlyMemory<byte>, an enum of int, a record whose public "
        + "constructor takes its members, or T[], List<T>, IReadOnlyList<T> of these";

    private readonly Dictionary<string, RecordModel> _records = [];
    private readonly HashSet<string> _open = [];
    private readonly HashSet<string> _recursive = [];
    private readonly List<string> _order = [];
    private readonly Dictionary<string, EnumModel> _enums = [];
    private readonly Dictionary<string, (ObjectModel Model, INamedTypeSymbol Symbol)> _objects = [];

    /// <summary>The enums that have been reached.</summary>
    public IEnumerable<EnumModel> Enums => _enums.Values;

    /// <summary>The records that have been reached, each after those that it contains by value.</summary>
    public IEnumerable<RecordModel> RecordsWith(IEnumerable<string> results)
    {
        var names = new HashSet<string>(results);
        return _order.Select(name => _records[name] with { IsResult = names.Contains(name), IsRecursive = _recursive.Contains(name) });
    }

    /// <summary>The other exported classes that have been reached; grows while their methods are read.</summary>
    public IReadOnlyList<(ObjectModel Model, INamedTypeSymbol Symbol)> Objects => [.. _objects.Values];

    /// <summary>Reads the type of a result, which may be an object of another exported class.</summary>
    public TypeModel ParseResult(ITypeSymbol type, ISymbol symbol, string path)
    {
        if (type is not INamedTypeSymbol { IsRecord: false, TypeKind: Microsoft.CodeAnalysis.TypeKind.Class } named || !LibraryParser.IsExported(named))
            return Parse(type, symbol, path);
        if (named.DeclaredAccessibility != Accessibility.Public || named.IsGenericType || named.IsStatic || type.NullableAnnotation == NullableAnnotation.Annotated)
            return Unsupported(type, symbol, path);

        var fullName = FullName(named);
        if (!_objects.ContainsKey(fullName))
            _objects.Add(fullName, (new ObjectModel(named.Name, fullName, Docs.Summary(named)), named));

        return new TypeModel(TypeKind.Object, IsOptional: false, fullName, IsValueType: false, Name: named.Name);
    }

    /// <summary>Reads a type; what cannot be exported is reported at the symbol, under the path that leads there.</summary>
    public TypeModel Parse(ITypeSymbol type, ISymbol symbol, string path) => Parse(type, symbol, path, isInline: true);

    /// <summary>Reads a type that C holds within the struct (<paramref name="isInline"/>) or behind a pointer.</summary>
    private TypeModel Parse(ITypeSymbol type, ISymbol symbol, string path, bool isInline)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return ParseRequired(nullable.TypeArguments[0], symbol, path, isInline: false) with { IsOptional = true };

        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? ParseRequired(type, symbol, path, isInline: false) with { IsOptional = true }
            : ParseRequired(type, symbol, path, isInline);
    }

    private TypeModel ParseRequired(ITypeSymbol type, ISymbol symbol, string path, bool isInline)
    {
        if (Scalar(type.SpecialType) is { } scalar)
            return new TypeModel(scalar, IsOptional: false, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), IsValueType: scalar != TypeKind.Text);

        switch (type)
        {
            case IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }:
                return new TypeModel(TypeKind.Bytes, IsOptional: false, "byte[]", IsValueType: false, TypeForm.Array);
            case IArrayTypeSymbol { Rank: 1 } array:
                return List(array.ElementType, TypeForm.Array, symbol, path);
            case INamedTypeSymbol { IsGenericType: true } generic when ListForm(generic) is { } form:
                return List(generic.TypeArguments[0], form, symbol, path);
            case INamedTypeSymbol { IsGenericType: true } generic when generic.ToDisplayString() == "System.ReadOnlyMemory<byte>":
                return new TypeModel(TypeKind.Bytes, IsOptional: false, "global::System.ReadOnlyMemory<byte>", IsValueType: true, TypeForm.Memory);
            case INamedTypeSymbol { TypeKind: Microsoft.CodeAnalysis.TypeKind.Enum } named:
                return ParseEnum(named, symbol, path);
            case INamedTypeSymbol { IsRecord: true, IsGenericType: false, IsAbstract: false, IsRefLikeType: false } named:
                return ParseRecord(named, symbol, path, isInline);
            default:
                return Unsupported(type, symbol, path);
        }
    }

    private static TypeKind? Scalar(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => TypeKind.Bool,
        SpecialType.System_SByte => TypeKind.Int8,
        SpecialType.System_Byte => TypeKind.UInt8,
        SpecialType.System_Int16 => TypeKind.Int16,
        SpecialType.System_UInt16 => TypeKind.UInt16,
        SpecialType.System_Int32 => TypeKind.Int32,
        SpecialType.System_UInt32 => TypeKind.UInt32,
        SpecialType.System_Int64 => TypeKind.Int64,
        SpecialType.System_UInt64 => TypeKind.UInt64,
        SpecialType.System_Single => TypeKind.Float32,
        SpecialType.System_Double => TypeKind.Float64,
        SpecialType.System_String => TypeKind.Text,
        _ => null,
    };

    /// <summary>The kind of a constant's type, or null if it cannot be exported.</summary>
    public static TypeKind? Constant(ITypeSymbol type) => Scalar(type.SpecialType);

    private static TypeForm? ListForm(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString() switch
    {
        "System.Collections.Generic.List<T>" => TypeForm.List,
        "System.Collections.Generic.IReadOnlyList<T>" => TypeForm.ReadOnlyList,
        _ => null,
    };

    private TypeModel List(ITypeSymbol itemType, TypeForm form, ISymbol symbol, string path)
    {
        var item = Parse(itemType, symbol, $"{path.TrimEnd('\'')}[]'", isInline: false);
        var spelled = form switch
        {
            TypeForm.Array => $"{item.Declared}[]",
            TypeForm.List => $"global::System.Collections.Generic.List<{item.Declared}>",
            _ => $"global::System.Collections.Generic.IReadOnlyList<{item.Declared}>",
        };
        return new TypeModel(TypeKind.List, IsOptional: false, spelled, IsValueType: false, form, Item: item);
    }

    private TypeModel ParseEnum(INamedTypeSymbol type, ISymbol symbol, string path)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        if (type.EnumUnderlyingType!.SpecialType != SpecialType.System_Int32 || members.Count == 0)
            return Unsupported(type, symbol, path);

        var fullName = FullName(type);
        if (!_enums.ContainsKey(fullName))
        {
            remarks.Documented(type);
            foreach (var member in members)
                remarks.Documented(member);

            _enums.Add(fullName, new EnumModel(
                type.Name,
                fullName,
                Docs.Summary(type),
                new EquatableArray<EnumMemberModel>(
                    members.Select(field => new EnumMemberModel(field.Name, Docs.Summary(field), (int)field.ConstantValue!)))));
        }

        return new TypeModel(TypeKind.Enum, IsOptional: false, fullName, IsValueType: true, Name: type.Name);
    }

    private TypeModel ParseRecord(INamedTypeSymbol type, ISymbol symbol, string path, bool isInline)
    {
        var fullName = FullName(type);
        var model = new TypeModel(TypeKind.Record, IsOptional: false, fullName, type.IsValueType, Name: type.Name);
        if (_open.Contains(fullName))
        {
            // A struct cannot contain itself, but it can point to itself.
            _recursive.Add(fullName);
            return isInline ? Unsupported(type, symbol, path) : model;
        }

        if (_records.ContainsKey(fullName))
            return model;

        var constructor = type.InstanceConstructors
            .Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public && !IsCopy(candidate, type))
            .OrderByDescending(candidate => candidate.Parameters.Length)
            .FirstOrDefault();
        if (constructor is null || constructor.Parameters.Length == 0)
            return Unsupported(type, symbol, path);

        if (constructor.Parameters.Length > MostMembers)
            Report(Diagnostics.TooManyMembers, type, type.Name, constructor.Parameters.Length.ToString(), "members");

        remarks.Documented(type);
        RefuseRequired(type, constructor);
        _open.Add(fullName);
        var members = constructor.Parameters.Select(parameter => ParseMember(type, parameter)).ToList();
        _open.Remove(fullName);

        _records[fullName] = new RecordModel(
            type.Name, fullName, Docs.Summary(type), new EquatableArray<ParameterModel>(members), RecordRole.Message, IsResult: false, IsRecursive: false);
        _order.Add(fullName);
        return model;
    }

    /// <summary>A member: the constructor's parameter to set it, and the property or field of its name to read it.</summary>
    private ParameterModel ParseMember(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        var path = $"{type.Name}.{parameter.Name}";
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
            Report(Diagnostics.ByReference, parameter, $"'{path}'");

        RefuseDefault(parameter, path);
        var member = Members.ReadBack(type, parameter);
        if (member is null)
            Report(Diagnostics.UnreadableMember, parameter, path, Members.Property(parameter), parameter.Type.ToDisplayString());

        var docs = new[] { Docs.Parameter(type, parameter.Name), Docs.Parameter(parameter.ContainingSymbol, parameter.Name), member is null ? "" : Docs.Summary(member) };
        var doc = docs.FirstOrDefault(text => text.Length > 0) ?? "";
        if (doc.Length == 0)
            remarks.Missing(parameter, path);

        return new ParameterModel(member?.Name ?? parameter.Name, doc, Parse(parameter.Type, parameter, $"'{path}'"));
    }

    private void RefuseRequired(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        foreach (var member in Members.LeftOut(type, constructor))
            Report(Diagnostics.RequiredMember, type, $"{type.Name}.{member.Name}");
    }

    /// <summary>A default is lost on the way, except for null where null means absent.</summary>
    public void RefuseDefault(IParameterSymbol parameter, string path)
    {
        if (parameter.HasExplicitDefaultValue && !(parameter.ExplicitDefaultValue is null && parameter.Type.NullableAnnotation == NullableAnnotation.Annotated))
            Report(Diagnostics.DefaultValue, parameter, path);
    }

    private TypeModel Unsupported(ITypeSymbol type, ISymbol symbol, string path)
    {
        Report(Diagnostics.UnsupportedType, symbol, path, type.ToDisplayString(), Supported);
        return new TypeModel(TypeKind.Bool, IsOptional: false, "bool", IsValueType: true);
    }

    private void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        diagnostics.Add(DiagnosticInfo.Create(descriptor, symbol.Locations.FirstOrDefault(), arguments));

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static string FullName(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
