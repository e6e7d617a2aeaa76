using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Cbor;

/// <summary>Prints what values take on the heap, as a sum.</summary>
internal static class SizeEmitter
{
    /// <summary>A record, called <c>value</c>, and what it refers to.</summary>
    public static string Record(RecordModel record) =>
        string.Join(" + ", new[] { $"DecodedSize.Object + {Members(record)}" }.Concat(Parts(record.Members, member => $"value.{GeneratedNames.MemberOf(record, member)}")));

    /// <summary>The arguments of a call, which are fields of a struct.</summary>
    public static string Arguments(MethodModel method) =>
        string.Join(" + ", Parts(method.Parameters, GeneratedNames.Local).DefaultIfEmpty("0"));

    /// <summary>What the members of the largest record take that the parameters hold.</summary>
    public static string LargestRecord(LibraryModel library, MethodModel method) =>
        Largest(Reach.Records(library, Parameters(method)).Select(record => Sum([.. record.Members.Select(member => member.Type)])));

    /// <summary>What the largest item of a list takes that the parameters hold.</summary>
    public static string LargestItem(LibraryModel library, MethodModel method) =>
        Largest(Reach.Types(library, Parameters(method)).OfType<ListType>().Select(list => Sum([list.Item]) + (list.Form == ListForm.HashSet ? " + DecodedSize.SetItem" : "")));

    /// <summary>What values take in their places, with the objects that hold their texts.</summary>
    private static string Sum(IReadOnlyList<TypeModel> types)
    {
        var uris = types.Count(type => type.Required is StringType { Form: StringForm.Uri });
        return types.Sum(SizeOf.Member) + (uris > 0 ? $" + ({uris} * DecodedSize.UriObject)" : "");
    }

    private static string Largest(IEnumerable<string> sums)
    {
        var all = sums.Distinct().ToLookup(sum => int.TryParse(sum, out _));
        var number = all[true].Select(int.Parse).DefaultIfEmpty(0).Max();
        return all[false].Aggregate($"{number}", (largest, sum) => $"Math.Max({largest}, {sum})");
    }

    private static IEnumerable<TypeModel> Parameters(MethodModel method) => method.Parameters.Select(parameter => parameter.Type);

    private static int Members(RecordModel record) => record.Members.Sum(member => SizeOf.Member(member.Type));

    private static IEnumerable<string> Parts(IEnumerable<ParameterModel> members, Func<ParameterModel, string> value) =>
        members.Where(member => !member.Type.Required.IsScalar).Select(member => $"{CborCodecOf.Of(member.Type)}.Weigh({value(member)})");
}
