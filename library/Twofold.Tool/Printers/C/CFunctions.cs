using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Tool.Printers.C;

/// <summary>Prints the functions of methods and events.</summary>
internal static class CFunctions
{
    private const string CallbackOnce = "Returns OK: the callback runs exactly once. Returns anything else: it never runs.";

    public static string Constructor(CNames names)
    {
        var n = names.Prefix;
        var constructor = names.Library.Constructor;
        var function = names.Method(constructor);
        var parameters = CParameters.Of(names, constructor).ToList();
        return Source.Code(
            $$"""
            /** Receives the new handle, or NULL and an error that is valid during the call. */
            typedef void (*{{function}}_callback)({{names.Status}} status, {{n}} *created, const char *error, void *user_data);

            {{Doc(constructor)}}
            {{names.Api}} {{names.Status}} {{function}}({{parameters.Concat([$"{function}_callback callback", "void *user_data"]).Commas()}});

            /** The same, blocking. *created is NULL unless it returns OK. */
            {{names.Api}} {{names.Status}} {{function}}_sync({{parameters.Append($"{n} **created").Commas()}});
            """);
    }

    public static string Method(CNames names, MethodModel method)
    {
        var function = names.Method(method);
        var reply = CReply.Of(names, method);
        string[] handle = method.IsStatic ? [] : [$"{names.Handle(method)} *handle"];
        string[] delivered = reply is null ? [] : [reply.Callback.Declare("reply")];
        string[] filled = reply is null ? [] : [reply.Storage.Pointer.Declare("reply")];
        var inputs = handle.Concat(CParameters.Of(names, method)).ToList();
        return Source.Code(
            $$"""
            /** Receives {{(reply is null ? "the outcome" : "the reply")}} of {{function}}, or {{(reply is null ? "" : "NULL and ")}}an error; valid during the call. */
            typedef void (*{{function}}_callback)({{new[] { $"{names.Status} status" }.Concat(delivered).Concat(["const char *error", "void *user_data"]).Commas()}});

            {{Doc(method)}}
            {{names.Api}} {{names.Status}} {{function}}({{inputs.Concat([$"{function}_callback callback", "void *user_data"]).Commas()}});

            /** {{$"The same, blocking. {reply?.SyncNote}".TrimEnd()}} */
            {{names.Api}} {{names.Status}} {{function}}_sync({{CParameters.OrVoid(inputs.Concat(filled))}});
            """);
    }

    public static string Release(CNames names, ObjectModel handle) => Source.Code(
        $$"""
        /** Ends the handle and disposes of its object. You can still call it after {{names.Prefix}}_destroy. */
        {{names.Api}} {{names.Status}} {{names.Handle(handle)}}_release({{names.Handle(handle)}} *handle);
        """);

    public static string Event(CNames names, EventModel @event)
    {
        var n = names.Prefix;
        var listener = $"{n}_{@event.WireName}_listener";
        var payload = @event.PayloadStruct is { } type ? $"const {names.Type(type)} *event, " : "";
        return Source.Code(
            $$"""
            /** {{Comment.Text($"{@event.Doc} The event is valid during the call.".TrimStart())}} */
            typedef void (*{{listener}})({{payload}}void *user_data);

            /** Adds a listener. *listener_id receives its number for {{n}}_remove_listener, unless listener_id is NULL. */
            {{names.Api}} {{names.Status}} {{n}}_add_{{@event.WireName}}_listener({{n}} *handle, {{listener}} listener, void *user_data, uint64_t *listener_id);
            """);
    }

    private static string Doc(MethodModel method)
    {
        var lines = new[] { Comment.Text(method.Doc) }
            .Where(line => line.Length > 0)
            .Concat(method.Parameters.Where(parameter => parameter.Doc.Length > 0).Select(parameter => $"@param {parameter.CParameter} {Comment.Text(parameter.Doc)}"))
            .Concat(method.ResultDoc.Length > 0 ? [$"Reply: {Comment.Text(method.ResultDoc)}"] : [])
            .Append(CallbackOnce)
            .Select(line => $" * {line}");
        return $"/**\n{lines.Lines()}\n */";
    }
}
