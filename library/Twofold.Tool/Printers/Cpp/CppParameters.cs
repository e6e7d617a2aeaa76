using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>The C++ type of a parameter. Arguments are passed without a copy.</summary>
internal sealed class CppParameters(CppNames names) : ScalarVisitor<Spelling>
{
    private readonly CppTypes _types = new(names);

    /// <summary>Parameters with their names.</summary>
    public static IEnumerable<string> Of(CppNames names, IEnumerable<ParameterModel> parameters) =>
        parameters.Select(parameter => parameter.Type.Accept(new CppParameters(names)).Declare(CppNames.Parameter(parameter)));

    public override Spelling VisitString(StringType type) => Spelling.Value("std::string_view");

    public override Spelling VisitBytes(BytesType type) => Reference(type);

    public override Spelling VisitRecord(RecordType type) => Reference(type);

    public override Spelling VisitList(ListType type) => Reference(type);

    public override Spelling VisitObject(ObjectType type) => Reference(type);

    public override Spelling VisitOptional(OptionalType type) =>
        type.Item.Accept(this) is { IsReference: false } item ? Spelling.Value($"std::optional<{item.Type}>") : Reference(type);

    protected override Spelling VisitScalar(TypeModel type) => Spelling.Value(_types.Of(type));

    private Spelling Reference(TypeModel type) => Spelling.ConstReference(_types.Of(type));
}
