using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>
/// Names in the C++ wrapper: PascalCase for types and enumerators, snake_case for the rest. Names in the namespace detail are in
/// snake_case, so they cannot clash with a type of the author.
/// </summary>
internal sealed class CppNames
{
    private static readonly string[] s_types = ["Status", "Error", "Outcome", "Subscription", "Server", "ServerOptions", "Transport", "LogLevel", "LogCallback"];
    private static readonly string[] s_members = ["native_handle", "handle_"];
    private static readonly string[] s_locals = ["arena"];

    private readonly Dictionary<string, string> _types = [];
    private readonly Dictionary<(string Enum, string Member), string> _enumerators = [];
    private readonly Dictionary<MethodModel, (string Blocking, string Async)> _methods = [];
    private readonly Dictionary<string, string> _events;
    private readonly Dictionary<string, string> _constants;

    public CppNames(LibraryModel library)
    {
        C = new CNames(library);
        var types = new NameScope([.. s_types, .. CppValues.TypesOf(C)]);
        Class = types.Claim(Pascal(library.ClassName));
        foreach (var name in library.Enums.Select(type => type.Name).Concat(Messages.Select(record => record.Name)).Concat(library.Objects.Select(handle => handle.Name)))
            _types[name] = types.Claim(Pascal(name));

        foreach (var type in library.Enums)
        {
            var enumerators = new NameScope([]);
            foreach (var member in type.Members)
                _enumerators[(type.Name, member.Name)] = enumerators.Claim(Pascal(member.Name));
        }

        foreach (var handle in library.Objects)
            ClaimMethods(new NameScope(s_members), library.Methods.Where(method => method.Owner == handle));

        var members = new NameScope([.. s_members, "serve"]);
        ClaimMethods(members, library.Methods.Where(method => method.Owner is null).Prepend(library.Constructor));
        _events = library.Events.ToDictionary(@event => @event.Name, @event => members.Claim(Escape(@event.WireName)));
        _constants = library.Constants.ToDictionary(constant => constant.Name, constant => members.Claim(Escape(Names.Snake(constant.Name))));
    }

    /// <summary>The names in C.</summary>
    public CNames C { get; }

    /// <summary>The library.</summary>
    public LibraryModel Library => C.Library;

    /// <summary>The records of the author. The other C structs have no counterpart in C++.</summary>
    public IEnumerable<RecordModel> Messages => Library.Records.Where(record => record.Role == RecordRole.Message);

    /// <summary>The namespace. It cannot be the library's name alone, which is the type of the handle in C.</summary>
    public string Namespace => $"twofold::{Library.Name}";

    /// <summary>The class that represents the library.</summary>
    public string Class { get; }

    /// <summary>Every name in PascalCase that the header declares or uses.</summary>
    public IEnumerable<string> PascalNames =>
        s_types.Concat(CppValues.TypesOf(C)).Append(Class).Concat(_types.Values).Concat(_enumerators.Values)
            .Concat(Model.Abi.Statuses.All.Select(status => status.Name))
            .Concat(Model.Abi.LogLevels.All.Select(level => level.Name))
            .Concat(Model.Abi.Transports.All.Select(transport => transport.Name));

    /// <summary>A record, an enum, or the class of an object that methods return.</summary>
    public string Type(string name) => _types[name];

    /// <summary>The class that a method belongs to.</summary>
    public string Owner(MethodModel method) => method.Owner is null ? Class : Type(method.Owner.Name);

    public string Enumerator(EnumModel type, EnumMemberModel member) => _enumerators[(type.Name, member.Name)];

    public string Method(MethodModel method) => _methods[method].Blocking;

    /// <summary>The names of the non-blocking forms of a method.</summary>
    public string Async(MethodModel method) => _methods[method].Async;

    public string Event(EventModel @event) => _events[@event.Name];

    public string Constant(ConstantModel constant) => _constants[constant.Name];

    public static string Parameter(ParameterModel parameter)
    {
        var name = parameter.CParameter == parameter.CName ? parameter.SnakeName : parameter.CParameter;
        return s_locals.Contains(name) ? $"{name}_" : name;
    }

    /// <summary>Whether a record contains itself, directly or through another record.</summary>
    public bool IsCyclic(RecordModel record) => Reach.Records(Library, record.Members.Select(member => member.Type)).Contains(record);

    private void ClaimMethods(NameScope members, IEnumerable<MethodModel> methods)
    {
        foreach (var method in methods)
        {
            var name = Names.Snake(method.BaseName);
            _methods[method] = (members.Claim(Escape(name)), members.Claim(Escape($"{name}_async")));
        }
    }

    private static string Escape(string name) => Keywords.ContainsInCpp(name) ? $"{name}_" : name;

    private static string Pascal(string name) => string.Concat(
        Names.Snake(name).Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
