using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>How C reads the result of a method from CBOR.</summary>
/// <param name="Type">The type of the variable.</param>
/// <param name="Read">The statements that read into what <c>reply</c> points to.</param>
/// <param name="PointsToMemory">Whether it points to the reader's memory.</param>
/// <param name="Note">A description of the reply, if it is not obvious.</param>
internal sealed record CborReply(Spelling Type, string Read, bool PointsToMemory, string Note)
{
    /// <summary>The reply of a method; null if it has no result.</summary>
    public static CborReply? Of(CNames names, MethodModel method) => method.ReplyStruct is { } type
        ? new CborReply(Spelling.Value(names.Type(type)), Wrapped(names, names.RecordOf(type), "reply"), true, "")
        : method.Result?.Accept(new Visitor(names));

    /// <summary>Reads into a struct with one member, which CBOR encodes without a map.</summary>
    public static string Wrapped(CNames names, RecordModel record, string target) =>
        $"memset({target}, 0, sizeof *{target});\n{CborRead.Value(names, record.Members[0].Type, CborPlace.Member(target, record.Members[0]))}";

    private sealed class Visitor(CNames names) : ScalarVisitor<CborReply>
    {
        private readonly CTypes _types = new(names);

        public override CborReply VisitString(StringType type) => new(_types.Of(type), Read(type), true, "");

        public override CborReply VisitBytes(BytesType type) => new(_types.Of(type), Read(type), true, "");

        public override CborReply VisitRecord(RecordType type) => new(_types.Of(type), Read(type), true, "");

        public override CborReply VisitList(ListType type) => new(_types.Of(type), Read(type), true, "");

        public override CborReply VisitObject(ObjectType type) => new(Spelling.Value("uint64_t"), Read(type), false, ": the object's number");

        public override CborReply VisitOptional(OptionalType type) => new(_types.Of(type), Read(type), true, "");

        protected override CborReply VisitScalar(TypeModel type) => new(_types.Of(type), Read(type), false, "");

        private string Read(TypeModel type) => CborRead.Value(names, type, CborPlace.At("reply"));
    }
}
