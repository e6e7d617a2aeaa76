using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Cbor;

/// <summary>Prints what values take on the heap, as a sum.</summary>
internal static class SizeEmitter
{
    // What DecodedSize counts for the object of a URI.
    private const int UriObject = 48;

    // What it adds to an item of a set.
    private const int SetItem = 16;

    /// <summary>A record, called <c>value</c>, and what it refers to.</summary>
    public static string Record(RecordModel record) =>
        string.Join(" + ", new[] { $"DecodedSize.Object + {Members(record)}" }.Concat(Parts(record.Members, member => $"value.{GeneratedNames.MemberOf(record, member)}")));

    /// <summary>The arguments of a call, which are fields of a struct.</summary>
    public static string Arguments(MethodModel method) =>
        string.Join(" + ", Parts(method.Parameters, GeneratedNames.Local).DefaultIfEmpty("0"));

    /// <summary>What the members of the largest record take that the parameters hold.</summary>
    public static int LargestRecord(LibraryModel library, MethodModel method) =>
        Reach.Records(library, Parameters(method)).Select(record => record.Members.Sum(member => WithObject(member.Type))).DefaultIfEmpty(0).Max();

    /// <summary>What the largest item of a list takes that the parameters hold.</summary>
    public static int LargestItem(LibraryModel library, MethodModel method) =>
        Reach.Types(library, Parameters(method)).OfType<ListType>()
            .Select(list => WithObject(list.Item) + (list.Form == ListForm.HashSet ? SetItem : 0)).DefaultIfEmpty(0).Max();

    private static int WithObject(TypeModel type) => SizeOf.Member(type) + (type.Required is StringType { Form: StringForm.Uri } ? UriObject : 0);

    private static IEnumerable<TypeModel> Parameters(MethodModel method) => method.Parameters.Select(parameter => parameter.Type);

    private static int Members(RecordModel record) => record.Members.Sum(member => SizeOf.Member(member.Type));

    private static IEnumerable<string> Parts(IEnumerable<ParameterModel> members, Func<ParameterModel, string> value) =>
        members.Where(member => !member.Type.Required.IsScalar).Select(member => $"{CborCodecOf.Of(member.Type)}.Weigh({value(member)})");
}
