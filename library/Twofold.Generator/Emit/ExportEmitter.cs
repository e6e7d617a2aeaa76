using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>
/// Prints the exported functions. Each is a thin try/catch over a body that is not inlined: an export whose own frame has
/// a stack buffer ends the process when it is the first to be called.
/// </summary>
internal static class ExportEmitter
{
    private const string CborCallback = "delegate* unmanaged<Status, byte*, nuint, void*, void> callback, void* userData";
    private const string CborRequest = "byte* request, nuint size";

    public static string Emit(LibraryModel library)
    {
        var exports = LibraryExports(library)
            .Concat(library.Methods.SelectMany(method => MethodExports(library, method)))
            .Concat(library.Events.Select(@event => AddListener(library, @event)))
            .Concat(library.Records.Where(record => record.IsResult).Select(record => Free(library, record)))
            .Concat(ServerExports(library));

        return
            $$"""
            /// <summary>The exported functions: nothing but the way in, and no exception out.</summary>
            internal static unsafe class {{library.ClassName}}Exports
            {
                private const ulong NoListener = 0;

                private static readonly HandleTable<Context<{{CallEmitter.Class(library)}}>> s_contexts = new("{{library.Name}}");
                private static readonly HandleTable<NativeServer> s_servers = new("{{library.Name}}_server");

                {{exports.Select(export => export.Print(library)).Paragraphs(4)}}

                private static {{library.ClassName}}Context ContextOf(nint handle) => ({{library.ClassName}}Context)s_contexts.Get(handle);
            }
            """;
    }

    private static IEnumerable<Export> LibraryExports(LibraryModel library)
    {
        var constructor = library.Constructor;
        var type = CallEmitter.Class(library);
        var arguments = constructor.Parameters.Select(NativeParameter).ToList();
        var call = $"var call = new {constructor.Stem}Call({constructor.Parameters.Select(ReadParameter).Commas()});";

        yield return new Export("abi_version", "AbiVersion", [], "return 1;", Returns: "uint", OnError: "return 0;");
        yield return new Export("status_name", "StatusName", ["Status status"], "fixed (byte* name = StatusNames.Utf8(status))\n    return name;", Returns: "byte*", OnError: "return null;");
        yield return new Export("last_error", "LastErrorMessage", [], "return LastError.Get();", Returns: "byte*", OnError: "return null;");
        yield return new Export("string_free", "StringFree", ["byte* text"], "NativeText.Free(text);", Returns: "void", OnError: "");

        yield return new Export(
            constructor.WireName,
            constructor.Stem,
            [.. arguments, "delegate* unmanaged<Status, nint, byte*, void*, void> callback", "void* userData"],
            $$"""
            if (callback is null)
                return LastError.Set(Refusal.MissingCallback);

            {{call}}
            var context = new {{library.ClassName}}Context();
            var reply = new NativeContextReply<{{type}}>(context, s_contexts, callback, userData);
            return LastError.Set(CallRunner.Run<{{type}}, {{constructor.Stem}}Call, {{type}}, NativeContextReply<{{type}}>>(context, call, ref reply));
            """);

        yield return new Export(
            $"{constructor.WireName}_sync",
            $"{constructor.Stem}Sync",
            [.. arguments, "nint* created"],
            $$"""
            if (created is null)
                throw new NativeArgumentException("{{library.Name}}", "expected a place for the handle, found NULL");

            *created = 0;
            {{call}}
            var context = new {{library.ClassName}}Context();
            var reply = new SyncContextReply<{{type}}>(context, s_contexts, created);
            var refusal = CallRunner.Run<{{type}}, {{constructor.Stem}}Call, {{type}}, SyncContextReply<{{type}}>>(context, call, ref reply);
            return refusal.Exists ? LastError.Set(refusal) : reply.Wait();
            """);

        yield return new Export("destroy", "Destroy", ["nint handle"], "s_contexts.Remove(handle).Dispose();\nreturn Status.Ok;");

        yield return new Export(
            "call_cbor",
            "CallCbor",
            ["nint handle", "byte* method", "nuint methodSize", CborRequest, CborCallback],
            $$"""
            if (callback is null)
                return LastError.Set(Refusal.MissingCallback);

            var context = ContextOf(handle);
            var name = NativeBytes.Read(method, methodSize, "method");
            var sink = new CallbackSink(callback, userData);
            return LastError.Set({{library.ClassName}}Methods.Call(context, name, NativeBytes.Read(request, size, "request"), ref sink).Naming(name));
            """);

        yield return new Export(
            "add_listener_cbor",
            "AddListenerCbor",
            ["nint handle", "byte* eventName", "delegate* unmanaged<byte*, nuint, void*, void> listener", "void* userData", "ulong* listenerId"],
            $$"""
            if (listener is null)
                return LastError.Set(Refusal.MissingCallback);

            var context = ContextOf(handle);
            var name = NativeText.Read(eventName, "event");
            var id = name switch
            {
                {{library.Events.Select(@event => $"\"{@event.WireName}\" => context.{@event.Name}.Add(new CborListener<{@event.Payload.FullName}, {CborEmitter.CodecOf(@event.Payload)}>(listener, userData)),").Lines(4)}}
                _ => NoListener,
            };
            if (id == NoListener)
                return LastError.Set(Refusal.UnknownEvent(name, "{{library.Events.Select(@event => @event.WireName).Commas()}}"));
            if (listenerId is not null)
                *listenerId = id;

            return Status.Ok;
            """);

        yield return new Export(
            "remove_listener",
            "RemoveListener",
            ["nint handle", "ulong listenerId"],
            """
            return ContextOf(handle).RemoveListener(listenerId)
                ? Status.Ok
                : throw new NativeArgumentException("listener_id", $"no listener has the id {listenerId}");
            """);

        yield return new Export(
            "listener_lost",
            "ListenerLost",
            ["nint handle", "ulong listenerId", "ulong* lost"],
            """
            if (lost is null)
                throw new NativeArgumentException("lost", "expected a place for the count, found NULL");

            *lost = ContextOf(handle).CountLost(listenerId)
                ?? throw new NativeArgumentException("listener_id", $"no listener has the id {listenerId}");
            return Status.Ok;
            """);
    }

