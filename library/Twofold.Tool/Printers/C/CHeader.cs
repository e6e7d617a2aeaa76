using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the header of the native ABI.</summary>
internal static class CHeader
{
    public static string Print(LibraryModel library)
    {
        var n = library.Name;
        var upper = n.ToUpperInvariant();
        var constructor = library.Constructor;
        return
            $$"""
            /*
             * {{n}} {{library.Version}}: {{CTypes.Comment(library.Doc)}}
             * Printed by Twofold.Bindings from the library itself; do not edit.
             *
             * Ownership  What goes in is borrowed for the call. What a callback gets is valid during the callback. What a
             *            _sync call fills belongs to the caller: give it to the matching _free.
             * Threads    Every function may be called from every thread. A callback runs on the calling thread before the
             *            function returns, or later on a thread of the library.
             * Strings    NUL-terminated UTF-8. A list is a pointer and a count; the pointer may be NULL if the count is 0.
             */
            #ifndef {{upper}}_H
            #define {{upper}}_H

            {{(library.Constants.Any(CConstant.NeedsMath) ? "#include <math.h>\n" : "")}}#include <stdbool.h>
            #include <stddef.h>
            #include <stdint.h>

            /** Stands before every function that the library exports. */
            #if defined(_WIN32)
            #define {{upper}}_API __declspec(dllimport)
            #else
            #define {{upper}}_API
            #endif

            #ifdef __cplusplus
            extern "C" {
            #endif

            /** The ABI that this header describes; compare it with {{n}}_abi_version(). */
            #define {{upper}}_ABI_VERSION 1u

            {{library.Constants.Select(constant => CConstant.Print(upper, constant)).Paragraphs(0)}}

            /** How a call ended: the same numbers on the wire. */
            typedef int32_t {{n}}_status;
            enum {
                {{upper}}_OK = 0,               /**< It succeeded. */
                {{upper}}_ERROR = 1,            /**< The method failed; the message is its own. */
                {{upper}}_MISSING_CALLBACK = 2, /**< The callback is NULL. */
                {{upper}}_PROGRESS = 3,         /**< Not an end: the call goes on. Only to who asked. */
                {{upper}}_INVALID_ARGUMENT = 4, /**< An argument cannot be read; the message names it. */
                {{upper}}_INVALID_HANDLE = 5,   /**< The handle is NULL, destroyed, or of another kind. */
                {{upper}}_UNKNOWN_METHOD = 6,   /**< No method has this name. */
                {{upper}}_TOO_LARGE = 7,        /**< A length is over its limit. */
                {{upper}}_CANCELLED = 8,        /**< Destroyed or cancelled before it ended. */
                {{upper}}_UNAVAILABLE = 9,      /**< The server cannot take the call, or cannot start. */
                {{upper}}_INTERNAL = 10         /**< The method failed unforeseen; the message names the exception. */
            };

            {{library.Enums.Select(type => CTypes.Enum(library, type)).Paragraphs(0)}}

            /** {{CTypes.Comment(library.Doc)}} An opaque handle: never dereferenced, never reused, checked at every call. */
            typedef struct {{n}} {{n}};

            {{CTypes.Columns(library.Records.Select(record => ($"typedef struct {CTypes.Name(library, record.Name)} {CTypes.Name(library, record.Name)};", record.Doc))).Lines(0)}}

            {{CTypes.Composites(library).Concat(library.Records.Select(record => CTypes.Struct(library, record))).Paragraphs(0)}}

            {{library.Objects.Select(handle => $"/** {CTypes.Comment(handle.Doc)} An opaque handle, which {n}_{handle.CName}_release ends. */\ntypedef struct {n}_{handle.CName} {n}_{handle.CName};").Append("/* ---- The library ---- */").Paragraphs(0)}}

            /** The ABI that the library speaks. */
            {{upper}}_API uint32_t {{n}}_abi_version(void);

            /** The status's name, for example "INVALID_ARGUMENT"; never NULL, never freed. */
            {{upper}}_API const char *{{n}}_status_name({{n}}_status status);

            /** Why this thread's last failed call failed; "" if none has. Valid until this thread's next call. */
            {{upper}}_API const char *{{n}}_last_error(void);

            /** How grave a line of the log is; each level includes those before it. */
            typedef int32_t {{n}}_log_level;
            enum {
                {{upper}}_LOG_ERROR = 1,   /**< A method failed unforeseen: with the stack trace. */
                {{upper}}_LOG_WARNING = 2, /**< Something was lost, cut off, or failed where nobody waits for it. */
                {{upper}}_LOG_INFO = 3,    /**< A server started, stopped, or answered a request with a failure. */
                {{upper}}_LOG_DEBUG = 4    /**< Connections that come and go. */
            };

            /** Gets a line of the log; valid during the call. A stack trace has several lines. */
            typedef void (*{{n}}_log_callback)({{n}}_log_level level, const char *message, void *user_data);

            /**
             * Has the log of the whole library, up to the level, go to the callback; NULL, as in the beginning: to nobody. The
             * callback gets one line at a time, in order, on a thread of the library, or on one that calls this; it may call
             * every function. Before this returns the callback until then gets what was waiting for it, and it never runs
             * again after; called from inside it, what was waiting is dropped.
             * INVALID_ARGUMENT if there is no such level, and all stays as it was.
             */
            {{upper}}_API {{n}}_status {{n}}_set_log({{n}}_log_level level, {{n}}_log_callback callback, void *user_data);

            /** Frees a string that a _sync call has returned. NULL is fine. */
            {{upper}}_API void {{n}}_string_free(char *text);

            {{library.Records.Where(record => record.IsResult).Select(record => FreeFunction(library, record)).Paragraphs(0)}}

            /* ---- {{library.ClassName}} ---- */

            /** Gets the new handle, or NULL and an error that is valid during the call. */
            typedef void (*{{n}}_{{constructor.WireName}}_callback)({{n}}_status status, {{n}} *created, const char *error, void *user_data);

            {{Doc(constructor, "Returns OK: the callback fires, exactly once. Anything else: it never fires.")}}
            {{upper}}_API {{n}}_status {{n}}_{{constructor.WireName}}({{CTypes.Parameters(library, constructor).Concat([$"{n}_{constructor.WireName}_callback callback", "void *user_data"]).Commas()}});

            /** The same, blocking. *created is NULL unless it returns OK. */
            {{upper}}_API {{n}}_status {{n}}_{{constructor.WireName}}_sync({{CTypes.Parameters(library, constructor).Append($"{n} **created").Commas()}});

            /**
             * Ends the handle. Calls in flight end with CANCELLED before this returns, and no callback or listener runs after
             * it, but one that this is called from. INVALID_HANDLE if it is NULL or destroyed already.
             */
            {{upper}}_API {{n}}_status {{n}}_destroy({{n}} *handle);

            {{library.Methods.Select(method => Method(library, method)).Paragraphs(0)}}

            {{library.Objects.Select(handle => $"/** Ends the handle, and disposes of what it stands for. It can still be called after {n}_destroy. */\n{upper}_API {n}_status {n}_{handle.CName}_release({n}_{handle.CName} *handle);").Append("/* ---- Events: one listener's events come in order, one at a time. ---- */").Paragraphs(0)}}

            {{library.Events.Select(@event => Event(library, @event)).Paragraphs(0)}}

            /** Removes a listener; its callback does not run again, unless this is called from inside it. */
            {{upper}}_API {{n}}_status {{n}}_remove_listener({{n}} *handle, uint64_t listener_id);

            /** How many events a listener has lost; past 1024 that wait for it, the newest is. */
            {{upper}}_API {{n}}_status {{n}}_listener_lost({{n}} *handle, uint64_t listener_id, uint64_t *lost);

            /* ---- Serving other processes ---- */

            /** A running server. An opaque handle. */
            typedef struct {{n}}_server {{n}}_server;

            /** How bytes get from sockets to the library and back. */
            typedef enum {{n}}_transport {
                {{upper}}_TRANSPORT_AUTOMATIC = 0, /**< The fastest that the platform has. */
                {{upper}}_TRANSPORT_EPOLL = 1,     /**< Loops over non-blocking sockets, on threads of their own. Linux only. */
                {{upper}}_TRANSPORT_SOCKETS = 2    /**< System.Net.Sockets, on a pool of threads. */
            } {{n}}_transport;

            /** What a server listens on, and its limits; a field of 0 stands for the default. */
            typedef struct {{n}}_server_options {
                size_t size;                  /**< sizeof({{n}}_server_options): see {{upper}}_SERVER_OPTIONS_INIT. */
                const char *address;          /**< unix:PATH, tcp:HOST:PORT, tcp:[IPV6]:PORT (port 0 picks one), or fd:N. */
                bool allow_remote;            /**< Allow TCP beyond loopback: the wire is not encrypted. */
                {{$"{n}_transport transport;".PadRight(29)}} /**< Default automatic. */
                uint32_t loop_threads;        /**< Threads of the epoll transport, which synchronous methods run on. Default 1. */
                uint32_t max_method_bytes;    /**< Longest method name. Default 255. */
                uint32_t max_payload_bytes;   /**< Largest payload. Default 16 MiB. */
                uint32_t max_nesting;         /**< Nesting of a request's arrays and maps. Default 64, at most 1024. */
                uint32_t max_objects;         /**< Objects that a connection holds. Default 1024. */
                uint32_t max_in_flight;       /**< Unanswered requests of a connection before it is not read. Default 1024. */
                uint32_t max_unread_bytes;    /**< Unread output of a connection before it is not read. Default 1 MiB. */
                uint32_t max_connections;     /**< Open connections. Default 1024. */
                uint32_t frame_timeout_ms;    /**< How long a frame may stay unfinished. Default 30 s. */
                uint32_t progress_timeout_ms; /**< How long output may stay unread without progress. Default 30 s. */
                uint32_t drain_timeout_ms;    /**< How long calls in flight may take on stop. Default 5 s. */
            } {{n}}_server_options;

            /** The options' initial value: all defaults. Set the address. */
            #define {{upper}}_SERVER_OPTIONS_INIT {sizeof({{n}}_server_options), NULL, false, {{upper}}_TRANSPORT_AUTOMATIC, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

            /** Serves the handle to other processes, on threads of the library, until {{n}}_server_stop. */
            {{upper}}_API {{n}}_status {{n}}_server_start({{n}} *handle, const {{n}}_server_options *options, {{n}}_server **server);

            /** The address to connect to, with the real port. Valid until stop; NULL if the handle is invalid. */
            {{upper}}_API const char *{{n}}_server_address({{n}}_server *server);

            /** Stops accepting, answers what is in flight within the drain time, closes. Ends the handle. */
            {{upper}}_API {{n}}_status {{n}}_server_stop({{n}}_server *server);

            /**
             * Makes the process a server: prints "listening on ADDRESS" when ready, blocks until SIGINT or SIGTERM, then stops
             * as {{n}}_server_stop does. The only function that handles signals or writes to standard output.
             */
            {{upper}}_API {{n}}_status {{n}}_serve({{n}} *handle, const {{n}}_server_options *options);

            #ifdef __cplusplus
            }
            #endif

            #endif

            """;
    }

