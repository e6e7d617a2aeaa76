using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>
/// Prints the conversion of C++ values to C values: structs that point into the C++ values, or into an arena that lives until the call ends.
/// </summary>
internal static class CppToNative
{
    public static string Prototype(CppNames names, RecordModel record) =>
        $"inline ::{names.C.Type(record.Name)} to_native(const {names.Type(record.Name)} &value, call_arena &arena);";

    public static string Function(CppNames names, RecordModel record)
    {
        var isCyclic = names.IsCyclic(record);
        var members = record.Members.SelectMany(member => member.Type.Accept(new Members(names, member))).ToList();
        var usesArena = isCyclic || members.Any(member => member.UsesArena);
        return Source.Code(
            $$"""
            inline ::{{names.C.Type(record.Name)}} to_native(const {{names.Type(record.Name)}} &value, call_arena &{{(usesArena ? "arena" : "")}})
            {
                {{(isCyclic ? "const call_arena::level level{arena};" : "")}}
                ::{{names.C.Type(record.Name)}} native{};
                {{members.Select(member => member.Code)}}
                return native;
            }
            """);
    }

    /// <summary>A method's parameters as C takes them.</summary>
    public static IEnumerable<CppExpression> Arguments(CppNames names, MethodModel method) =>
        method.Parameters.SelectMany(parameter => parameter.Type.Accept(new ArgumentsOf(names, parameter, CppNames.Parameter(parameter))));

    /// <summary>The statements that set the fields of a member.</summary>
    private sealed class Members(CppNames names, ParameterModel member) : ScalarVisitor<IEnumerable<CppExpression>>
    {
        private readonly string _value = $"value.{member.SnakeName}";

        public override IEnumerable<CppExpression> VisitString(StringType type) => One(type);

        public override IEnumerable<CppExpression> VisitBytes(BytesType type) => Span(type);

        public override IEnumerable<CppExpression> VisitRecord(RecordType type) => One(type);

        public override IEnumerable<CppExpression> VisitList(ListType type) => Span(type);

        public override IEnumerable<CppExpression> VisitObject(ObjectType type) => One(type);

        public override IEnumerable<CppExpression> VisitOptional(OptionalType type)
        {
            if (type.IsSpan)
                return Span(type);
            if (type.Absent != AbsentForm.Flag)
                return One(type);

            var present = CppScalars.ToNative(names, type, $"{_value}.value_or({CppScalars.Zero(names, type)})");
            return [Set(member.CFlag, new CppExpression($"{_value}.has_value()")), Set(member.CName, new CppExpression(present))];
        }

        protected override IEnumerable<CppExpression> VisitScalar(TypeModel type) => One(type);

        private IEnumerable<CppExpression> One(TypeModel type) => [Set(member.CName, type.Accept(new CppItemsToNative(names, _value, member.CName, "", 0)))];

        private IEnumerable<CppExpression> Span(TypeModel type)
        {
            var span = CppItemsToNative.Span(names, type, _value, member.CName, "");
            return [Set(member.CName, span[0]), Set(member.CCount, span[1])];
        }

        private static CppExpression Set(string field, CppExpression expression) => expression.In(value => $"native.{field} = {value};");
    }

    /// <summary>The arguments for a parameter.</summary>
    private sealed class ArgumentsOf(CppNames names, ParameterModel parameter, string value) : ScalarVisitor<IEnumerable<CppExpression>>
    {
        public override IEnumerable<CppExpression> VisitString(StringType type) => [new($"arena.text({value}, \"{parameter.CName}\")", true)];

        public override IEnumerable<CppExpression> VisitBytes(BytesType type) => Span(type);

        public override IEnumerable<CppExpression> VisitRecord(RecordType type) => [new($"detail::borrow(detail::to_native({value}, arena))", true)];

        public override IEnumerable<CppExpression> VisitList(ListType type) => Span(type);

        public override IEnumerable<CppExpression> VisitObject(ObjectType type) => [new($"{value}.native_handle()")];

        public override IEnumerable<CppExpression> VisitOptional(OptionalType type)
        {
            if (type.IsSpan)
                return Span(type);

            var present = type.Item.Accept(new ArgumentsOf(names, parameter, $"*{value}")).Single();
            return [present.In(item => $"{value} ? {(type.Absent == AbsentForm.Flag ? $"detail::borrow({item})" : item)} : nullptr")];
        }

        protected override IEnumerable<CppExpression> VisitScalar(TypeModel type) => [new(CppScalars.ToNative(names, type, value))];

        private IEnumerable<CppExpression> Span(TypeModel type) => CppItemsToNative.Span(names, type, value, parameter.CName, "detail::");
    }
}
