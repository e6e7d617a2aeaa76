using Twofold.Generator.Emit.Cbor;
using Twofold.Generator.Emit.Service;
using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Native;

/// <summary>The three exported functions of a method: with a callback, blocking, and from CBOR.</summary>
internal static class MethodExports
{
    public static IEnumerable<Export> All(LibraryModel library, MethodModel method)
    {
        ExportParameter[] handle = method.IsStatic ? [] : [new("nint", "handle")];
        var parameters = method.Parameters.Select(NativeParameter.Of).ToList();
        var inputs = handle.Concat(parameters.SelectMany(parameter => parameter.Declarations)).ToList();
        var shape = ReplyShape.Of(method);
        var context = Context(library, method);
        var call = $"var call = new {GeneratedNames.Call(method)}({parameters.Select(parameter => parameter.Value).Commas()});";

        yield return new Export(
            method.WireName,
            [.. inputs, new(shape.CallbackType, "callback"), new("void*", "userData")],
            Source.Code(
                $$"""
                if (callback is null)
                    return LastError.Set(CallError.MissingCallback);

                {{context}}
                {{call}}
                var reply = new {{shape.NativeReply}}(callback, userData{{shape.ReplyArguments}});
                {{(method.IsStatic
                    ? $"{Run(library, method, $"{shape.Writer}, {shape.NativeReply}")};\nreturn Status.Ok;"
                    : $"return LastError.Set({Run(library, method, $"{shape.Writer}, {shape.NativeReply}")});")}}
                """));

        yield return new Export(
            $"{method.WireName}_sync",
            shape.Place is null ? inputs : [.. inputs, new($"{shape.Place}*", "result")],
            Source.Code(
                $$"""
                {{Clear(shape)}}
                {{context}}
                {{call}}
                var reply = new {{shape.SyncReply}}({{(shape.Place is null ? "null" : "result")}}{{shape.ReplyArguments}});
                {{(method.IsStatic
                    ? $"{Run(library, method, $"{shape.Writer}, {shape.SyncReply}")};\nreturn reply.Wait();"
                    : $"var error = {Run(library, method, $"{shape.Writer}, {shape.SyncReply}")};\nreturn error.Exists ? LastError.Set(error) : reply.Wait();")}}
                """));

        yield return new Export(
            $"{method.WireName}_cbor",
            [.. handle, .. LibraryExports.CborParameters],
            Source.Code(
                $$"""
                if (callback is null)
                    return LastError.Set(CallError.MissingCallback);

                {{context}}
                var sink = {{LibraryExports.Sink(library, hasContext: !method.IsStatic)}};
                return LastError.Set({{CborCall(library, method)}});
                """));
    }

    private static string Context(LibraryModel library, MethodModel method) => (method.IsStatic, method.Owner) switch
    {
        (true, _) => "",
        (_, null) => "var context = ContextOf(handle);",
        (_, { } owner) => $"var owner = {GeneratedNames.HandleTable(owner.Name)}.Get(handle);\nvar context = ({library.ClassName}Context)owner.Context;",
    };

    private static string Clear(ReplyShape shape) => shape.Place is null
        ? ""
        : $$"""
          if (result is null)
              throw new NativeArgumentException("reply", "expected a place for the reply, found NULL");

          *result = {{shape.Empty}};
          """;

    private static string Run(LibraryModel library, MethodModel method, string reply)
    {
        var types = $"{GeneratedNames.Call(method)}, {CallEmitter.ResultOf(library, method)}, {reply}";
        return method.IsStatic
            ? $"CallRunner.RunStatic<{types}>(call, ref reply)"
            : $"CallRunner.Run<{CallEmitter.TargetOf(library, method)}, {types}>(context, {(method.Owner is null ? "" : "owner.Target, ")}call, ref reply)";
    }

    /// <summary>The CBOR form of the method, called on the object of the caller's handle.</summary>
    private static string CborCall(LibraryModel library, MethodModel method)
    {
        const string Request = "NativeBytes.Read(request, size, \"request\")";
        if (method.Owner is not { } owner)
            return $"{library.ClassName}Methods.{GeneratedNames.CborCall(method)}({(method.IsStatic ? "" : "context, ")}{Request}, ref sink)";

        var types = $"{owner.FullName}, {GeneratedNames.Call(method)}, {CallEmitter.ResultOf(library, method)}, {CborCodecOf.Of(method.Result)}, CallbackSink";
        return $"CborCalls.Run<{types}>(context, owner.Target, {Request}, ref sink)";
    }
}