    private static IEnumerable<Export> MethodExports(LibraryModel library, MethodModel method)
    {
        string[] handle = method.IsStatic ? [] : ["nint handle"];
        var inputs = handle.Concat(method.Parameters.Select(NativeParameter)).ToList();
        var shape = ReplyShape.Of(method.Result);
        var context = method.IsStatic ? "" : "var context = ContextOf(handle);\n";
        var call = $"var call = new {method.Stem}Call({method.Parameters.Select(ReadParameter).Commas()});";

        yield return new Export(
            method.WireName,
            method.Stem,
            [.. inputs, $"{shape.CallbackType} callback", "void* userData"],
            $$"""
            if (callback is null)
                return LastError.Set(Refusal.MissingCallback);

            {{context}}{{call}}
            var reply = new {{shape.NativeReply}}(callback, userData);
            {{Run(library, method, shape.NativeReply, "return LastError.Set(", ");", "return Status.Ok;")}}
            """);

        yield return new Export(
            $"{method.WireName}_sync",
            $"{method.Stem}Sync",
            [.. inputs, .. shape.OutParameter],
            $$"""
            {{shape.ClearOut}}{{context}}{{call}}
            var reply = new {{shape.SyncReply}}({{(shape.OutParameter.Length > 0 ? "result" : "")}});
            {{Run(library, method, shape.SyncReply, "var refusal = ", ";\nreturn refusal.Exists ? LastError.Set(refusal) : reply.Wait();", "return reply.Wait();")}}
            """);

        yield return new Export(
            $"{method.WireName}_cbor",
            $"{method.Stem}Cbor",
            [.. handle, CborRequest, CborCallback],
            $$"""
            if (callback is null)
                return LastError.Set(Refusal.MissingCallback);

            {{context}}var sink = new CallbackSink(callback, userData);
            return LastError.Set({{library.ClassName}}Methods.{{method.Stem}}({{(method.IsStatic ? "" : "context, ")}}NativeBytes.Read(request, size, "request"), ref sink));
            """);
    }

