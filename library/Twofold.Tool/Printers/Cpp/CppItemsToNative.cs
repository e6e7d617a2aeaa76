using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the conversion of a C++ value to a single C value: an item of a list, or a field of a struct.</summary>
/// <param name="names">The names.</param>
/// <param name="value">The value, as an expression.</param>
/// <param name="name">Its name in error messages.</param>
/// <param name="scope">The namespace of the helpers, if the code is outside it.</param>
/// <param name="depth">The number of lists around the value.</param>
internal sealed class CppItemsToNative(CppNames names, string value, string name, string scope, int depth) : ScalarVisitor<CppExpression>
{
    /// <summary>A pointer and a count. If NULL means absent, the pointer of an empty list is not NULL.</summary>
    public static CppExpression[] Span(CppNames names, TypeModel type, string value, string name, string scope, int depth = 0) =>
        type.Accept(new Spans(names, value, name, scope, depth));

    public override CppExpression VisitString(StringType type) => new($"{scope}c_text({value}, \"{name}\")");

    public override CppExpression VisitBytes(BytesType type) => Composite(type);

    public override CppExpression VisitRecord(RecordType type) => new($"{scope}to_native({value}, arena)", true);

    public override CppExpression VisitList(ListType type) => Composite(type);

    public override CppExpression VisitObject(ObjectType type) => new($"{value}.native_handle()");

    public override CppExpression VisitOptional(OptionalType type)
    {
        if (type.IsSpan)
            return Composite(type);

        var present = type.Item.Accept(new CppItemsToNative(names, $"*{value}", name, scope, depth));
        return type.Absent switch
        {
            AbsentForm.Flag => new CppExpression(
                $"::{new CTypes(names.C).Of(type).Type}{{{value}.has_value(), {CppScalars.ToNative(names, type, $"{value}.value_or({CppScalars.Zero(names, type)})")}}}"),
            AbsentForm.Pointer => new CppExpression($"{value} ? arena.keep({present.Code}) : nullptr", true),
            _ => present.In(item => $"{value} ? {item} : nullptr"),
        };
    }

    protected override CppExpression VisitScalar(TypeModel type) => new(CppScalars.ToNative(names, type, value));

    private CppExpression Composite(TypeModel type)
    {
        var span = Span(names, type, value, name, scope, depth);
        return new CppExpression($"::{new CTypes(names.C).Of(type).Type}{{{span[0].Code}, {span[1].Code}}}", span[0].UsesArena);
    }

    /// <summary>A pointer and a count, in two expressions.</summary>
    private sealed class Spans(CppNames names, string value, string name, string scope, int depth, bool isOptional = false) : ScalarVisitor<CppExpression[]>
    {
        public override CppExpression[] VisitBytes(BytesType type) => Plain();

        public override CppExpression[] VisitList(ListType type)
        {
            if (PlainItems.Cross(type.Item, PlainItems.Direction.ToNative))
                return Plain();

            var variable = depth == 0 ? "item" : $"item{depth + 1}";
            var item = type.Item.Accept(new CppItemsToNative(names, variable, name, scope, depth + 1));
            return Both($"arena.list({(isOptional ? "*" : "")}{value}, [&](const auto &{variable}) {{ return {item.Code}; }})", usesArena: true);
        }

        public override CppExpression[] VisitOptional(OptionalType type) => type.Item.Accept(new Spans(names, value, name, scope, depth, isOptional: true));

        public override CppExpression[] VisitString(StringType type) => throw NotASpan(type);

        public override CppExpression[] VisitRecord(RecordType type) => throw NotASpan(type);

        public override CppExpression[] VisitObject(ObjectType type) => throw NotASpan(type);

        protected override CppExpression[] VisitScalar(TypeModel type) => throw NotASpan(type);

        private CppExpression[] Plain() => Both(isOptional ? $"{scope}present({value}->data())" : $"{value}.data()", usesArena: false);

        private CppExpression[] Both(string items, bool usesArena) => isOptional
            ? [new CppExpression($"{value} ? {items} : nullptr", usesArena), new CppExpression($"{value} ? {value}->size() : 0")]
            : [new CppExpression(items, usesArena), new CppExpression($"{value}.size()")];

        private static InvalidOperationException NotASpan(TypeModel type) => new($"{type.Word} is not a pointer and a count");
    }
}
