using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.CborC;

/// <summary>The C expressions for the parts of a value.</summary>
/// <param name="Value">The value: a number, a pointer, or a struct.</param>
/// <param name="Address">Its address.</param>
/// <param name="Count">The number of items or bytes, for a span.</param>
/// <param name="Has">Whether the value is set, for an optional scalar.</param>
internal sealed record CborPlace(string Value, string Address, string Count = "", string Has = "")
{
    /// <summary>The target of this place, which is a pointer variable.</summary>
    public CborPlace Pointee => new($"*{Value}", Value);

    /// <summary>The variable that <paramref name="pointer"/> points to.</summary>
    public static CborPlace At(string pointer) => new($"*{pointer}", pointer);

    /// <summary>A member of the struct that <paramref name="owner"/> points to.</summary>
    public static CborPlace Member(string owner, ParameterModel member) =>
        new($"{owner}->{member.CName}", $"&{owner}->{member.CName}", $"{owner}->{member.CCount}", $"{owner}->{member.CFlag}");

    /// <summary>The item of a list that <paramref name="pointer"/> points to.</summary>
    public static CborPlace Item(string pointer, TypeModel type) => type.Accept(new ItemPlace(pointer));

    /// <summary>A parameter of a native call.</summary>
    public static CborPlace Parameter(ParameterModel parameter) => parameter.Type.Accept(new ParameterPlace(parameter));

    private sealed class ItemPlace(string pointer) : ScalarVisitor<CborPlace>
    {
        public override CborPlace VisitString(StringType type) => At(pointer);

        public override CborPlace VisitBytes(BytesType type) => new($"{pointer}->data", $"&{pointer}->data", $"{pointer}->size");

        public override CborPlace VisitRecord(RecordType type) => At(pointer);

        public override CborPlace VisitList(ListType type) => new($"{pointer}->items", $"&{pointer}->items", $"{pointer}->count");

        public override CborPlace VisitObject(ObjectType type) => At(pointer);

        public override CborPlace VisitOptional(OptionalType type) => type.Absent == AbsentForm.Flag
            ? new CborPlace($"{pointer}->value", $"&{pointer}->value", Has: $"{pointer}->has_value")
            : type.Item.Accept(this);

        protected override CborPlace VisitScalar(TypeModel type) => At(pointer);
    }

    private sealed class ParameterPlace(ParameterModel parameter) : ScalarVisitor<CborPlace>
    {
        private readonly string _name = parameter.CParameter;

        public override CborPlace VisitString(StringType type) => Variable();

        public override CborPlace VisitBytes(BytesType type) => Variable();

        public override CborPlace VisitRecord(RecordType type) => At(_name);

        public override CborPlace VisitList(ListType type) => Variable();

        public override CborPlace VisitObject(ObjectType type) => Variable();

        public override CborPlace VisitOptional(OptionalType type) =>
            type.Absent == AbsentForm.Flag ? new CborPlace($"*{_name}", _name, Has: $"{_name} != NULL") : Variable();

        protected override CborPlace VisitScalar(TypeModel type) => Variable();

        private CborPlace Variable() => new(_name, $"&{_name}", parameter.CCount);
    }
}
