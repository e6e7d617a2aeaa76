using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Cbor;

/// <summary>
/// Prints the method that reads the members of a map into locals and ends with the given lines. A second method reads members that
/// are not in declaration order, so the first one stays short.
/// </summary>
internal static class MapEmitter
{
    public static string Read(string type, IReadOnlyList<ParameterModel> members, string ending)
    {
        if (members.Count == 0)
            return ReadNone(type, ending);

        var parameters = members.Select(member => $"ref {member.Type.CSharp} {GeneratedNames.Local(member)}").Commas();
        return Source.Code(
            $$"""
            public static {{type}} Read(ref CborReader reader)
            {
                {{members.Select(member => $"{member.Type.CSharp} {GeneratedNames.Local(member)} = default!;")}}
                var members = reader.BeginMap({{members.Count}}, "{{members[0].WireKey}}"u8);
                {{members.Select(ReadExpected)}}
                if (!reader.TryEndMap(in members, {{members.Count}}))
                    ReadRest(ref reader, members, {{members.Select(member => $"ref {GeneratedNames.Local(member)}"):commas}});

                {{ending}}
            }

            private static void ReadRest(ref CborReader reader, CborItems members, {{parameters}})
            {
                while (reader.NextKey(ref members, out var key))
                {
                    {{members.Select(ReadMember)}}
                    else
                    {
                        reader.Skip();
                    }
                }

                {{members.Select(Require).Where(line => line.Length > 0)}}
            }
            """);
    }

    private static string ReadNone(string type, string ending) => Source.Code(
        $$"""
        public static {{type}} Read(ref CborReader reader)
        {
            var members = reader.BeginMap();
            while (reader.NextKey(ref members, out _))
                reader.Skip();

            {{ending}}
        }
        """);

    private static string ReadExpected(ParameterModel member, int index) => Source.Code(
        $$"""
        if ({{(index == 0 ? "members.Has(0)" : $"reader.TryKey(ref members, {index}, \"{member.WireKey}\"u8)")}})
            {{Assign(member)}}
        """);

    private static string ReadMember(ParameterModel member, int index) => Source.Code(
        $$"""
        {{(index == 0 ? "if" : "else if")}} (key.SequenceEqual("{{member.WireKey}}"u8))
        {
            if (reader.Claim(ref members, {{index}}))
                {{Assign(member)}}
        }
        """);

    private static string Require(ParameterModel member, int index) =>
        member.Type.IsOptional ? "" : $"reader.Require(in members, {index}, \"{member.WireKey}\");";

    private static string Assign(ParameterModel member) => $"{GeneratedNames.Local(member)} = {CborCodecOf.Of(member.Type)}.Read(ref reader);";
}
