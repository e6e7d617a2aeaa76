using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Cbor;

/// <summary>Prints what values take on the heap, as a sum.</summary>
internal static class SizeEmitter
{
    /// <summary>A record, called <c>value</c>, and what it refers to.</summary>
    public static string Record(RecordModel record) =>
        string.Join(" + ", new[] { $"DecodedSize.Object + {record.Members.Count} * DecodedSize.Member" }.Concat(Parts(record.Members, member => $"value.{GeneratedNames.MemberOf(record, member)}")));

    /// <summary>The arguments of a call, which are fields of a struct.</summary>
    public static string Arguments(MethodModel method) =>
        string.Join(" + ", Parts(method.Parameters, GeneratedNames.Local).DefaultIfEmpty("0"));

    /// <summary>How many members the largest record has that the parameters hold.</summary>
    public static int LargestRecord(LibraryModel library, MethodModel method) =>
        Reach.Records(library, method.Parameters.Select(parameter => parameter.Type)).Select(record => record.Members.Count).DefaultIfEmpty(0).Max();

    private static IEnumerable<string> Parts(IEnumerable<ParameterModel> members, Func<ParameterModel, string> value) =>
        members.Where(member => !member.Type.Required.IsScalar).Select(member => $"{CborCodecOf.Of(member.Type)}.Weigh({value(member)})");
}
