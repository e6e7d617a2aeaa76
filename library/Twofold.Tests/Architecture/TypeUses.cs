using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Twofold.Tests.Architecture;

/// <summary>One type uses another type or its member: in its base types, signatures, attributes or code.</summary>
/// <param name="Namespace">The namespace of the using type.</param>
/// <param name="User">The name of the using type; a nested type is reported as its outermost type.</param>
/// <param name="UsedNamespace">The namespace of the used type.</param>
/// <param name="Used">The name of the used type; for a member in another assembly, followed by a dot and the member's name.</param>
internal sealed record TypeUse(string Namespace, string User, string UsedNamespace, string Used)
{
    public override string ToString() => $"{Namespace}.{User} -> {UsedNamespace}.{Used}";
}

/// <summary>Reads from the metadata of an assembly which types use which other types.</summary>
internal sealed class TypeUses
{
    private readonly MetadataReader _metadata;
    private readonly PEReader _assembly;
    private readonly HashSet<TypeUse> _uses = [];
    private (string Namespace, string Name) _user;

    private TypeUses(PEReader assembly)
    {
        _assembly = assembly;
        _metadata = assembly.GetMetadataReader();
        foreach (var type in _metadata.TypeDefinitions)
            AddUsesOf(type);
    }

    public static IReadOnlyCollection<TypeUse> Of(Stream assembly)
    {
        using var reader = new PEReader(assembly);
        return new TypeUses(reader)._uses;
    }

    private void AddUsesOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        _user = OutermostOf(handle);
        Add(type.BaseType);
        foreach (var implementation in type.GetInterfaceImplementations())
            Add(_metadata.GetInterfaceImplementation(implementation).Interface);
        AddAttributes(type.GetCustomAttributes());
        AddConstraints(type.GetGenericParameters());
        foreach (var field in type.GetFields())
        {
            AddSignature(_metadata.GetFieldDefinition(field).Signature);
            AddAttributes(_metadata.GetFieldDefinition(field).GetCustomAttributes());
        }

        foreach (var implementation in type.GetMethodImplementations())
            Add(_metadata.GetMethodImplementation(implementation).MethodDeclaration);
        foreach (var method in type.GetMethods())
            AddMethod(_metadata.GetMethodDefinition(method));
    }

    private void AddMethod(MethodDefinition method)
    {
        AddSignature(method.Signature);
        AddAttributes(method.GetCustomAttributes());
        AddConstraints(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
            return;

        var body = _assembly.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            AddSignature(_metadata.GetStandaloneSignature(body.LocalSignature).Signature);
        foreach (var region in body.ExceptionRegions)
            Add(region.CatchType);
        foreach (var token in Instructions.Tokens(body.GetILBytes()!))
            Add(MetadataTokens.EntityHandle(token));
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            Add(_metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters)
        {
            foreach (var constraint in _metadata.GetGenericParameter(parameter).GetConstraints())
                Add(_metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
            return;

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Add(OutermostOf((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                Add(NameOf((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                AddType(_metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                break;
            case HandleKind.FieldDefinition:
                Add(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Add(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                AddMember(_metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(method.Method);
                AddSignature(method.Signature);
                break;
            case HandleKind.StandaloneSignature:
                AddSignature(_metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).Signature);
                break;
        }
    }

    private void AddMember(MemberReference member)
    {
        Add(member.Parent);
        AddSignature(member.Signature);
        if (member.Parent.Kind == HandleKind.TypeReference)
        {
            var (@namespace, name) = NameOf((TypeReferenceHandle)member.Parent);
            Add((@namespace, $"{name}.{_metadata.GetString(member.Name)}"));
        }
    }

    private void Add((string Namespace, string Name) used) => _uses.Add(new TypeUse(_user.Namespace, _user.Name, used.Namespace, used.Name));

    private (string Namespace, string Name) OutermostOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? OutermostOf(outer)
            : (_metadata.GetString(type.Namespace), _metadata.GetString(type.Name));
    }

    private (string Namespace, string Name) NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope)
            : (_metadata.GetString(type.Namespace), _metadata.GetString(type.Name));
    }

    private void AddSignature(BlobHandle blob)
    {
        var reader = _metadata.GetBlobReader(blob);
        var decoder = new SignatureDecoder<int, object?>(new Visitor(this), _metadata, genericContext: null);
        switch (_metadata.GetBlobReader(blob).ReadSignatureHeader().Kind)
        {
            case SignatureKind.Field:
                decoder.DecodeFieldSignature(ref reader);
                break;
            case SignatureKind.LocalVariables:
                decoder.DecodeLocalSignature(ref reader);
                break;
            case SignatureKind.MethodSpecification:
                decoder.DecodeMethodSpecificationSignature(ref reader);
                break;
            default:
                decoder.DecodeMethodSignature(ref reader);
                break;
        }
    }

    /// <summary>Reads the signature of a type, which has no header.</summary>
    private void AddType(BlobHandle blob)
    {
        var reader = _metadata.GetBlobReader(blob);
        new SignatureDecoder<int, object?>(new Visitor(this), _metadata, genericContext: null).DecodeType(ref reader);
    }

    /// <summary>Records each type in a signature. The return values are not used.</summary>
    private sealed class Visitor(TypeUses uses) : ISignatureTypeProvider<int, object?>
    {
        public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            uses.Add(handle);
            return 0;
        }

        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            uses.Add(handle);
            return 0;
        }

        public int GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        {
            uses.Add(handle);
            return 0;
        }

        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

        public int GetArrayType(int elementType, ArrayShape shape) => 0;

        public int GetByReferenceType(int elementType) => 0;

        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

        public int GetGenericInstantiation(int genericType, ImmutableArray<int> typeArguments) => 0;

        public int GetGenericMethodParameter(object? genericContext, int index) => 0;

        public int GetGenericTypeParameter(object? genericContext, int index) => 0;

        public int GetPinnedType(int elementType) => 0;

        public int GetPointerType(int elementType) => 0;

        public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

        public int GetSZArrayType(int elementType) => 0;
    }
}