    private static string FreeFunction(LibraryModel library, RecordModel record)
    {
        var type = CTypes.Name(library, record.Name);
        return $"/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */\n{CTypes.Api(library)} void {type}_free({type} *reply);";
    }

    private static string Method(LibraryModel library, MethodModel method)
    {
        var n = library.Name;
        var name = $"{n}_{method.WireName}";
        string[] handle = method.IsStatic ? [] : [$"{CTypes.HandleOf(library, method)} *handle"];
        var inputs = handle.Concat(CTypes.Parameters(library, method)).ToList();
        var (reply, result) = Reply(library, method);
        return
            $$"""
            /** Gets the reply of {{name}}, or NULL and an error; both are valid during the call. */
            typedef void (*{{name}}_callback)({{new[] { $"{n}_status status" }.Concat(reply).Concat(["const char *error", "void *user_data"]).Commas()}});

            {{Doc(method, "Returns OK: the callback fires, exactly once. Anything else: it never fires.")}}
            {{CTypes.Api(library)}} {{n}}_status {{name}}({{inputs.Concat([$"{name}_callback callback", "void *user_data"]).Commas()}});

            /** The same, blocking.{{SyncNote(library, method)}} */
            {{CTypes.Api(library)}} {{n}}_status {{name}}_sync({{CTypes.OrVoid(inputs.Concat(result))}});
            """;
    }

