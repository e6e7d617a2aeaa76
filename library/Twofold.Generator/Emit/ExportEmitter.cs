using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>
/// Prints the exported functions. Each is a thin try/catch over a body that is not inlined: an export whose own frame has
/// a stack buffer ends the process when it is the first to be called.
/// </summary>
internal static class ExportEmitter
{
    private const string NobodyToTell = "// A function that returns nothing has nobody to tell.";

    private static readonly string[] s_cborParameters =
        ["byte* request", "nuint size", "delegate* unmanaged<Status, byte*, nuint, void*, void> callback", "void* userData"];

    public static string Emit(LibraryModel library)
    {
        var exports = LibraryExports(library)
            .Concat(library.Methods.SelectMany(method => MethodExports(library, method)))
            .Concat(library.Objects.Select(Release))
            .Concat(library.Events.Select(AddListener))
            .Concat(library.Records.Where(record => record.IsResult).Select(Free))
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
        var arguments = constructor.Parameters.SelectMany(NativeParameters).ToList();
        var call = $"var call = new {constructor.Stem}Call({constructor.Parameters.Select(ReadParameter).Commas()});";

        yield return new Export("abi_version", "AbiVersion", [], "return 1;", Returns: "uint", OnError: "return 0;");
        yield return new Export("status_name", "StatusName", ["Status status"], "fixed (byte* name = StatusNames.Utf8(status))\n    return name;", Returns: "byte*", OnError: "return null;");
        yield return new Export("last_error", "LastErrorMessage", [], "return LastError.Get();", Returns: "byte*", OnError: "return null;");
        yield return new Export("set_log", "SetLog", ["LogLevel level", "delegate* unmanaged<LogLevel, byte*, void*, void> callback", "void* userData"], "return NativeLog.Set(level, callback, userData);");
        yield return new Export("string_free", "StringFree", ["byte* text"], "NativeText.Free(text);", Returns: "void", OnError: NobodyToTell);

        yield return new Export(
            constructor.WireName,
            constructor.Stem,
            [.. arguments, "delegate* unmanaged<Status, nint, byte*, void*, void> callback", "void* userData"],
            $$"""
            if (callback is null)
                return LastError.Set(CallError.MissingCallback);

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
            ["nint handle", "byte* method", "nuint methodSize", .. s_cborParameters],
            $$"""
            if (callback is null)
                return LastError.Set(CallError.MissingCallback);

            var context = ContextOf(handle);
            var name = NativeBytes.Read(method, methodSize, "method");
            var sink = new CallbackSink({{SinkArguments(library, method: null)}});
            return LastError.Set({{library.ClassName}}Methods.Call(context, name, NativeBytes.Read(request, size, "request"), ref sink).Naming(name));
            """);

        yield return new Export(
            "add_listener_cbor",
            "AddListenerCbor",
            ["nint handle", "byte* eventName", "delegate* unmanaged<byte*, nuint, void*, void> listener", "void* userData", "ulong* listenerId"],
            $$"""
            if (listener is null)
                return LastError.Set(CallError.MissingCallback);

            var context = ContextOf(handle);
            var name = NativeText.Read(eventName, "event");
            var id = name switch
            {
                {{library.Events.Select(CborListener).Lines(4)}}
                _ => NoListener,
            };
            if (id == NoListener)
                return LastError.Set(CallError.UnknownEvent(name, "{{library.Events.Select(@event => @event.WireName).Commas()}}"));
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
        var inputs = handle.Concat(method.Parameters.SelectMany(NativeParameters)).ToList();
        var shape = ReplyShape.Of(method);
        var context = (method.IsStatic, method.Owner) switch
        {
            (true, _) => "",
            (_, null) => "var context = ContextOf(handle);\n",
            (_, var owner) => $"var owner = {ObjectEmitter.TableOf(owner.Name)}.Get(handle);\nvar context = ({library.ClassName}Context)owner.Context;\n",
        };
        var call = $"var call = new {method.Stem}Call({method.Parameters.Select(ReadParameter).Commas()});";

        yield return new Export(
            method.WireName,
            method.Stem,
            [.. inputs, $"{shape.CallbackType} callback", "void* userData"],
            $$"""
            if (callback is null)
                return LastError.Set(CallError.MissingCallback);

            {{context}}{{call}}
            var reply = new {{shape.NativeReply}}({{shape.ReplyArguments}}callback, userData);
            {{Run(library, method, shape.NativeReply, "return LastError.Set(", ");", "return Status.Ok;")}}
            """);

        yield return new Export(
            $"{method.WireName}_sync",
            $"{method.Stem}Sync",
            [.. inputs, .. shape.OutParameter],
            $$"""
            {{shape.ClearOut}}{{context}}{{call}}
            var reply = new {{shape.SyncReply}}({{shape.ReplyArguments}}{{(shape.OutParameter.Length > 0 ? "result" : "")}});
            {{Run(library, method, shape.SyncReply, "var refusal = ", ";\nreturn refusal.Exists ? LastError.Set(refusal) : reply.Wait();", "return reply.Wait();")}}
            """);

        yield return new Export(
            $"{method.WireName}_cbor",
            $"{method.Stem}Cbor",
            [.. handle, .. s_cborParameters],
            $$"""
            if (callback is null)
                return LastError.Set(CallError.MissingCallback);

            {{context}}var sink = new CallbackSink({{SinkArguments(library, method)}});
            return LastError.Set({{CborCall(library, method)}});
            """);
    }

    private static string Run(LibraryModel library, MethodModel method, string reply, string before, string after, string staticEnding)
    {
        var types = $"{method.Stem}Call, {method.Result?.Declared ?? "Unit"}, {reply}";
        return method.IsStatic
            ? $"CallRunner.RunStatic<{types}>(call, ref reply);\n{staticEnding}"
            : $"{before}CallRunner.Run<{CallEmitter.TargetOf(library, method)}, {types}>(context, {(method.Owner is null ? "" : "owner.Target, ")}call, ref reply){after}";
    }

    private static string SinkArguments(LibraryModel library, MethodModel? method) =>
        library.Objects.Count == 0 || method is { IsStatic: true } ? "callback, userData" : "callback, userData, context.Objects";

    /// <summary>The method from CBOR: on the object that the caller's handle names.</summary>
    private static string CborCall(LibraryModel library, MethodModel method)
    {
        const string Request = "NativeBytes.Read(request, size, \"request\")";
        if (method.Owner is not null)
        {
            var types = $"{method.Owner.FullName}, {method.Stem}Call, {method.Result?.Declared ?? "Unit"}, {CborEmitter.CodecOf(method.Result)}, CallbackSink";
            return $"CborCalls.Run<{types}>(context, owner.Target, {Request}, ref sink)";
        }

        return $"{library.ClassName}Methods.{method.Stem}({(method.IsStatic ? "" : "context, ")}{Request}, ref sink)";
    }

    private static Export Release(ObjectModel handle) => new(
        $"{handle.CName}_release",
        $"{handle.Name}Release",
        ["nint handle"],
        $"{ObjectEmitter.TableOf(handle.Name)}.Remove(handle).Dispose();\nreturn Status.Ok;");

    private static string CborListener(EventModel @event)
    {
        var shape = EventShape.Of(@event);
        return $"\"{@event.WireName}\" => context.{@event.Name}Source.Add(new CborListener<{shape.Payload}, {shape.Codec}>(listener, userData)),";
    }

    private static Export AddListener(EventModel @event)
    {
        var shape = EventShape.Of(@event);
        var (callback, listener) = shape.Native is null
            ? ("delegate* unmanaged<void*, void>", "NativeUnitListener")
            : ($"delegate* unmanaged<{shape.Native}*, void*, void>", $"NativeListener<{shape.Payload}, {shape.Native}>");
        return new Export(
            $"add_{@event.WireName}_listener",
            $"Add{@event.Name}Listener",
            ["nint handle", $"{callback} listener", "void* userData", "ulong* listenerId"],
            $$"""
            if (listener is null)
                return LastError.Set(CallError.MissingCallback);

            var id = ContextOf(handle).{{@event.Name}}Source.Add(new {{listener}}(listener, userData));
            if (listenerId is not null)
                *listenerId = id;

            return Status.Ok;
            """);
    }

    private static Export Free(RecordModel record) => new(
        $"{Naming.Snake(record.Name)}_free",
        $"{record.Name}Free",
        [$"{NativeEmitter.StructOf(record.Name)}* reply"],
        $"if (reply is not null)\n    {NativeEmitter.StructOf(record.Name)}.Free(ref *reply);",
        Returns: "void",
        OnError: NobodyToTell);

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

    /// <summary>A parameter as C passes it: numbers by value, what may be absent by pointer, lists as two parameters.</summary>
    private static IEnumerable<string> NativeParameters(ParameterModel parameter)
    {
        var type = parameter.Type;
        var local = CborEmitter.Local(parameter);
        return type switch
        {
            { IsSpan: true } => [$"{ItemOf(type)}* {local}", $"nuint {local}Count"],
            { Kind: TypeKind.Text } => [$"byte* {local}"],
            { Kind: TypeKind.Record } => [$"{NativeEmitter.StructOf(type.Name!)}* {local}"],
            _ => [$"{NativeEmitter.Number(type)}{(type.IsOptional ? "*" : "")} {local}"],
        };
    }

    private static string ReadParameter(ParameterModel parameter)
    {
        var type = parameter.Type;
        var local = CborEmitter.Local(parameter);
        var name = $"\"{parameter.CName}\"";
        return type switch
        {
            { IsSpan: true } => $"{NativeEmitter.CodecOf(type)}.Read(new NativeSpan<{ItemOf(type)}>({local}, {local}Count), {name})",
            { Kind: TypeKind.Text } => $"{NativeEmitter.CodecOf(type)}.Read(new NativeString {{ Pointer = {local} }}, {name})",
            { Kind: TypeKind.Record, IsOptional: false } => $"{NativeEmitter.CodecOf(type)}.Read({local}, {name})",
            { Kind: TypeKind.Record } => $"{NativeEmitter.CodecOf(type)}.Read(new NativePointer<{NativeEmitter.StructOf(type.Name!)}> {{ Pointer = {local} }}, {name})",
            { IsOptional: true } => $"{local} is null ? null : {NativeEmitter.CodecOf(type.Required)}.Read(in *{local}, {name})",
            _ => $"{NativeEmitter.CodecOf(type)}.Read(in {local}, {name})",
        };
    }

    private static string ItemOf(TypeModel type) => type.Kind == TypeKind.Bytes ? "byte" : NativeEmitter.TypeOf(type.Item!);
}
