using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Prints what surrounds an object of the class: its events, its methods by wire name, its service for the server.</summary>
internal static class ServiceEmitter
{
    public static string Emit(LibraryModel library) => new[] { Context(library), Methods(library), Service(library) }.Paragraphs(0);

    private static string Context(LibraryModel library)
    {
        var type = CallEmitter.Class(library);
        var events = library.Events.Select(@event => (@event.Name, Shape: EventShape.Of(@event))).ToList();

        // One for all calls, so that a call need not make its own.
        var objects = library.Objects.Take(1);
        var context =
            $$"""
            /// <summary>A <see cref="{{type}}"/> and its events.</summary>
            internal sealed class {{library.ClassName}}Context : Context<{{type}}>
            {
                {{objects.Select(_ => $"public {library.ClassName}Objects Objects {{ get; }}").Concat(events.Select(@event => $"public EventSource<{@event.Shape.Payload}> {@event.Name}Source {{ get; }}")).Append("").Lines(4)}}
                public {{library.ClassName}}Context()
                {
                    {{objects.Select(_ => $"Objects = new {library.ClassName}Objects(this);").Concat(events.Select(@event => $"{@event.Name}Source = AddEvent<{@event.Shape.Payload}>(() => Target.{@event.Name} += Raise{@event.Name}, () => Target.{@event.Name} -= Raise{@event.Name});")).Lines(8)}}
                }

                {{library.Events.Select(Raise).Lines(4)}}
            }
            """;
        return library.Events.Where(@event => @event.Parameters.Count > 1).Select(Args).Append(context).Paragraphs(0);
    }

    private static string Raise(EventModel @event)
    {
        var locals = @event.Parameters.Select(CborEmitter.Local).ToList();
        var payload = @event.Parameters.Count switch
        {
            0 => "default",
            1 => locals[0],
            _ => $"new {@event.Name}Args({locals.Commas()})",
        };
        return $"private void Raise{@event.Name}({Parameters(@event)}) => {@event.Name}Source.Raise({payload});";
    }

    private static string Args(EventModel @event) =>
        $$"""
        /// <summary>What {{@event.Name}} carries.</summary>
        internal readonly record struct {{@event.Name}}Args({{@event.Parameters.Select(parameter => $"{parameter.Type.Declared} {CborEmitter.Identifier(parameter.Name)}").Commas()}});
        """;

    private static string Parameters(EventModel @event) =>
        @event.Parameters.Select(parameter => $"{parameter.Type.Declared} {CborEmitter.Local(parameter)}").Commas();

    private static string Methods(LibraryModel library) =>
        $$"""
        /// <summary>The methods, from a request's bytes to the author's code.</summary>
        internal static class {{library.ClassName}}Methods
        {
            /// <summary>Runs a method by its wire name.</summary>
            public static CallError Call<TSink>({{library.ClassName}}Context context, ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref TSink sink)
                where TSink : struct, ICborSink
            {
                {{new[] { DispatchEmitter.Emit(library.Methods) }.Lines(8)}}

                return CallError.UnknownMethod;
            }

            {{library.Methods.Select(method => Method(library, method)).Paragraphs(4)}}
        }
        """;

    private static string Method(LibraryModel library, MethodModel method)
    {
        var call = $"{method.Stem}Call, {method.Result?.Declared ?? "Unit"}, {CborEmitter.CodecOf(method.Result)}, TSink";
        if (method.Owner is not null)
        {
            return
                $$"""
                public static CallError {{method.Stem}}<TSink>({{library.ClassName}}Context context, ReadOnlySpan<byte> request, ref TSink sink)
                    where TSink : struct, ICborSink =>
                    CborCalls.RunOwned<{{method.Owner.FullName}}, {{call}}>(context, request, ref sink);
                """;
        }

        return method.IsStatic
            ? $$"""
              public static CallError {{method.Stem}}<TSink>(ReadOnlySpan<byte> request, ref TSink sink)
                  where TSink : struct, ICborSink =>
                  CborCalls.RunStatic<{{call}}>(request, ref sink);
              """
            : $$"""
              public static CallError {{method.Stem}}<TSink>({{library.ClassName}}Context context, ReadOnlySpan<byte> request, ref TSink sink)
                  where TSink : struct, ICborSink =>
                  CborCalls.Run<{{CallEmitter.Class(library)}}, {{call}}>(context, request, ref sink);
              """;
    }

    private static string Service(LibraryModel library) =>
        $$"""
        /// <summary>One context, as a server serves it.</summary>
        internal sealed class {{library.ClassName}}Service({{library.ClassName}}Context context) : Service
        {
            public override string EventNames => "{{library.Events.Select(@event => @event.WireName).Commas()}}";

            public override CallError Call(ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref ConnectionSink sink) =>
                {{library.ClassName}}Methods.Call(context, method, request, ref sink);

            public override ulong? Subscribe(string eventName, Connection connection) => eventName switch
            {
                {{library.Events.Select(Subscription).Lines(8)}}
                _ => null,
            };

            public override Task ReleaseAsync(object target) => context.ReleaseAsync(target);

            public override void Unsubscribe(ulong listener) => context.RemoveListener(listener);
        }
        """;

    private static string Subscription(EventModel @event)
    {
        var shape = EventShape.Of(@event);
        return $"\"{@event.WireName}\" => context.{@event.Name}Source.Add(new PushListener<{shape.Payload}, {shape.Codec}>(eventName, connection)),";
    }
}
