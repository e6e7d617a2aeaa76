using Twofold.Model.Abi;
using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Cddl;

/// <summary>Prints the rules of a schema.</summary>
internal sealed class CddlRules(CddlNames names)
{
    private readonly CddlTypes _types = new(names);

    public string Method(MethodModel method)
    {
        var handle = method.Owner is null ? Enumerable.Empty<string>() : [$"handle: {names.Type(method.Owner.Name)}"];
        return Source.Code(
            $$"""
            {{Comment(method.Doc)}}
            {{Items(method.Parameters)}}
            {{method.WireName}}-call = {{Map(handle.Concat(method.Parameters.Select(Member)))}}
            {{Comment(method.ResultDoc)}}
            {{method.WireName}}-reply = {{_types.Rule(method.Result)}}
            """);
    }

    /// <summary>A control method; null if the library has no event or object to call it with.</summary>
    public static string? ControlMethod(LibraryModel library, CddlRules rules, ControlMethodModel method)
    {
        var argument = method.Argument?.Kind switch
        {
            ControlArgumentKind.EventName => CddlPrinter.Choice(library.Events.Select(@event => $"\"{@event.WireName}\"")),
            ControlArgumentKind.OptionalText => "tstr",
            ControlArgumentKind.Handle => CddlPrinter.Choice(library.Objects.Select(handle => rules.Name(handle))),
            _ => null,
        };
        if (argument?.Length == 0)
            return null;

        return Source.Code(
            $$"""
            {{Comment($"{method.WireName}: {Words.Uncapitalized(method.Doc)}")}}
            {{method.Name}}-control-request = {{Map(argument is null ? [] : [$"{(method.Argument!.Kind == ControlArgumentKind.OptionalText ? "? " : "")}{method.Argument.Key}: {argument}"])}}
            {{method.Name}}-control-response = {{(method.Reply.Count == 0 ? "nil" : Map(method.Reply.Select(member => $"{member.Key}: {(member.IsText ? "tstr" : "uint")}")))}}
            """);
    }

    public string Event(EventModel @event) => Source.Code(
        $$"""
        {{Comment(@event.Doc)}}
        {{Items(@event.Parameters)}}
        {{@event.WireName}}-event = { event: "{{@event.WireName}}", lost: uint, payload: {{Payload(@event)}} }
        """);

    /// <summary>An object is a number, valid on the connection that received it until <c>$release</c>.</summary>
    public string Object(ObjectModel handle) => Source.Code(
        $$"""
        {{Comment(handle.Doc)}}
        {{Name(handle)}} = uint
        """);

    public string Record(RecordModel record) => Source.Code(
        $$"""
        {{Comment(record.Doc)}}
        {{names.Type(record.Name)}} = {
          {{Members(record.Members)}}
        }
        """);

    public string Enum(EnumModel type) => Source.Code(
        $$"""
        {{Comment(type.Doc)}}
        {{type.Members.Where(member => member.Doc.Length > 0).Select(member => Item(member.WireText, member.Doc))}}
        {{names.Type(type.Name)}} = {{CddlPrinter.Choice(type.Members.Select(member => $"\"{member.WireText}\""))}}
        """);

    /// <summary>The value of a constant. A value without a literal in CDDL becomes a comment.</summary>
    public string Constant(ConstantModel constant)
    {
        var value = constant.Type.Accept(new CddlLiterals(constant.Value));
        return Source.Code(
            $$"""
            {{Comment(constant.Doc)}}
            {{(value is null ? "; " : "")}}{{names.Constant(constant)}} = {{value ?? constant.Value}}
            """);
    }

    /// <summary>Text for a comment of one line.</summary>
    public static string Text(string doc) => string.Concat(doc.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private string Name(ObjectModel handle) => names.Type(handle.Name);

    private string Payload(EventModel @event) => @event.Parameters.Count switch
    {
        0 => "nil",
        1 => _types.Of(@event.Single),
        _ => Map(@event.Parameters.Select(Member)),
    };

    private string Member(ParameterModel member) => $"{(member.Type.IsOptional ? "? " : "")}{member.WireKey}: {_types.Of(member.Type)}";

    private IEnumerable<string> Members(IReadOnlyList<ParameterModel> members)
    {
        var width = members.Select(member => Member(member).Length + 1).DefaultIfEmpty().Max();
        return members.Select(member => $"{(Member(member) + ",").PadRight(width)}{(member.Doc.Length > 0 ? $" ; {Text(member.Doc)}" : "")}".TrimEnd());
    }

    private static string Map(IEnumerable<string> members) => members.Commas() is { Length: > 0 } list ? $"{{ {list} }}" : "{}";

    private static IEnumerable<string> Items(IEnumerable<ParameterModel> parameters) =>
        parameters.Where(parameter => parameter.Doc.Length > 0).Select(parameter => Item(parameter.WireKey, parameter.Doc));

    private static string Item(string name, string doc) => $";   {name}: {Text(doc)}";

    private static string Comment(string doc) => doc.Length == 0 ? "" : $"; {Text(doc)}";
}
