using Twofold.Generator.Emit.Service;
using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Native;

/// <summary>Prints the exported functions: those of every library, those of the methods and events, and those of the server.</summary>
internal static class ExportEmitter
{
    public static string Emit(LibraryModel library)
    {
        var exports = LibraryExports.All(library)
            .Concat(library.Methods.SelectMany(method => MethodExports.All(library, method)))
            .Concat(library.Objects.Select(Release))
            .Concat(library.Events.Select(AddListener))
            .Concat(library.Records.Where(record => record.IsResult).Select(Free))
            .Concat(ServerExports(library));

        return Source.Code(
            $$"""
            /// <summary>The exported functions. They never throw.</summary>
            internal static unsafe class {{library.ClassName}}Exports
            {
                private const ulong NoListener = 0;

                private static readonly HandleTable<Context<{{GeneratedNames.Class(library)}}>> s_contexts = new("{{library.Name}}");
                private static readonly HandleTable<NativeServer> s_servers = new("{{library.Name}}_server");

                {{exports.Select(export => export.Print(library)):paragraphs}}

                private static {{library.ClassName}}Context ContextOf(nint handle) => ({{library.ClassName}}Context)s_contexts.Get(handle);
            }
            """);
    }

    private static Export Release(ObjectModel type) => new(
        $"{type.CName}_release",
        [new ExportParameter("nint", "handle")],
        $"""
        {GeneratedNames.HandleTable(type.Name)}.Remove(handle).Dispose();
        return Status.Ok;
        """);

    private static Export AddListener(EventModel @event)
    {
        var shape = EventShape.Of(@event);
        var (callback, listener) = shape.Native is null
            ? ("delegate* unmanaged<void*, void>", "NativeUnitListener")
            : ($"delegate* unmanaged<{shape.Native}*, void*, void>", $"NativeListener<{shape.Payload}, {shape.Native}>");
        return new Export(
            $"add_{@event.WireName}_listener",
            [new("nint", "handle"), new(callback, "listener"), new("void*", "userData"), new("ulong*", "listenerId")],
            $$"""
            if (listener is null)
                return LastError.Set(CallError.MissingCallback);

            var id = ContextOf(handle).{{GeneratedNames.Source(@event)}}.Add(new {{listener}}(listener, userData));
            if (listenerId is not null)
                *listenerId = id;

            return Status.Ok;
            """);
    }

    private static Export Free(RecordModel record)
    {
        var native = GeneratedNames.Struct(record.Name);
        return new Export(
            $"{record.CName}_free",
            [new ExportParameter($"{native}*", "reply")],
            $"""
            if (reply is not null)
                RecordNative<{record.FullName}, {native}>.Free(ref *reply);
            """)
        {
            Returns = "void",
            Failure = ExportFailure.Ignored,
        };
    }

    private static IEnumerable<Export> ServerExports(LibraryModel library)
    {
        var service = $"new {library.ClassName}Service(ContextOf(handle))";
        var options = new ExportParameter("NativeServerOptions*", "options");
        var server = new ExportParameter("nint", "server");
        yield return new Export(
            "server_start",
            [new("nint", "handle"), options, new("nint*", "server")],
            $$"""
            if (server is null)
                throw new NativeArgumentException("server", "expected a place for the handle, found NULL");

            *server = 0;
            *server = NativeServer.Start({{service}}, options).Keep(s_servers);
            return Status.Ok;
            """);
        yield return new Export("server_address", [server], "return s_servers.Get(server).Address;")
        {
            Returns = "byte*",
            Failure = ExportFailure.Null,
        };
        yield return new Export(
            "server_stop",
            [server],
            """
            s_servers.Remove(server).Dispose();
            return Status.Ok;
            """);
        yield return new Export(
            "serve",
            [new("nint", "handle"), options],
            $"""
            Host.Serve({service}, NativeServer.Read(options));
            return Status.Ok;
            """);
    }
}
