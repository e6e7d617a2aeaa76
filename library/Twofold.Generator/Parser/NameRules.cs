using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Twofold.Generator.Model;
using TypeKind = Twofold.Generator.Model.TypeKind;

namespace Twofold.Generator.Parser;

/// <summary>Finds names that C, C++ or the wire cannot tell apart, or keep for themselves.</summary>
internal sealed class NameRules(LibraryModel library, INamedTypeSymbol type)
{
    private const string Twofold = "Twofold";

    // What begins so in C is the codec, or generated beside it.
    private const string CodecPrefix = "cbor_";

    private static readonly HashSet<string> s_parameters = ["handle", "reply", "created", "callback", "user_data"];

    private static readonly string[] s_functions =
    [
        "abi_version", "status_name", "last_error", "string_free", "destroy", "call_cbor", "cbor_callback", "cbor_listener",
        "add_listener_cbor", "remove_listener", "listener_lost", "server", "server_options", "server_start", "server_address",
        "server_stop", "serve", "status", "api", "h", "cbor_h", "server_options_init", "transport", "transport_automatic",
        "transport_epoll", "transport_sockets", "set_log", "log_level", "log_callback", "log_error", "log_warning", "log_info",
        "log_debug",
    ];

    private static readonly string[] s_frames =
    [
        "frame_max_method", "frame_max_payload", "frame_reply_head", "frame_event", "frame_put_u32", "frame_get_u32", "frame_begin_request",
        "frame_begin_reply", "frame_end", "frame_write_text", "frame_subscribe", "frame_unsubscribe", "frame_release", "frame_write_event",
        "frame_read_event", "frame_parse_reply", "frame_state", "frame_partial", "frame_complete", "frame_method_too_long",
        "frame_payload_too_large", "frame_request", "frame_parse_request", "frame_parse_request_within", "frame_status_name",
    ];

    private static readonly string[] s_statuses =
    [
        "ok", "error", "missing_callback", "progress", "invalid_argument", "invalid_handle", "unknown_method", "too_large", "cancelled",
        "unavailable", "internal",
    ];

