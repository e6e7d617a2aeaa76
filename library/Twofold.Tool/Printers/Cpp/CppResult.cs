using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>How C++ receives a result from C.</summary>
/// <param name="Declaration">The variable that a blocking call fills.</param>
/// <param name="Argument">Its address.</param>
/// <param name="Return">The expression that converts that variable to the result.</param>
/// <param name="Parameter">The parameter of C's callback.</param>
/// <param name="Delivered">The expression that converts that parameter to the result.</param>
internal sealed record CppResult(string Declaration, string Argument, string Return, string Parameter, string Delivered)
{
    private const string Scope = "detail::";

    /// <summary>The result of a method; null if it has none.</summary>
    public static CppResult? Of(CppNames names, MethodModel method)
    {
        if (method.ReplyStruct is not { } name)
            return method.Result?.Accept(new Visitor(names));

        var member = new ParameterModel("value", "", method.Result!);
        return Struct(names, name, CppFromNative.Member(names, member, "reply.value.", Scope), CppFromNative.Member(names, member, "reply->", Scope));
    }

    /// <summary>The object of the class itself.</summary>
    public static CppResult OfConstructor(CppNames names) => new(
        $"::{names.C.Prefix} *created = nullptr;", "&created", $"{names.Class}{{created}}", $"::{names.C.Prefix} *created", $"{names.Class}{{created}}");

    private static CppResult Struct(CppNames names, string name, string filled, string delivered)
    {
        var type = $"::{names.C.Type(name)}";
        return new CppResult($"detail::filled<{type}> reply{{{type}_free}};", "&reply.value", filled, $"const {type} *reply", delivered);
    }

    /// <summary>A result that needs no struct for its reply.</summary>
    private sealed class Visitor(CppNames names) : ScalarVisitor<CppResult>
    {
        public override CppResult VisitEnum(EnumType type) => Scalar(type, $"::{names.C.Type(type.Name)}");

        public override CppResult VisitChar(CharType type) => Scalar(type, "std::uint16_t");

        public override CppResult VisitUuid(UuidType type) => Value(type);

        public override CppResult VisitDate(DateType type) => Value(type);

        public override CppResult VisitTimestamp(TimestampType type) => Value(type);

        public override CppResult VisitDuration(DurationType type) => Scalar(type, "std::int64_t");

        public override CppResult VisitString(StringType type) =>
            new("char *reply = nullptr;", "&reply", "detail::take_text(reply)", "const char *reply", "std::string{reply}");

        public override CppResult VisitRecord(RecordType type) =>
            Struct(names, type.Name, "detail::from_native(reply.value)", "detail::from_native(*reply)");

        public override CppResult VisitObject(ObjectType type)
        {
            var handle = $"::{names.C.Type(type.Name)} *reply";
            var made = $"{names.Type(type.Name)}{{reply}}";
            return new CppResult($"{handle} = nullptr;", "&reply", made, handle, made);
        }

        public override CppResult VisitBytes(BytesType type) => throw NeedsStruct(type);

        public override CppResult VisitList(ListType type) => throw NeedsStruct(type);

        public override CppResult VisitOptional(OptionalType type) => throw NeedsStruct(type);

        protected override CppResult VisitScalar(TypeModel type) => Scalar(type, new CppTypes(names).Of(type));

        private CppResult Value(TypeModel type) => Scalar(type, $"::{new CTypes(names.C).Of(type).Type}");

        private CppResult Scalar(TypeModel type, string native)
        {
            var value = CppScalars.FromNative(names, type, "reply");
            return new CppResult($"{native} reply{{}};", "&reply", value, $"{native} reply", value);
        }

        private static InvalidOperationException NeedsStruct(TypeModel type) => new($"a reply of {type.Word} is in a struct");
    }
}
