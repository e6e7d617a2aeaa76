using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.C;

/// <summary>How C receives the result of a method.</summary>
/// <param name="Callback">The type of a callback's parameter.</param>
/// <param name="Storage">The type of the variable that a _sync call fills.</param>
/// <param name="Struct">The struct that the caller frees, if the reply is one.</param>
/// <param name="SyncNote">How the caller releases the result of a _sync call.</param>
/// <param name="Free">The function that frees it: a struct by its address, a string by its value.</param>
internal sealed record CReply(Spelling Callback, Spelling Storage, string? Struct, string SyncNote, string? Free)
{
    /// <summary>The reply of a method; null if it has no result.</summary>
    public static CReply? Of(CNames names, MethodModel method) =>
        method.ReplyStruct is { } type ? OfStruct(names.Type(type)) : method.Result?.Accept(new Visitor(names));

    /// <summary>The struct of a method's reply, if it has one.</summary>
    public static string? StructOf(CNames names, MethodModel method) => Of(names, method)?.Struct;

    private static CReply OfStruct(string type) =>
        new(Spelling.Value(type).ConstPointer, Spelling.Value(type), type, $"Free reply with {type}_free.", $"{type}_free");

    /// <summary>A result that needs no struct for its reply.</summary>
    private sealed class Visitor(CNames names) : ScalarVisitor<CReply>
    {
        private readonly CTypes _types = new(names);

        public override CReply VisitString(StringType type) =>
            new(_types.Of(type), Spelling.PointerTo("char"), null, $"Free *reply with {names.Prefix}_string_free.", $"{names.Prefix}_string_free");

        public override CReply VisitRecord(RecordType type) => OfStruct(names.Type(type.Name));

        public override CReply VisitObject(ObjectType type) =>
            new(_types.Of(type), _types.Of(type), null, $"Release *reply with {names.Type(type.Name)}_release.", null);

        public override CReply VisitBytes(BytesType type) => throw NeedsStruct(type);

        public override CReply VisitList(ListType type) => throw NeedsStruct(type);

        public override CReply VisitOptional(OptionalType type) => throw NeedsStruct(type);

        protected override CReply VisitScalar(TypeModel type) => new(_types.Of(type), _types.Of(type), null, "", null);

        private static InvalidOperationException NeedsStruct(TypeModel type) => new($"a reply of {type.Word} is in a struct");
    }
}