    private static string Run(LibraryModel library, MethodModel method, string reply, string before, string after, string staticEnding)
    {
        var types = $"{method.Stem}Call, {CborEmitter.CSharp(method.Result)}, {reply}";
        return method.IsStatic
            ? $"CallRunner.RunStatic<{types}>(call, ref reply);\n{staticEnding}"
            : $"{before}CallRunner.Run<{CallEmitter.Class(library)}, {types}>(context, call, ref reply){after}";
    }

    private static Export AddListener(LibraryModel library, EventModel @event)
    {
        var native = NativeEmitter.StructOf(@event.Payload);
        return new Export(
            $"add_{@event.WireName}_listener",
            $"Add{@event.Name}Listener",
            ["nint handle", $"delegate* unmanaged<{native}*, void*, void> listener", "void* userData", "ulong* listenerId"],
            $$"""
            if (listener is null)
                return LastError.Set(Refusal.MissingCallback);

            var id = ContextOf(handle).{{@event.Name}}.Add(new NativeListener<{{@event.Payload.FullName}}, {{native}}>(listener, userData));
            if (listenerId is not null)
                *listenerId = id;

            return Status.Ok;
            """);
    }

    private static Export Free(LibraryModel library, RecordModel record) => new(
        $"{Naming.Snake(record.Name)}_free",
        $"{record.Name}Free",
        [$"{record.Name}Native* reply"],
        $"if (reply is not null)\n    {record.Name}Native.Free(ref *reply);",
        Returns: "void",
        OnError: "");

    private static IEnumerable<Export> ServerExports(LibraryModel library)
    {
        var service = $"new {library.ClassName}Service(ContextOf(handle))";
        yield return new Export(
            "server_start",
            "ServerStart",
            ["nint handle", "NativeServerOptions* options", "nint* server"],
            $$"""
            if (server is null)
                throw new NativeArgumentException("server", "expected a place for the handle, found NULL");

            *server = 0;
            *server = s_servers.Add(NativeServer.Start({{service}}, options));
            return Status.Ok;
            """);
        yield return new Export("server_address", "ServerAddress", ["nint server"], "return s_servers.Get(server).Address;", Returns: "byte*", OnError: "LastError.Set(e);\nreturn null;");
        yield return new Export("server_stop", "ServerStop", ["nint server"], "s_servers.Remove(server).Dispose();\nreturn Status.Ok;");
        yield return new Export(
            "serve",
            "Serve",
            ["nint handle", "NativeServerOptions* options"],
            $"Host.Serve({service}, NativeServer.Read(options));\nreturn Status.Ok;");
    }

    private static string NativeParameter(ParameterModel parameter) => parameter.Type.Kind switch
    {
        TypeKind.Text => $"byte* {CborEmitter.Local(parameter)}",
        TypeKind.Record => $"{NativeEmitter.StructOf(parameter.Type)}* {CborEmitter.Local(parameter)}",
        TypeKind.Bool => $"byte {CborEmitter.Local(parameter)}",
        TypeKind.Enum => $"int {CborEmitter.Local(parameter)}",
        _ => $"{CborEmitter.CSharp(parameter.Type)} {CborEmitter.Local(parameter)}",
    };

    private static string ReadParameter(ParameterModel parameter)
    {
        var local = CborEmitter.Local(parameter);
        return parameter.Type.Kind switch
        {
            TypeKind.Text => $"NativeText.Read{(parameter.Type.IsOptional ? "Optional" : "")}({local}, \"{parameter.CName}\")",
            TypeKind.Record => $"NativeRecord.Read<{NativeEmitter.StructOf(parameter.Type)}, {parameter.Type.FullName}>({local}, \"{parameter.CName}\")",
            TypeKind.Bool => $"{local} != 0",
            TypeKind.Enum => $"{parameter.Type.Name}Native.Read({local}, \"{parameter.CName}\")",
            _ => local,
        };
    }
}
