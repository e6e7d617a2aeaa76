using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Prints what surrounds an object of the class: its events, its methods by wire name, its service for the server.</summary>
internal static class ServiceEmitter
{
    public static string Emit(LibraryModel library) => new[] { Context(library), Methods(library), Service(library) }.Paragraphs(0);

    private static string Context(LibraryModel library)
    {
        var type = CallEmitter.Class(library);
        return
            $$"""
            /// <summary>A <see cref="{{type}}"/> and its events.</summary>
            internal sealed class {{library.ClassName}}Context : Context<{{type}}>
            {
                {{library.Events.Select(@event => $"public EventSource<{@event.Payload.FullName}> {@event.Name} {{ get; }}").Lines(4)}}

                public {{library.ClassName}}Context()
                {
                    {{library.Events.Select(@event => $"{@event.Name} = AddEvent<{@event.Payload.FullName}>(raise => Target.{@event.Name} += raise, raise => Target.{@event.Name} -= raise);").Lines(8)}}
                }
            }
            """;
    }

    private static string Methods(LibraryModel library) =>
        $$"""
        /// <summary>The methods, from a request's bytes to the author's code.</summary>
        internal static class {{library.ClassName}}Methods
        {
            /// <summary>Runs a method by its wire name.</summary>
            public static Refusal Call<TSink>({{library.ClassName}}Context context, ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref TSink sink)
                where TSink : struct, ICborSink
            {
                switch (method.Length)
                {
                    {{library.Methods.GroupBy(method => method.WireName.Length).OrderBy(group => group.Key).Select(Case).Append("default:\n    break;").Lines(12)}}
                }

                return Refusal.UnknownMethod;
            }

            {{library.Methods.Select(method => Method(library, method)).Paragraphs(4)}}
        }
        """;

    private static string Case(IGrouping<int, MethodModel> methods) =>
        $$"""
        case {{methods.Key}}:
            {{methods.Select(method => $"if (method.SequenceEqual(\"{method.WireName}\"u8))\n    return {method.Stem}({(method.IsStatic ? "" : "context, ")}request, ref sink);").Lines(4)}}
            break;
        """;

    private static string Method(LibraryModel library, MethodModel method)
    {
        var call = $"{method.Stem}Call, {CborEmitter.CSharp(method.Result)}, {CborEmitter.CodecOf(method.Result)}, TSink";
        return method.IsStatic
            ? $$"""
              public static Refusal {{method.Stem}}<TSink>(ReadOnlySpan<byte> request, ref TSink sink)
                  where TSink : struct, ICborSink =>
                  CborCalls.RunStatic<{{call}}>(request, ref sink);
              """
            : $$"""
              public static Refusal {{method.Stem}}<TSink>({{library.ClassName}}Context context, ReadOnlySpan<byte> request, ref TSink sink)
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

            public override Refusal Call(ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref ConnectionSink sink) =>
                {{library.ClassName}}Methods.Call(context, method, request, ref sink);

            public override ulong? Subscribe(string eventName, Connection connection) => eventName switch
            {
                {{library.Events.Select(@event => $"\"{@event.WireName}\" => context.{@event.Name}.Add(new PushListener<{@event.Payload.FullName}, {CborEmitter.CodecOf(@event.Payload)}>(eventName, connection)),").Lines(8)}}
                _ => null,
            };

            public override void Unsubscribe(ulong listener) => context.RemoveListener(listener);
        }
        """;
}
