using Twofold.Generator.Emit.Service;
using Twofold.Model.Abi;
using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Native;

/// <summary>The exported functions that every library has, apart from those of its server.</summary>
internal static class LibraryExports
{
    /// <summary>A request as CBOR, and the callback that gets the reply.</summary>
    public static IReadOnlyList<ExportParameter> CborParameters { get; } =
    [
        new("byte*", "request"), new("nuint", "size"), new("delegate* unmanaged<Status, byte*, nuint, void*, void>", "callback"), new("void*", "userData"),
    ];

    public static IEnumerable<Export> All(LibraryModel library) => Facts().Concat(Constructor(library)).Concat(Cbor(library)).Concat(Listeners());

    /// <summary>The wrapper of the callback of a CBOR call. A static method has no context that could hold objects.</summary>
    public static string Sink(LibraryModel library, bool hasContext) =>
        library.Objects.Count == 0 || !hasContext ? "new CallbackSink(callback, userData)" : "new CallbackSink(callback, userData, context.Objects)";

    private static IEnumerable<Export> Facts()
    {
        yield return new Export("abi_version", [], $"return {AbiVersion.Current};") { Returns = "uint", Failure = ExportFailure.Constant("0") };
        yield return new Export(
            "status_name",
            [new("Status", "status")],
            """
            fixed (byte* name = StatusNames.Utf8(status))
                return name;
            """)
        {
            Returns = "byte*",
            Failure = ExportFailure.Constant("null"),
        };
        yield return new Export("last_error", [], "return LastError.Get();") { Returns = "byte*", Failure = ExportFailure.Constant("null") };
        yield return new Export(
            "set_log",
            [new("LogLevel", "level"), new("delegate* unmanaged<LogLevel, byte*, void*, void>", "callback"), new("void*", "userData")],
            "return NativeLog.Set(level, callback, userData);");
        yield return new Export("string_free", [new("byte*", "text")], "NativeText.Free(text);") { Returns = "void", Failure = ExportFailure.Ignored };
        yield return new Export(
            "destroy",
            [new("nint", "handle")],
            """
            s_contexts.Remove(handle).Dispose();
            return Status.Ok;
            """);
    }

    private static IEnumerable<Export> Constructor(LibraryModel library)
    {
        var constructor = library.Constructor;
        var type = GeneratedNames.Class(library);
        var parameters = constructor.Parameters.Select(NativeParameter.Of).ToList();
        var inputs = parameters.SelectMany(parameter => parameter.Declarations).ToList();
        var call = $"var call = new {GeneratedNames.Call(constructor)}({parameters.Select(parameter => parameter.Value).Commas()});";
        var types = $"{type}, {GeneratedNames.Call(constructor)}, {type}, ObjectResult<{type}>, NativePlace<nint>";
        const string Callback = "NativeReply<nint, NoMemory<nint>, ValueCallback<nint>>";
        const string Sync = "SyncReply<nint, NoMemory<nint>>";

        yield return new Export(
            constructor.WireName,
            [.. inputs, new("delegate* unmanaged<Status, nint, byte*, void*, void>", "callback"), new("void*", "userData")],
            Source.Code(
                $$"""
                if (callback is null)
                    return LastError.Set(CallError.MissingCallback);

                {{call}}
                var context = new {{library.ClassName}}Context();
                var reply = new {{Callback}}(callback, userData, new NewContext<{{type}}>(context, s_contexts));
                return LastError.Set(CallRunner.Run<{{types}}, {{Callback}}>(context, call, ref reply));
                """));

        yield return new Export(
            $"{constructor.WireName}_sync",
            [.. inputs, new("nint*", "created")],
            Source.Code(
                $$"""
                if (created is null)
                    throw new NativeArgumentException("{{library.Name}}", "expected a place for the handle, found NULL");

                *created = 0;
                {{call}}
                var context = new {{library.ClassName}}Context();
                var reply = new {{Sync}}(created, new NewContext<{{type}}>(context, s_contexts));
                var error = CallRunner.Run<{{types}}, {{Sync}}>(context, call, ref reply);
                return error.Exists ? LastError.Set(error) : reply.Wait();
                """));
    }

    private static IEnumerable<Export> Cbor(LibraryModel library)
    {
        yield return new Export(
            "call_cbor",
            [new("nint", "handle"), new("byte*", "method"), new("nuint", "methodSize"), .. CborParameters],
            $$"""
            if (callback is null)
                return LastError.Set(CallError.MissingCallback);

            var context = ContextOf(handle);
            var name = NativeBytes.Read(method, methodSize, "method");
            var sink = {{Sink(library, hasContext: true)}};
            return LastError.Set({{library.ClassName}}Methods.Call(context, name, NativeBytes.Read(request, size, "request"), ref sink).Naming(name));
            """);

        yield return new Export(
            "add_listener_cbor",
            [new("nint", "handle"), new("byte*", "eventName"), new("delegate* unmanaged<byte*, nuint, void*, void>", "listener"), new("void*", "userData"), new("ulong*", "listenerId")],
            Source.Code(
                $$"""
                if (listener is null)
                    return LastError.Set(CallError.MissingCallback);

                var context = ContextOf(handle);
                var name = NativeText.Read(eventName, "event");
                var id = name switch
                {
                    {{library.Events.Select(CborListener)}}
                    _ => NoListener,
                };
                if (id == NoListener)
                    return LastError.Set(CallError.UnknownEvent(name, "{{library.Events.Select(@event => @event.WireName):commas}}"));
                if (listenerId is not null)
                    *listenerId = id;

                return Status.Ok;
                """));
    }

    private static string CborListener(EventModel @event)
    {
        var shape = EventShape.Of(@event);
        return $"\"{@event.WireName}\" => context.{GeneratedNames.Source(@event)}.Add(new CborListener<{shape.Payload}, {shape.Codec}>(listener, userData)),";
    }

    private static IEnumerable<Export> Listeners()
    {
        yield return new Export(
            "remove_listener",
            [new("nint", "handle"), new("ulong", "listenerId")],
            """
            return ContextOf(handle).RemoveListener(listenerId)
                ? Status.Ok
                : throw new NativeArgumentException("listener_id", $"no listener has the id {listenerId}");
            """);

        yield return new Export(
            "listener_lost",
            [new("nint", "handle"), new("ulong", "listenerId"), new("ulong*", "lost")],
            """
            if (lost is null)
                throw new NativeArgumentException("lost", "expected a place for the count, found NULL");

            *lost = ContextOf(handle).CountLost(listenerId)
                ?? throw new NativeArgumentException("listener_id", $"no listener has the id {listenerId}");
            return Status.Ok;
            """);
    }
}