    private static readonly Regex s_spelling = new("^[a-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _symbols = [];
    private readonly HashSet<(string, string)> _pairs = [];
    private readonly List<DiagnosticInfo> _found = [];

    /// <summary>Every name that cannot be exported.</summary>
    public static IEnumerable<DiagnosticInfo> Check(LibraryModel library, INamedTypeSymbol type) => new NameRules(library, type).Check();

    private List<DiagnosticInfo> Check()
    {
        foreach (var name in s_functions.Concat(s_frames).Concat(s_statuses))
            _symbols[name] = Twofold;

        if (Keywords.Contains(library.Name))
            Report(Diagnostics.Keyword, library.ClassName, library.Name);

        SameNames();
        Method(library.Constructor, ["", "_sync", "_callback"]);
        foreach (var method in library.Methods)
            Method(method, ["", "_sync", "_cbor", "_callback", "_cbor_request", "_cbor_frame", "_cbor_reply"]);
        foreach (var overloads in library.Methods.GroupBy(method => (method.Owner, method.Name)).Where(group => group.Count() > 1))
            Report(Diagnostics.Overload, overloads.Key.Name, overloads.Key.Name, overloads.First().WireName);
        foreach (var handle in library.Objects)
        {
            Symbol(handle.CName, handle.Name);
            Symbol($"{handle.CName}_release", handle.Name);
        }

        foreach (var @event in library.Events)
            Event(@event);
        foreach (var constant in library.Constants)
            Constant(constant);
        foreach (var record in library.Records)
            Record(record);
        foreach (var members in library.Enums)
            Enum(members);

        return _found;
    }

    /// <summary>Types of one name in C# that differ in where they stand: their generated code does not.</summary>
    private void SameNames()
    {
        var types = library.Records.Select(record => (record.Name, Path: record.Role == RecordRole.Message ? record.FullName : $"{library.ClassName}.{record.Name}"))
            .Concat(library.Enums.Select(members => (members.Name, Path: members.FullName)))
            .Concat(library.Events.Where(@event => @event.Parameters.Count > 1).Select(@event => (Name: $"{@event.Name}Args", Path: $"{@event.Name}.Args")));
        foreach (var same in types.GroupBy(entry => entry.Name).Where(group => group.Count() > 1))
            Report(Diagnostics.Overload, same.Last().Path.Replace("global::", ""), same.First().Path.Replace("global::", ""), Naming.Snake(same.Key));
    }

    private void Spelling(string name, string path)
    {
        if (!s_spelling.IsMatch(Naming.Camel(name)))
            Report(Diagnostics.BadName, path);
    }

    private void Method(MethodModel method, string[] suffixes)
    {
        var name = method.Owner is null ? method.Name : $"{method.Owner.Name}.{method.Name}";
        Spelling(method.Name, name);
        foreach (var suffix in suffixes)
            Symbol(method.WireName + suffix, name);

        Members(name, method.Parameters);
        foreach (var parameter in method.Parameters.Where(parameter => s_parameters.Contains(parameter.CName)))
            Report(Diagnostics.ReservedName, $"{name}.{parameter.Name}", parameter.CName);
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
        Symbol(Naming.Snake(constant.Name), constant.Name);
    }

    private void Record(RecordModel record)
    {
        Spelling(record.Name, record.Name);
        Symbol(Naming.Snake(record.Name), record.Name);
        if (record.IsResult)
            Symbol($"{Naming.Snake(record.Name)}_free", record.Name);
        if (record.Role == RecordRole.Message)
            Codec(record.Name);

        Members(record.Name, record.Members);
    }

    private void Enum(EnumModel members)
    {
        var texts = new Dictionary<string, string>();
        Spelling(members.Name, members.Name);
        Symbol(Naming.Snake(members.Name), members.Name);
        Codec(members.Name);
        foreach (var member in members.Members)
        {
            Spelling(member.Name, $"{members.Name}.{member.Name}");
            Symbol($"{Naming.Snake(members.Name)}_{Naming.Snake(member.Name)}", $"{members.Name}.{member.Name}");
            Claim(texts, member.WireText, $"{members.Name}.{member.Name}");
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
            if (Keywords.Contains(member.CName))
                Report(Diagnostics.Keyword, path, member.CName);

            Claim(keys, member.WireKey, path);
            foreach (var name in Fields(member))
                Claim(names, name, path);
        }
    }

    private static IEnumerable<string> Fields(ParameterModel member) => member.Type switch
    {
        { Kind: TypeKind.Bytes } => [member.CName, $"{member.CName}_size"],
        { Kind: TypeKind.List } => [member.CName, $"{member.CName}_count"],
        { IsOptional: true, IsScalar: true } => [member.CName, $"has_{member.CName}"],
        _ => [member.CName],
    };

    /// <summary>What writes and reads a type as CBOR.</summary>
    private void Codec(string type)
    {
        Symbol($"{Naming.Snake(type)}_encode", type);
        Symbol($"{Naming.Snake(type)}_decode", type);
    }

    private void Symbol(string name, string owner)
    {
        if (name.StartsWith(CodecPrefix, StringComparison.Ordinal))
            _symbols[name] = Twofold;

        Claim(_symbols, name, owner);
    }

    private void Claim(Dictionary<string, string> names, string name, string owner)
    {
        if (!names.TryGetValue(name, out var other) || other == owner)
            names[name] = owner;
        else if (_pairs.Add((owner, other)))
            Report(Diagnostics.Overload, owner, other, name);
    }

    /// <summary>Reports at the member that the first argument begins with, or at the class if it is a type's.</summary>
    private void Report(DiagnosticDescriptor descriptor, params string[] arguments)
    {
        var member = type.GetMembers(arguments[0].Split('.')[0]).LastOrDefault() ?? type;
        _found.Add(DiagnosticInfo.Create(descriptor, member.Locations.FirstOrDefault(), arguments));
    }
}
