using Twofold.Bindings;
using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints a function for each struct that says whether two have the same in them, to the bit.</summary>
internal sealed class CSame(LibraryModel library)
{
    private readonly SortedDictionary<string, TypeModel> _lists = new(StringComparer.Ordinal);

    /// <summary>An expression that says whether two values are the same.</summary>
    public string Compare(TypeModel type, string left, string right) => type switch
    {
        { IsScalar: true, IsOptional: true } => $"{Name(CTypes.Item(library, type))}(&{left}, &{right})",
        { Kind: TypeKind.Float32 } => $"same_float({left}, {right})",
        { Kind: TypeKind.Float64 } => $"same_double({left}, {right})",
        { IsScalar: true } => $"{left} == {right}",
        { Kind: TypeKind.Text, IsOptional: true } => $"same_optional_text({left}, {right})",
        { Kind: TypeKind.Text } => $"same_text({left}, {right})",
        { Kind: TypeKind.Record, IsOptional: true } => $"({left} == NULL || {right} == NULL ? {left} == {right} : {Name(CTypes.Name(library, type.Name!))}({left}, {right}))",
        { Kind: TypeKind.Record } => $"{Name(CTypes.Name(library, type.Name!))}(&{left}, &{right})",
        { Kind: TypeKind.Bytes } => Spans(type, $"{left}.data", $"{left}.size", $"{right}.data", $"{right}.size"),
        _ => Spans(type, $"{left}.items", $"{left}.count", $"{right}.items", $"{right}.count"),
    };

    /// <summary>The declarations.</summary>
    public string Header() =>
        $$"""
        /* Whether two structs have the same in them, to the bit. Printed from the library's model. */
        #ifndef SAME_H
        #define SAME_H

        #include <{{library.Name}}.h>

        {{library.Records.Select(record => $"{Signature(CTypes.Name(library, record.Name))};").Lines(0)}}

        #endif

        """;

    /// <summary>The definitions.</summary>
    public string Source()
    {
        // First, since the lists are found on the way.
        var composed = CTypes.Composed(library).Where(item => item.Value.IsScalar).Select(Composed).ToList();
        var records = library.Records.Select(Record).ToList();
        for (var known = -1; known != _lists.Count;)
        {
            known = _lists.Count;
            foreach (var item in _lists.Values.ToList())
                Compare(item, "left[i]", "right[i]");
        }

        return
            $$"""
            /* Printed from the library's model. */
            #include "same.h"

            #include "check.h"

            {{composed.Paragraphs(0)}}

            {{_lists.Select(list => $"static {ListSignature(list.Key, list.Value)};").Lines(0)}}

            {{records.Concat(_lists.ToList().Select(List)).Paragraphs(0)}}

            """;
    }

    private static string Name(string type) => $"same_{type}";

    private static string Signature(string type) => $"bool {Name(type)}(const {type} *left, const {type} *right)";

    private string Composed(KeyValuePair<string, TypeModel> item) =>
        $$"""
        static {{Signature(item.Key)}}
        {
            return left->has_value == right->has_value && (!left->has_value || {{Compare(item.Value.Required, "left->value", "right->value")}});
        }
        """;

    private string Record(RecordModel record) =>
        $$"""
        {{Signature(CTypes.Name(library, record.Name))}}
        {
            return {{string.Join("\n        && ", record.Members.Select(Member))}};
        }
        """;

    private string Member(ParameterModel member)
    {
        var (type, left, right) = (member.Type, $"left->{member.CName}", $"right->{member.CName}");
        if (type.IsSpan)
            return Spans(type, left, CTypes.CountOf(type, left), right, CTypes.CountOf(type, right));
        if (!type.IsScalar || !type.IsOptional)
            return Compare(type, left, right);

        var (leftFlag, rightFlag) = ($"left->{CTypes.FlagOf(member.CName)}", $"right->{CTypes.FlagOf(member.CName)}");
        return $"{leftFlag} == {rightFlag} && (!{leftFlag} || {Compare(type.Required, left, right)})";
    }

    /// <summary>Where a list may be absent, NULL is that; otherwise the pointer of an empty one means nothing.</summary>
    private string Spans(TypeModel type, string left, string leftCount, string right, string rightCount)
    {
        var presence = type.IsOptional ? $"({left} == NULL) == ({right} == NULL) && " : "";
        if (type.Kind == TypeKind.Bytes)
            return $"{presence}same_bytes({left}, {leftCount}, {right}, {rightCount})";

        var word = Word(type.Item!);
        _lists.TryAdd(word, type.Item!);
        return $"{presence}{Name(word)}({left}, {leftCount}, {right}, {rightCount})";
    }

    private string Word(TypeModel item)
    {
        var word = item.Kind == TypeKind.Text ? "text" : CTypes.Item(library, item with { IsOptional = item.IsScalar && item.IsOptional });
        return item.IsOptional && !item.IsScalar ? $"optional_{word}_items" : $"{word}_items";
    }

    private string ListSignature(string word, TypeModel item) =>
        $"bool {Name(word)}({CTypes.Pointer(library, item)}left, size_t left_count, {CTypes.Pointer(library, item)}right, size_t right_count)";

    private string List(KeyValuePair<string, TypeModel> list) =>
        $$"""
        static {{ListSignature(list.Key, list.Value)}}
        {
            bool same = left_count == right_count;
            for (size_t i = 0; same && i < left_count; i++)
                same = {{Compare(list.Value, "left[i]", "right[i]")}};
            return same;
        }
        """;
}
