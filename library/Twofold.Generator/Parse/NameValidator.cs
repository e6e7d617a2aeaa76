using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Twofold.Model.Abi;
using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Model.Types;

namespace Twofold.Generator.Parse;

/// <summary>Finds names that are invalid or ambiguous in C, C++ or on the wire, or that generated code reserves.</summary>
internal sealed class NameValidator(LibraryModel library, Declarations declarations, DiagnosticSink diagnostics)
{
    private static readonly Regex s_spelling = new("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant);

    private readonly HashSet<string> _reserved = [.. ReservedNames.Symbols];
    private readonly Dictionary<string, string> _symbols = [];
    private readonly HashSet<(string, string)> _pairs = [];

    /// <summary>Reports every name that cannot be exported.</summary>
    public void Validate()
    {
        Spelling(library.ClassName, library.ClassName);
        if (Keywords.Contains(library.Name) || SystemNames.Contains(library.Name))
            diagnostics.Report(Diagnostics.ReservedLibraryName, declarations.Find(library.ClassName), library.Name);

        SameNames();
        Method(library.Constructor, ["", "_sync", "_callback"]);
        foreach (var method in library.Methods)
            Method(method, ["", "_sync", "_cbor", "_callback", "_cbor_request", "_cbor_frame", "_cbor_reply"]);
        foreach (var overloads in library.Methods.GroupBy(method => (method.Owner, method.Name)).Where(group => group.Count() > 1))
            Report(Diagnostics.Overload, overloads.Key.Name, overloads.Key.Name, overloads.First().WireName);
        foreach (var type in library.Objects)
            Object(type);
        foreach (var @event in library.Events)
            Event(@event);
        foreach (var constant in library.Constants)
            Constant(constant);
        foreach (var record in library.Records)
            Record(record);
        foreach (var type in library.Enums)
            Enum(type);
    }

    /// <summary>Reports types with the same name in two namespaces, because generated code uses only the name.</summary>
    private void SameNames()
    {
        var types = library.Records.Select(record => (record.Name, Path: record.Role == RecordRole.Message ? record.FullName : $"{library.ClassName}.{record.Name}"))
            .Concat(library.Enums.Select(type => (type.Name, Path: type.FullName)));
        foreach (var same in types.GroupBy(entry => entry.Name).Where(group => group.Count() > 1))
        {
            var (first, last) = (same.First().Path, same.Last().Path);
            var place = last.StartsWith("global::", StringComparison.Ordinal) ? declarations.OfType(last) : declarations.OfType(first);
            diagnostics.Report(Diagnostics.Overload, place, last.Replace("global::", ""), first.Replace("global::", ""), Names.Snake(same.Key));
        }
    }

    private void Spelling(string name, string path)
    {
        if (!s_spelling.IsMatch(Names.Snake(name)) || !char.IsLetter(Names.Camel(name).FirstOrDefault()))
            Report(Diagnostics.BadName, path);
    }

    private void Method(MethodModel method, string[] suffixes)
    {
        var name = method.Owner is null ? method.Name : $"{method.Owner.Name}.{method.Name}";
        Spelling(method.Name, name);
        foreach (var suffix in suffixes)
            Symbol(method.WireName + suffix, name);

        Members(name, method.Parameters);
    }

    private void Object(ObjectModel type)
    {
        Spelling(type.Name, type.Name);
        Symbol(type.CName, type.Name);
        Symbol($"{type.CName}_release", type.Name);
    }

    private void Event(EventModel @event)
    {
        Spelling(@event.Name, @event.Name);
        Symbol($"add_{@event.WireName}_listener", @event.Name);
        Symbol($"{@event.WireName}_listener", @event.Name);
        Symbol($"{@event.WireName}_cbor_event", @event.Name);
        if (@event.EventStruct is null)
            Members(@event.Name, @event.Parameters);
    }

    private void Constant(ConstantModel constant)
    {
        Spelling(constant.Name, constant.Name);
        Symbol(Names.Snake(constant.Name), constant.Name);
    }

    private void Record(RecordModel record)
    {
        Spelling(record.Name, record.Name);
        Symbol(record.CName, record.Name);
        if (record.IsResult)
            Symbol($"{record.CName}_free", record.Name);
        if (record.Role == RecordRole.Message)
            Codec(record.Name);

        Members(record.Name, record.Members);
    }

    private void Enum(EnumModel type)
    {
        var texts = new Dictionary<string, string>();
        Spelling(type.Name, type.Name);
        Symbol(Names.Snake(type.Name), type.Name);
        Codec(type.Name);
        foreach (var member in type.Members)
        {
            Spelling(member.Name, $"{type.Name}.{member.Name}");
            Symbol($"{Names.Snake(type.Name)}_{Names.Snake(member.Name)}", $"{type.Name}.{member.Name}");
            Claim(texts, member.WireText, $"{type.Name}.{member.Name}");
        }
    }

    /// <summary>The members of one struct, or the parameters of one function.</summary>
    private void Members(string owner, IEnumerable<ParameterModel> members)
    {
        var names = new Dictionary<string, string>();
        var keys = new Dictionary<string, string>();
        foreach (var member in members)
        {
            var path = $"{owner}.{member.Name}";
            Spelling(member.Name, path);
            Claim(keys, member.WireKey, path);
            foreach (var name in Fields(member))
                Claim(names, name, path);
        }
    }

    private static IEnumerable<string> Fields(ParameterModel member) => member.Type switch
    {
        { IsSpan: true } => [member.CName, member.CParameter, member.CCount],
        { IsOptional: true, Absent: AbsentForm.Flag } => [member.CName, member.CParameter, member.CFlag],
        _ => [member.CName, member.CParameter],
    };

    /// <summary>The functions that write and read a type as CBOR.</summary>
    private void Codec(string type)
    {
        Symbol($"{Names.Snake(type)}_encode", type);
        Symbol($"{Names.Snake(type)}_decode", type);
    }

    private void Symbol(string name, string owner)
    {
        if (!_reserved.Contains(name) && !name.StartsWith(ReservedNames.CodecPrefix, StringComparison.Ordinal))
            Claim(_symbols, name, owner);
        else if (_pairs.Add((owner, "")))
            Report(Diagnostics.ReservedName, owner, $"{library.Name}_{name}");
    }

    private void Claim(Dictionary<string, string> names, string name, string owner)
    {
        if (!names.TryGetValue(name, out var other) || other == owner)
            names[name] = owner;
        else if (_pairs.Add((owner, other)))
            Report(Diagnostics.Overload, owner, other, name);
    }

    /// <summary>Reports an error at the declaration of the path in the first argument.</summary>
    private void Report(DiagnosticDescriptor descriptor, params string[] arguments) =>
        diagnostics.Report(descriptor, declarations.Find(arguments[0]), arguments);
}
