using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>How a result looks on the native ABI: in the callback, and in the place that a blocking call fills.</summary>
internal sealed record ReplyShape(string CallbackType, string NativeReply, string SyncReply, string[] OutParameter, string ClearOut)
{
    /// <summary>What the reply is made with, before the callback or the place.</summary>
    public string ReplyArguments { get; init; } = "";

    public static ReplyShape Of(MethodModel method)
    {
        var result = method.Result;
        if (method.ReplyStruct is not null || result?.Kind == TypeKind.Record)
        {
            var native = NativeEmitter.StructOf(method.ReplyStruct ?? result!.Name!);
            return new ReplyShape(
                $"delegate* unmanaged<Status, {native}*, byte*, void*, void>",
                $"NativeReply<{result!.Declared}, {native}>",
                $"SyncReply<{result.Declared}, {native}>",
                [$"{native}* result"],
                Clear("default"));
        }

        switch (result?.Kind)
        {
            case TypeKind.Object:
                return new ReplyShape(
                    "delegate* unmanaged<Status, nint, byte*, void*, void>",
                    $"NativeObjectReply<{result.CSharp}>",
                    $"SyncObjectReply<{result.CSharp}>",
                    ["nint* result"],
                    Clear("0"))
                {
                    ReplyArguments = $"context, {ObjectEmitter.TableOf(result.Name!)}, ",
                };
            case null:
                return new ReplyShape("delegate* unmanaged<Status, byte*, void*, void>", "NativeUnitReply", "SyncUnitReply", [], "");
            case TypeKind.Text:
                return new ReplyShape(
                    "delegate* unmanaged<Status, byte*, byte*, void*, void>", "NativeTextReply", "SyncTextReply", ["byte** result"], Clear("null"));
            default:
                var types = $"{result.CSharp}, {NativeEmitter.Number(result)}, {NativeEmitter.CodecOf(result)}";
                return new ReplyShape(
                    $"delegate* unmanaged<Status, {NativeEmitter.Number(result)}, byte*, void*, void>",
                    $"NativeValueReply<{types}>",
                    $"SyncValueReply<{types}>",
                    [$"{NativeEmitter.Number(result)}* result"],
                    Clear("default"));
        }
    }

    private static string Clear(string empty) =>
        $"if (result is null)\n    throw new NativeArgumentException(\"reply\", \"expected a place for the reply, found NULL\");\n\n*result = {empty};\n";
}