    /// <summary>The reply as a callback gets it, and as a blocking call fills it.</summary>
    public static (string[] Callback, string[] Sync) Reply(LibraryModel library, MethodModel method)
    {
        if (StructOf(library, method) is { } type)
            return ([$"const {type} *reply"], [$"{type} *reply"]);

        return method.Result switch
        {
            null => ([], []),
            { Kind: TypeKind.Text } => (["const char *reply"], ["char **reply"]),
            { Kind: TypeKind.Object } handle => ([$"{CTypes.Name(library, handle.Name!)} *reply"], [$"{CTypes.Name(library, handle.Name!)} **reply"]),
            { } scalar => ([$"{CTypes.Scalar(library, scalar)} reply"], [$"{CTypes.Scalar(library, scalar)} *reply"]),
        };
    }

    /// <summary>The struct of a method's reply, if it has one.</summary>
    public static string? StructOf(LibraryModel library, MethodModel method) =>
        (method.ReplyStruct ?? (method.Result?.Kind == TypeKind.Record ? method.Result.Name : null)) is { } name ? CTypes.Name(library, name) : null;

    private static string SyncNote(LibraryModel library, MethodModel method)
    {
        if (StructOf(library, method) is { } type)
            return $" The caller frees reply with {type}_free.";

        if (method.Result?.Kind == TypeKind.Object)
            return $" The caller ends *reply with {CTypes.Name(library, method.Result.Name!)}_release.";

        return method.Result?.Kind == TypeKind.Text ? $" The caller frees *reply with {library.Name}_string_free." : "";
    }

