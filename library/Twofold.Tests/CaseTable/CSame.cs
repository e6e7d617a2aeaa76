using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints a function for each struct that compares two values bit by bit.</summary>
internal sealed class CSame(CNames names)
{
    private readonly SortedDictionary<string, TypeModel> _lists = new(StringComparer.Ordinal);
    private readonly CTypes _types = new(names);

    /// <summary>An expression that compares two values.</summary>
    public string Compare(TypeModel type, string left, string right) => type.Accept(new Comparison(this, left, right));

    /// <summary>The declarations.</summary>
    public string Declarations() => Source.Code(
        $$"""
        /* Compares structs, to the bit. Printed from the library's model. */
        #ifndef SAME_H
        #define SAME_H

        #include <{{names.Prefix}}.h>

        {{names.Library.Records.Select(record => $"{Signature(names.Type(record.Name))};")}}

        #endif

        """);

    /// <summary>The definitions.</summary>
    public string Definitions()
    {
        // First, because printing these collects the lists.
        var composed = CComposites.Of(names).Where(item => item.Value.Absent == AbsentForm.Flag).Select(Composed).ToList();
        var records = names.Library.Records.Select(Record).ToList();
        for (var known = -1; known != _lists.Count;)
        {
            known = _lists.Count;
            foreach (var item in _lists.Values.ToList())
                Compare(item, "left[i]", "right[i]");
        }

        return Source.Code(
            $$"""
            /* Printed from the library's model. */
            #include "same.h"

            #include "check.h"
            #include <string.h>

            {{composed.Paragraphs()}}

            {{_lists.Select(list => $"static {ListSignature(list.Key, list.Value)};")}}

            {{records.Concat(_lists.ToList().Select(List)).Paragraphs()}}

            """);
    }

    private static string Name(string type) => $"same_{type}";

    private static string Signature(string type) => $"bool {Name(type)}(const {type} *left, const {type} *right)";

    private string Composed(KeyValuePair<string, TypeModel> item) =>
        Source.Code($$"""
        static {{Signature(item.Key)}}
        {
            return left->has_value == right->has_value && (!left->has_value || {{Compare(item.Value.Required, "left->value", "right->value")}});
        }
        """);

    private string Record(RecordModel record) =>
        Source.Code($$"""
        {{Signature(names.Type(record.Name))}}
        {
            return {{string.Join("\n        && ", record.Members.Select(Member))}};
        }
        """);

    private string Member(ParameterModel member)
    {
        var (type, left, right) = (member.Type, $"left->{member.CName}", $"right->{member.CName}");
        if (type.IsSpan)
            return Spans(type, left, $"left->{member.CCount}", right, $"right->{member.CCount}");
        if (type is not { IsOptional: true, Absent: AbsentForm.Flag })
            return Compare(type, left, right);

        var (leftFlag, rightFlag) = ($"left->{member.CFlag}", $"right->{member.CFlag}");
        return $"{leftFlag} == {rightFlag} && (!{leftFlag} || {Compare(type.Required, left, right)})";
    }

    /// <summary>NULL means an absent list if the list is optional; otherwise the pointer of an empty list is ignored.</summary>
    private string Spans(TypeModel type, string left, string leftCount, string right, string rightCount)
    {
        var presence = type.IsOptional ? $"({left} == NULL) == ({right} == NULL) && " : "";
        return presence + type.Required.Accept(new SpanComparison(this, left, leftCount, right, rightCount));
    }

    private string Items(TypeModel item, string left, string leftCount, string right, string rightCount)
    {
        var word = $"{item.Word}_items";
        _lists.TryAdd(word, item);
        return $"{Name(word)}({left}, {leftCount}, {right}, {rightCount})";
    }

    private string ListSignature(string word, TypeModel item)
    {
        var pointer = _types.Of(item).ConstPointer;
        return $"bool {Name(word)}({pointer.Declare("left")}, size_t left_count, {pointer.Declare("right")}, size_t right_count)";
    }

    private string List(KeyValuePair<string, TypeModel> list) =>
        Source.Code($$"""
        static {{ListSignature(list.Key, list.Value)}}
        {
            bool same = left_count == right_count;
            for (size_t i = 0; same && i < left_count; i++)
                same = {{Compare(list.Value, "left[i]", "right[i]")}};
            return same;
        }
        """);

    /// <summary>Compares two values that are one C expression each.</summary>
    private sealed class Comparison(CSame same, string left, string right, TypeModel? optional = null) : ScalarVisitor<string>
    {
        public override string VisitFloat(FloatType type) => $"same_{(type.Bits == 64 ? "double" : "float")}({left}, {right})";

        public override string VisitUuid(UuidType type) => $"memcmp(&{left}, &{right}, sizeof {left}) == 0";

        public override string VisitDate(DateType type) => Fields("year", "month", "day");

        public override string VisitTimestamp(TimestampType type) => Fields("seconds", "nanoseconds", "offset_minutes");

        public override string VisitString(StringType type) => $"same_text({left}, {right})";

        public override string VisitBytes(BytesType type) => same.Spans(optional ?? type, $"{left}.data", $"{left}.size", $"{right}.data", $"{right}.size");

        public override string VisitRecord(RecordType type) => $"{Name(same._types.Of(type).Type)}(&{left}, &{right})";

        public override string VisitList(ListType type) => same.Spans(optional ?? type, $"{left}.items", $"{left}.count", $"{right}.items", $"{right}.count");

        public override string VisitObject(ObjectType type) => $"{left} == {right}";

        public override string VisitOptional(OptionalType type) => type.Absent switch
        {
            AbsentForm.Flag => $"{Name(same._types.Of(type).Type)}(&{left}, &{right})",
            AbsentForm.Pointer => OrBothNull(same.Compare(type.Item, $"(*{left})", $"(*{right})")),
            _ => type.IsSpan ? type.Item.Accept(new Comparison(same, left, right, type)) : OrBothNull(type.Item.Accept(this)),
        };

        protected override string VisitScalar(TypeModel type) => $"{left} == {right}";

        private string Fields(params string[] fields) => $"({string.Join(" && ", fields.Select(field => $"{left}.{field} == {right}.{field}"))})";

        private string OrBothNull(string equal) => $"({left} == NULL || {right} == NULL ? {left} == {right} : {equal})";
    }

    /// <summary>Compares two spans: a pointer and a count each.</summary>
    private sealed class SpanComparison(CSame same, string left, string leftCount, string right, string rightCount) : ScalarVisitor<string>
    {
        public override string VisitBytes(BytesType type) => $"same_bytes({left}, {leftCount}, {right}, {rightCount})";

        public override string VisitList(ListType type) => same.Items(type.Item, left, leftCount, right, rightCount);

        public override string VisitString(StringType type) => throw NotASpan(type);

        public override string VisitRecord(RecordType type) => throw NotASpan(type);

        public override string VisitObject(ObjectType type) => throw NotASpan(type);

        public override string VisitOptional(OptionalType type) => type.Item.Accept(this);

        protected override string VisitScalar(TypeModel type) => throw NotASpan(type);

        private static InvalidOperationException NotASpan(TypeModel type) => new($"{type.Word} is not a pointer and a count");
    }
}
