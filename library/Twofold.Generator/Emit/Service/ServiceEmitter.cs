using Twofold.Generator.Emit.Cbor;
using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Service;

/// <summary>Prints the methods by their wire names, and the service for the server.</summary>
internal static class ServiceEmitter
{
    public static string Emit(LibraryModel library) => new[] { ContextEmitter.Emit(library), Methods(library), Service(library) }.Paragraphs();

    private static string Methods(LibraryModel library) => Source.Code(
        $$"""
        /// <summary>The methods, from a request's bytes to the author's code.</summary>
        internal static class {{library.ClassName}}Methods
        {
            /// <summary>Runs a method by its wire name.</summary>
            public static CallError Call<TSink>({{library.ClassName}}Context context, ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref TSink sink)
                where TSink : struct, ICborSink
            {
                {{DispatchEmitter.Emit(library.Methods)}}

                return CallError.UnknownMethod;
            }

            {{library.Methods.Select(method => Method(library, method)):paragraphs}}
        }
        """);

    private static string Method(LibraryModel library, MethodModel method)
    {
        var call = $"{GeneratedNames.Call(method)}, {CallEmitter.ResultOf(library, method)}, {CborCodecOf.Of(method.Result)}, TSink";
        var (context, run) = (method.IsStatic, method.Owner) switch
        {
            (true, _) => ("", $"RunStatic<{call}>(request"),
            (_, { } owner) => ($"{library.ClassName}Context context, ", $"RunOwned<{owner.FullName}, {call}>(context, request"),
            _ => ($"{library.ClassName}Context context, ", $"Run<{GeneratedNames.Class(library)}, {call}>(context, request"),
        };
        return Source.Code(
            $$"""
            public static CallError {{GeneratedNames.CborCall(method)}}<TSink>({{context}}ReadOnlySpan<byte> request, ref TSink sink)
                where TSink : struct, ICborSink =>
                CborCalls.{{run}}, ref sink);
            """);
    }

    private static string Service(LibraryModel library) => Source.Code(
        $$"""
        /// <summary>One context, as a server serves it.</summary>
        internal sealed class {{library.ClassName}}Service({{library.ClassName}}Context context) : Service
        {
            public override string Library => "{{library.Name}}";

            public override string Version => "{{library.Version}}";

            public override string EventNames => "{{library.Events.Select(@event => @event.WireName):commas}}";

            public override CallError Call(ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref ConnectionSink sink) =>
                {{library.ClassName}}Methods.Call(context, method, request, ref sink);

            public override ulong? Subscribe(string eventName, Connection connection) => eventName switch
            {
                {{library.Events.Select(Subscription)}}
                _ => null,
            };

            public override Task ReleaseAsync(object target) => context.ReleaseAsync(target);

            public override void Unsubscribe(ulong listener) => context.RemoveListener(listener);
        }
        """);

    private static string Subscription(EventModel @event)
    {
        var shape = EventShape.Of(@event);
        return $"\"{@event.WireName}\" => context.{GeneratedNames.Source(@event)}.Add(new PushListener<{shape.Payload}, {shape.Codec}>(eventName, connection)),";
    }
}
