using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>How a result looks on the native ABI: in the callback, and in the place that a blocking call fills.</summary>
internal sealed record ReplyShape(string CallbackType, string NativeReply, string SyncReply, string[] OutParameter, string ClearOut)
{
    public static ReplyShape Of(TypeModel? result)
    {
        switch (result?.Kind)
        {
            case TypeKind.Record:
                var native = NativeEmitter.StructOf(result);
                return new ReplyShape(
                    $"delegate* unmanaged<Status, {native}*, byte*, void*, void>",
                    $"NativeReply<{result.FullName}, {native}>",
                    $"SyncReply<{result.FullName}, {native}>",
                    [$"{native}* result"],
                    Clear("default"));
            case TypeKind.Text:
                return new ReplyShape(
                    "delegate* unmanaged<Status, byte*, byte*, void*, void>",
                    "NativeTextReply",
                    "SyncTextReply",
                    ["byte** result"],
                    Clear("null"));
            case { } kind:
                var (value, number) = (CborEmitter.CSharp(result), NativeEmitter.Scalar(kind));
                return new ReplyShape(
                    $"delegate* unmanaged<Status, {number}, byte*, void*, void>",
                    $"NativeValueReply<{value}, {number}>",
                    $"SyncValueReply<{value}, {number}>",
                    [$"{number}* result"],
                    Clear("default"));
            default:
                return new ReplyShape("delegate* unmanaged<Status, byte*, void*, void>", "NativeNothingReply", "SyncNothingReply", [], "");
        }
    }

    private static string Clear(string empty) =>
        $"if (result is null)\n    throw new NativeArgumentException(\"reply\", \"expected a place for the reply, found NULL\");\n\n*result = {empty};\n";
}
