using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Where C has the parts of a value, as expressions.</summary>
/// <param name="Value">The value: a number, a pointer, or a struct.</param>
/// <param name="Address">Its address.</param>
/// <param name="Count">How many items or bytes there are, if it is a list or bytes.</param>
/// <param name="Has">Whether it is there, if it is a number that may be absent.</param>
internal sealed record CborPlace(string Value, string Address, string Count, string Has)
{
    /// <summary>A member of the struct that <paramref name="owner"/> points to.</summary>
    public static CborPlace Member(string owner, ParameterModel member)
    {
        var field = $"{owner}->{member.CName}";
        return new CborPlace(field, $"&{field}", $"{owner}->{CTypes.CountOf(member.Type, member.CName)}", $"{owner}->{CTypes.FlagOf(member.CName)}");
    }

    /// <summary>The item of a list that <paramref name="pointer"/> points to.</summary>
    public static CborPlace Item(string pointer, TypeModel type) => type switch
    {
        { Kind: TypeKind.Bytes } => new CborPlace($"{pointer}->data", $"&{pointer}->data", $"{pointer}->size", ""),
        { Kind: TypeKind.List } => new CborPlace($"{pointer}->items", $"&{pointer}->items", $"{pointer}->count", ""),
        { IsScalar: true, IsOptional: true } => new CborPlace($"{pointer}->value", $"&{pointer}->value", "", $"{pointer}->has_value"),
        _ => new CborPlace($"*{pointer}", pointer, "", ""),
    };

    /// <summary>A parameter, as a native call has it.</summary>
    public static CborPlace Parameter(ParameterModel parameter)
    {
        var name = parameter.CName;
        return parameter.Type switch
        {
            { IsScalar: true, IsOptional: true } => new CborPlace($"*{name}", name, "", $"{name} != NULL"),
            { Kind: TypeKind.Record } => new CborPlace(name, name, "", ""),
            var type => new CborPlace(name, $"&{name}", CTypes.CountOf(type, name), ""),
        };
    }
}
