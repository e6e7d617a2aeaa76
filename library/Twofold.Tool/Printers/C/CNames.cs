using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.C;

/// <summary>The names that a library has in C.</summary>
internal sealed class CNames
{
    private readonly HashSet<string> _symbols;

    public CNames(LibraryModel library)
    {
        Library = library;
        Prefix = library.Name;
        Upper = library.Name.ToUpperInvariant();
        _symbols = [.. library.Records.Select(record => record.Name).Concat(library.Enums.Select(type => type.Name)).Concat(library.Objects.Select(handle => handle.Name)).Select(Type)];
        _symbols.UnionWith(library.Methods.SelectMany(method => new[] { Method(method), $"{Method(method)}_sync", $"{Method(method)}_callback", $"{Method(method)}_cbor" }));
        _symbols.UnionWith(library.Events.Select(@event => $"{Prefix}_{@event.WireName}_listener"));
    }

    /// <summary>The library.</summary>
    public LibraryModel Library { get; }

    /// <summary>The prefix of every function and type, without the underscore.</summary>
    public string Prefix { get; }

    /// <summary>The same for macros and enumerators.</summary>
    public string Upper { get; }

    /// <summary>The macro before every exported function.</summary>
    public string Api => $"{Upper}_API";

    /// <summary>The type of statuses.</summary>
    public string Status => $"{Prefix}_status";

    /// <summary>A record, an enum or an object by its C# name.</summary>
    public string Type(string name) => $"{Prefix}_{Names.Snake(name)}";

    /// <summary>The struct for the items of a list. No type or function of the author has its name.</summary>
    public string Composite(string word)
    {
        var name = $"{Prefix}_{word}";
        while (_symbols.Contains(name))
            name += "_";

        return name;
    }

    /// <summary>The function of a method, before the suffix of its form.</summary>
    public string Method(MethodModel method) => $"{Prefix}_{method.WireName}";

    /// <summary>The type of the object that a method is called on.</summary>
    public string Handle(MethodModel method) => method.Owner is null ? Prefix : Handle(method.Owner);

    /// <summary>The type of an object that methods return.</summary>
    public string Handle(ObjectModel handle) => $"{Prefix}_{handle.CName}";

    /// <summary>The constant of an enum's member.</summary>
    public string EnumMember(EnumModel type, EnumMemberModel member) => $"{Type(type.Name).ToUpperInvariant()}_{Names.UpperSnake(member.Name)}";

    /// <summary>The macro of a constant.</summary>
    public string Constant(ConstantModel constant) => $"{Upper}_{Names.UpperSnake(constant.Name)}";

    /// <summary>The record of a type.</summary>
    public RecordModel RecordOf(RecordType type) => RecordOf(type.Name);

    /// <summary>A record or another struct by its C# name.</summary>
    public RecordModel RecordOf(string name) => Library.Records.Single(record => record.Name == name);
}
