using Twofold.Generator.Emit.Service;
using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Native;

/// <summary>The form of a result on the native ABI: in the callback, and in the variable that a blocking call fills.</summary>
/// <param name="CallbackType">The type of the callback.</param>
/// <param name="Writer">The codec that writes the result, and the type of the target.</param>
/// <param name="NativeReply">The type that delivers the result to a callback.</param>
/// <param name="SyncReply">The type that writes the result for a blocking call.</param>
/// <param name="Place">The type of the variable that a blocking call fills, or null if there is no result.</param>
/// <param name="Empty">The initial value of that variable.</param>
/// <param name="ReplyArguments">The constructor arguments of both types, after the callback or the variable.</param>
internal sealed record ReplyShape(
    string CallbackType, string Writer, string NativeReply, string SyncReply, string? Place, string Empty = "default", string ReplyArguments = "")
{
    private static readonly ReplyShape s_none =
        new(
        "delegate* unmanaged<Status, byte*, void*, void>",
        "UnitResult, NativePlace<byte>",
        "NativeReply<byte, NoMemory<byte>, UnitCallback>",
        "SyncReply<byte, NoMemory<byte>>",
        Place: null);

    public static ReplyShape Of(MethodModel method) => method.Result?.Accept(new Visitor(method)) ?? s_none;

    private sealed class Visitor(MethodModel method) : TypeVisitor<ReplyShape>
    {
        public override ReplyShape VisitBool(BoolType type) => Value(type);

        public override ReplyShape VisitInteger(IntegerType type) => Value(type);

        public override ReplyShape VisitFloat(FloatType type) => Value(type);

        public override ReplyShape VisitEnum(EnumType type) => Value(type);

        public override ReplyShape VisitChar(CharType type) => Value(type);

        public override ReplyShape VisitUuid(UuidType type) => Value(type);

        public override ReplyShape VisitDate(DateType type) => Value(type);

        public override ReplyShape VisitTimestamp(TimestampType type) => Value(type);

        public override ReplyShape VisitDuration(DurationType type) => Value(type);

        public override ReplyShape VisitString(StringType type) => new(
            "delegate* unmanaged<Status, byte*, byte*, void*, void>",
            $"TextResult<{type.CSharp}, {NativeCodecOf.Of(type)}>, NativePlace<nint>",
            "NativeReply<nint, TextMemory, ValueCallback<nint>>",
            "SyncReply<nint, TextMemory>",
            "byte*",
            "null");

        public override ReplyShape VisitBytes(BytesType type) => Struct(type, method.ReplyStruct!);

        public override ReplyShape VisitRecord(RecordType type) => Struct(type, type.Name);

        public override ReplyShape VisitList(ListType type) => Struct(type, method.ReplyStruct!);

        public override ReplyShape VisitOptional(OptionalType type) => Struct(type, method.ReplyStruct!);

        public override ReplyShape VisitObject(ObjectType type) => new(
            "delegate* unmanaged<Status, nint, byte*, void*, void>",
            $"ObjectResult<{type.CSharp}>, NativePlace<nint>",
            "NativeReply<nint, NoMemory<nint>, ValueCallback<nint>>",
            "SyncReply<nint, NoMemory<nint>>",
            "nint",
            "0",
            ", context.Objects");

        private static ReplyShape Value(TypeModel type)
        {
            var native = NativeTypeOf.Of(type);
            return new(
                $"delegate* unmanaged<Status, {native}, byte*, void*, void>",
                $"ValueResult<{type.CSharp}, {native}, {NativeCodecOf.Of(type)}>, NativePlace<{native}>",
                $"NativeReply<{native}, NoMemory<{native}>, ValueCallback<{native}>>",
                $"SyncReply<{native}, NoMemory<{native}>>",
                native);
        }

        private static ReplyShape Struct(TypeModel type, string name)
        {
            var native = GeneratedNames.Struct(name);
            return new(
                $"delegate* unmanaged<Status, {native}*, byte*, void*, void>",
                $"RecordResult<{type.CSharp}, {native}>, NativePlace<{native}>",
                $"NativeReply<{native}, {native}, PointerCallback<{native}>>",
                $"SyncReply<{native}, {native}>",
                native);
        }
    }
}
