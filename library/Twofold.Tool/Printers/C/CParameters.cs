using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Tool.Printers.C;

/// <summary>Prints the C parameters for a parameter of a method. Their memory is borrowed for the call.</summary>
internal sealed class CParameters(CNames names, ParameterModel parameter) : ScalarVisitor<IEnumerable<string>>
{
    private readonly CTypes _types = new(names);

    /// <summary>The parameters of a method, as C declares them.</summary>
    public static IEnumerable<string> Of(CNames names, MethodModel method) =>
        method.Parameters.SelectMany(parameter => parameter.Type.Accept(new CParameters(names, parameter)));

    /// <summary>The names of the C parameters for a parameter.</summary>
    public static IEnumerable<string> NamesOf(ParameterModel parameter) =>
        parameter.Type.IsSpan ? [parameter.CParameter, parameter.CCount] : [parameter.CParameter];

    /// <summary>A parameter list. An empty list is void in C.</summary>
    public static string OrVoid(IEnumerable<string> parameters) => parameters.Commas() is { Length: > 0 } list ? list : "void";

    public override IEnumerable<string> VisitString(StringType type) => [_types.Of(type).Declare(parameter.CParameter)];

    public override IEnumerable<string> VisitBytes(BytesType type) => Span(Spelling.PointerTo("const uint8_t"));

    public override IEnumerable<string> VisitRecord(RecordType type) => [_types.Of(type).ConstPointer.Declare(parameter.CParameter)];

    public override IEnumerable<string> VisitList(ListType type) => Span(_types.Of(type.Item).ConstPointer);

    public override IEnumerable<string> VisitObject(ObjectType type) => [_types.Of(type).Declare(parameter.CParameter)];

    public override IEnumerable<string> VisitOptional(OptionalType type) =>
        type.Absent == AbsentForm.Flag ? [_types.Of(type.Item).ConstPointer.Declare(parameter.CParameter)] : type.Item.Accept(this);

    protected override IEnumerable<string> VisitScalar(TypeModel type) => [_types.Of(type).Declare(parameter.CParameter)];

    private IEnumerable<string> Span(Spelling pointer) => [pointer.Declare(parameter.CParameter), $"size_t {parameter.CCount}"];
}
