using System.Globalization;
using System.Text.Json;
using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the schema of the wire (CDDL, RFC 8610).</summary>
internal static class Cddl
{
    public static string Print(LibraryModel library) =>
        $$"""
        ; {{library.Name}} {{library.Version}}: {{library.Doc}}
        ; Printed by Twofold.Bindings; do not edit.
        ;
        ; request frame   [u32 method_len][method][u32 payload_len][payload: NAME-call]          network byte order
        ; reply frame     [i32 status    ][u32 body_len   ][body: NAME-reply, or text if status is not 0]
        ; event frame     [i32 -1        ][u32 body_len   ][body: NAME-event], to who has sent $subscribe

        {{(library.Constants.Count > 0 ? $"; ---- constants\n\n{library.Constants.Select(Constant).Paragraphs(0)}\n\n" : "")}}; ---- methods

        {{library.Methods.Select(Method).Paragraphs(0)}}

        {{(library.Events.Count > 0 ? Events(library) : "; No events.")}}

        ; ---- types

        {{Objects(library)}}{{library.Records.Where(record => record.Role == RecordRole.Message).Select(Record).Concat(library.Enums.Select(Enum)).Paragraphs(0)}}

        int8 = -128..127
        uint8 = 0..255
        int16 = -32768..32767
        uint16 = 0..65535
        int32 = -2147483648..2147483647
        uint32 = 0..4294967295
        int64 = -9223372036854775808..9223372036854775807
        uint64 = 0..18446744073709551615

        ; ---- statuses

        ; -1 EVENT, 0 OK, 1 ERROR, 2 MISSING_CALLBACK, 3 PROGRESS, 4 INVALID_ARGUMENT, 5 INVALID_HANDLE,
        ; 6 UNKNOWN_METHOD, 7 TOO_LARGE, 8 CANCELLED, 9 UNAVAILABLE, 10 INTERNAL
        status = -1 / 0 / 1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / 9 / 10

        """;

    private static string Method(MethodModel method)
    {
        var name = method.WireName.Replace('_', '-');
        var members = method.Parameters.Select(Member).ToList();
        if (method.Owner is not null)
            members.Insert(0, $"handle: {method.Owner.Name}");

        var call = members.Count == 0 ? "{}" : $"{{ {members.Commas()} }}";
        return $"{Comment(method.Doc)}{Parameters(method.Parameters)}{name}-call = {call}\n{Comment(method.ResultDoc)}{name}-reply = {Rule(method.Result)}";
    }

    private static string Events(LibraryModel library) =>
        $$"""
        ; $subscribe: from now on the connection gets the event's frames.
        @subscribe-call = { event: event-name }
        @subscribe-reply = nil

        ; $unsubscribe: no more of them.
        @unsubscribe-call = { event: event-name }
        @unsubscribe-reply = nil

        ; ---- events

        event-name = {{string.Join(" / ", library.Events.Select(@event => $"\"{@event.WireName}\""))}}

        {{library.Events.Select(Event).Paragraphs(0)}}
        """;

    /// <summary>An object is a number, good on the connection that got it until <c>$release</c>.</summary>
    private static string Objects(LibraryModel library) => library.Objects.Count == 0
        ? ""
        : $"{library.Objects.Select(handle => $"{Comment(handle.Doc)}{handle.Name} = uint").Paragraphs(0)}\n\n; $release: the connection no longer needs the object.\n"
            + $"release-call = {{ handle: {string.Join(" / ", library.Objects.Select(handle => handle.Name))} }}\nrelease-reply = nil\n\n";

    private static string Event(EventModel @event) =>
        $"{Comment(@event.Doc)}{Parameters(@event.Parameters)}{@event.WireName.Replace('_', '-')}-event = {{ event: \"{@event.WireName}\", lost: uint, payload: {Payload(@event)} }}";

    private static string Payload(EventModel @event) => @event.Parameters.Count switch
    {
        0 => "nil",
        1 => Type(@event.Single),
        _ => $"{{ {@event.Parameters.Select(Member).Commas()} }}",
    };

    private static string Record(RecordModel record) =>
        $$"""
        {{Comment(record.Doc)}}{{record.Name}} = {
          {{Columns(record.Members).Lines(2)}}
        }
        """;

    private static IEnumerable<string> Columns(IReadOnlyList<ParameterModel> members)
    {
        var width = members.Count == 0 ? 0 : members.Max(member => Member(member).Length) + 1;
        return members.Select(member => $"{(Member(member) + ",").PadRight(width)}{(member.Doc.Length > 0 ? $" ; {member.Doc}" : "")}".TrimEnd());
    }

    private static string Enum(EnumModel type) =>
        $"{Comment(type.Doc)}{type.Members.Select(member => Item(member.WireText, member.Doc)).Concat()}{type.Name} = {string.Join(" / ", type.Members.Select(member => $"\"{member.WireText}\""))}";

    private static string Member(ParameterModel member) => $"{(member.Type.IsOptional ? "? " : "")}{member.WireKey}: {Type(member.Type)}";

    private static string Type(TypeModel? type)
    {
        if (type is null)
            return "nil";

        var required = type.Kind switch
        {
            TypeKind.Bool => "bool",
            TypeKind.Float32 or TypeKind.Float64 => "float",
            TypeKind.Text => "tstr",
            TypeKind.Bytes => "bstr",
            TypeKind.List => $"[* {(type.Item!.IsOptional ? $"({Type(type.Item)})" : Type(type.Item))}]",
            TypeKind.Enum or TypeKind.Record or TypeKind.Object => type.Name!,
            _ => type.Kind.ToString().ToLowerInvariant(),
        };
        return type.IsOptional ? $"{required} / nil" : required;
    }

    /// <summary>A constant's value; one that CDDL has no literal for stays a comment.</summary>
    private static string Constant(ConstantModel constant)
    {
        var value = constant.Kind switch
        {
            TypeKind.Bool => constant.Value.ToLowerInvariant(),
            TypeKind.Text => JsonSerializer.Serialize(constant.Value),
            TypeKind.Float32 or TypeKind.Float64 when !constant.Value.AsSpan().ContainsAny(".EIN") => $"{constant.Value}.0",
            _ => constant.Value,
        };
        var isLiteral = constant.Kind is not (TypeKind.Float32 or TypeKind.Float64) || double.IsFinite(double.Parse(value, CultureInfo.InvariantCulture));
        return $"{Comment(constant.Doc)}{(isLiteral ? "" : "; ")}{Naming.UpperSnake(constant.Name)} = {value}";
    }

    private static string Parameters(IEnumerable<ParameterModel> parameters) =>
        parameters.Select(parameter => Item(parameter.WireKey, parameter.Doc)).Concat();

    private static string Item(string name, string doc) => doc.Length == 0 ? "" : $";   {name}: {doc}\n";

    private static string Concat(this IEnumerable<string> pieces) => string.Concat(pieces);

    /// <summary>A type as a rule of its own: some parsers want a choice that begins with a list in parentheses there.</summary>
    private static string Rule(TypeModel? type) => type is { Kind: TypeKind.List, IsOptional: true } ? $"({Type(type)})" : Type(type);

    private static string Comment(string doc) => doc.Length == 0 ? "" : $"; {doc}\n";
}
