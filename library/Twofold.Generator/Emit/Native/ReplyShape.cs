using Twofold.Generator.Emit.Service;
using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Native;

/// <summary>How a result looks on the native ABI: in the callback, and in the place that a blocking call fills.</summary>
/// <param name="CallbackType">The type of the callback.</param>
/// <param name="NativeReply">What delivers the result to a callback.</param>
/// <param name="SyncReply">What writes it for a blocking call.</param>
/// <param name="Place">The type of the place that a blocking call fills, or null if there is no result.</param>
/// <param name="Empty">What the place holds until then.</param>
/// <param name="ReplyArguments">What both are made with, before the callback or the place.</param>
internal sealed record ReplyShape(
    string CallbackType, string NativeReply, string SyncReply, string? Place, string Empty = "default", string ReplyArguments = "")
{
    private static readonly ReplyShape s_none =
        new("delegate* unmanaged<Status, byte*, void*, void>", "NativeUnitReply", "SyncUnitReply", Place: null);

    public static ReplyShape Of(MethodModel method) => method.Result?.Accept(new Visitor(method)) ?? s_none;

    private sealed class Visitor(MethodModel method) : TypeVisitor<ReplyShape>
    {
        public override ReplyShape VisitBool(BoolType type) => Value(type);

        public override ReplyShape VisitInteger(IntegerType type) => Value(type);

        public override ReplyShape VisitFloat(FloatType type) => Value(type);

        public override ReplyShape VisitEnum(EnumType type) => Value(type);

        public override ReplyShape VisitString(StringType type) => new(
            "delegate* unmanaged<Status, byte*, byte*, void*, void>", "NativeTextReply", "SyncTextReply", "byte*", "null");

        public override ReplyShape VisitBytes(BytesType type) => Struct(type, method.ReplyStruct!);

        public override ReplyShape VisitRecord(RecordType type) => Struct(type, type.Name);

        public override ReplyShape VisitList(ListType type) => Struct(type, method.ReplyStruct!);

        public override ReplyShape VisitOptional(OptionalType type) => Struct(type, method.ReplyStruct!);

        public override ReplyShape VisitObject(ObjectType type) => new(
            "delegate* unmanaged<Status, nint, byte*, void*, void>",
            $"NativeObjectReply<{type.CSharp}>",
            $"SyncObjectReply<{type.CSharp}>",
            "nint",
            "0",
            $"context, {GeneratedNames.HandleTable(type.Name)}, ");

        private static ReplyShape Value(TypeModel type)
        {
            var native = NativeTypeOf.Of(type);
            var types = $"{type.CSharp}, {native}, {NativeCodecOf.Of(type)}";
            return new($"delegate* unmanaged<Status, {native}, byte*, void*, void>", $"NativeValueReply<{types}>", $"SyncValueReply<{types}>", native);
        }

        private static ReplyShape Struct(TypeModel type, string name)
        {
            var native = GeneratedNames.Struct(name);
            return new(
                $"delegate* unmanaged<Status, {native}*, byte*, void*, void>",
                $"NativeReply<{type.CSharp}, {native}>",
                $"SyncReply<{type.CSharp}, {native}>",
                native);
        }
    }
}