    private static string Event(LibraryModel library, EventModel @event)
    {
        var n = library.Name;
        var name = $"{n}_{@event.WireName}_listener";
        return
            $$"""
            /** {{CTypes.Comment(@event.Doc)}} The event is valid during the call. */
            typedef void (*{{name}})({{Payload(library, @event)}}void *user_data);

            /** Adds a listener; *listener_id, unless NULL, gets what {{n}}_remove_listener takes. */
            {{CTypes.Api(library)}} {{n}}_status {{n}}_add_{{@event.WireName}}_listener({{n}} *handle, {{name}} listener, void *user_data, uint64_t *listener_id);
            """;
    }

    private static string Payload(LibraryModel library, EventModel @event) =>
        @event.Parameters.Count == 0 ? "" : $"const {CTypes.Name(library, @event.EventStruct ?? @event.Single!.Name!)} *event, ";

    private static string Doc(MethodModel method, string ending)
    {
        var lines = method.Parameters
            .Where(parameter => parameter.Doc.Length > 0)
            .Select(parameter => $" * @param {parameter.CName} {CTypes.Comment(parameter.Doc)}")
            .Prepend($" * {CTypes.Comment(method.Doc)}".TrimEnd())
            .Concat(method.ResultDoc.Length > 0 ? [$" * Reply: {CTypes.Comment(method.ResultDoc)}"] : [])
            .Append($" * {ending}");
        return $"/**\n{lines.Lines(0)}\n */";
    }
}
