using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Native;

/// <summary>A parameter of an exported function, as C# declares it.</summary>
internal sealed record ExportParameter(string Type, string Name);

/// <summary>A method's parameter as C passes it: scalars by value, optional values by pointer, lists and bytes as two parameters.</summary>
/// <param name="Declarations">The parameters of the exported function.</param>
/// <param name="Value">The expression that converts them to the author's value.</param>
internal sealed record NativeParameter(IReadOnlyList<ExportParameter> Declarations, string Value)
{
    public static NativeParameter Of(ParameterModel parameter) =>
        parameter.Type.Accept(new Visitor(GeneratedNames.Local(parameter), parameter.CName, NativeCodecOf.Of(parameter.Type)));

    private sealed class Visitor(string local, string name, string codec) : TypeVisitor<NativeParameter>
    {
        public override NativeParameter VisitBool(BoolType type) => Scalar(type);

        public override NativeParameter VisitInteger(IntegerType type) => Scalar(type);

        public override NativeParameter VisitFloat(FloatType type) => Scalar(type);

        public override NativeParameter VisitEnum(EnumType type) => Scalar(type);

        public override NativeParameter VisitChar(CharType type) => Scalar(type);

        public override NativeParameter VisitUuid(UuidType type) => Scalar(type);

        public override NativeParameter VisitDate(DateType type) => Scalar(type);

        public override NativeParameter VisitTimestamp(TimestampType type) => Scalar(type);

        public override NativeParameter VisitDuration(DurationType type) => Scalar(type);

        public override NativeParameter VisitString(StringType type) => One("byte*", Read($"new NativeString {{ Pointer = {local} }}"));

        public override NativeParameter VisitBytes(BytesType type) => Span("byte");

        public override NativeParameter VisitList(ListType type) => Span(NativeTypeOf.Of(type.Item));

        public override NativeParameter VisitRecord(RecordType type) => One($"{NativeTypeOf.Of(type)}*", Read(local));

        public override NativeParameter VisitObject(ObjectType type) => throw new NotSupportedException("an object is not a parameter");

        public override NativeParameter VisitOptional(OptionalType type) => type.Absent switch
        {
            AbsentForm.Flag => One($"{NativeTypeOf.Of(type.Item)}*", $"{local} is null ? null : {NativeCodecOf.Of(type.Item)}.Read(in *{local}, \"{name}\")"),
            AbsentForm.Pointer => One($"{NativeTypeOf.Of(type.Item)}*", Read($"new {NativeTypeOf.Of(type)} {{ Pointer = {local} }}")),
            _ => type.Item.Accept(this),
        };

        private NativeParameter Scalar(TypeModel type) => One(NativeTypeOf.Of(type), Read($"in {local}"));

        private NativeParameter Span(string item) => new(
            [new ExportParameter($"{item}*", local), new ExportParameter("nuint", $"{local}Count")],
            Read($"new NativeSpan<{item}>({local}, {local}Count)"));

        private NativeParameter One(string type, string value) => new([new ExportParameter(type, local)], value);

        private string Read(string argument) => $"{codec}.Read({argument}, \"{name}\")";
    }
}
