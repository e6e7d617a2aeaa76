using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Service;

/// <summary>Prints the context of an object of the class: its events, and the handles of the objects that it returns.</summary>
internal static class ContextEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Events.Where(@event => @event.Parameters.Count > 1).Select(Payload).Append(Context(library)).Paragraphs();

    private static string Context(LibraryModel library)
    {
        var type = GeneratedNames.Class(library);

        // One for all calls, so that a call need not make its own.
        var objects = library.Objects.Count == 0 ? "" : $"{library.ClassName}Objects";
        return Source.Code(
            $$"""
            /// <summary>A <see cref="{{type}}"/> and its events.</summary>
            internal sealed class {{library.ClassName}}Context : Context<{{type}}>
            {
                {{(objects.Length == 0 ? "" : $"public {objects} Objects {{ get; }}")}}
                {{library.Events.Select(@event => $"public EventSource<{EventShape.Of(@event).Payload}> {GeneratedNames.Source(@event)} {{ get; }}")}}

                public {{library.ClassName}}Context()
                {
                    {{(objects.Length == 0 ? "" : $"Objects = new {objects}(this);")}}
                    {{library.Events.Select(AddEvent)}}
                }

                {{library.Events.Select(Raise)}}
            }
            """);
    }

    private static string AddEvent(EventModel @event)
    {
        var member = $"Target.{GeneratedNames.Identifier(@event.Name)}";
        var raise = $"raise_{@event.WireName}";
        return $"{GeneratedNames.Source(@event)} = AddEvent<{EventShape.Of(@event).Payload}>(() => {member} += {raise}, () => {member} -= {raise});";
    }

    private static string Raise(EventModel @event)
    {
        var locals = @event.Parameters.Select(GeneratedNames.Local).ToList();
        var payload = locals.Count switch
        {
            0 => "default",
            1 => locals[0],
            _ => $"new {GeneratedNames.Payload(@event)}({locals.Commas()})",
        };
        var parameters = @event.Parameters.Select(parameter => $"{parameter.Type.CSharp} {GeneratedNames.Local(parameter)}").Commas();
        return $"private void raise_{@event.WireName}({parameters}) => {GeneratedNames.Source(@event)}.Raise({payload});";
    }

    private static string Payload(EventModel @event)
    {
        var members = @event.Parameters.Select(parameter => GeneratedNames.Identifier(parameter.WireKey)).ToList();
        return Source.Code(
            $$"""
            /// <summary>What {{@event.Name}} carries.</summary>
            internal readonly struct {{GeneratedNames.Payload(@event)}}({{@event.Parameters.Select(parameter => $"{parameter.Type.CSharp} {GeneratedNames.Local(parameter)}"):commas}})
            {
                {{@event.Parameters.Select((parameter, index) => $"public readonly {parameter.Type.CSharp} {members[index]} = {GeneratedNames.Local(parameter)};")}}
            }
            """);
    }
}
