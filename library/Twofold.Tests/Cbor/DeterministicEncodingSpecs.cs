using Twofold.Generated.fixtures;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tests.Shapes;
using Twofold.Tests.Support;
using Twofold.Tool;

namespace Twofold.Tests.Cbor;

/// <summary>
/// Replies use core deterministic encoding (RFC 8949 §4.2.1), except for the order of members, as docs/protocol.md promises.
/// </summary>
public sealed class DeterministicEncodingSpecs : IDisposable
{
    private const int Rounds = 200;

    private static readonly LibraryModel s_library = LibraryReader.Parse(TwofoldModel.Json);

    private readonly Fixture _fixture = new();

    public static TheoryData<string> Methods => [.. Shapes.Shapes.ByName.Keys];

    [Theory, MemberData(nameof(Methods))]
    public void A_reply_is_deterministic_and_its_members_are_in_the_order_of_their_declaration(string method)
    {
        var shape = Shapes.Shapes.ByName[method];
        var type = s_library.Methods.Single(model => model.Name == method).Result!;
        shape.CheckEncodings(Rounds, (value, bytes) =>
        {
            var keys = new List<string>();
            CollectKeys(type, value, keys);
            Assert.Equal(keys, Deterministic.Check(bytes));
            Assert.Equal(bytes, Reply(shape.WireName, bytes));
        });
    }

    [Theory]
    [InlineData("1817", "a head of two bytes for 23")]
    [InlineData("1900ff", "a head of three bytes for 255")]
    [InlineData("1b00000000ffffffff", "a head of nine bytes for 32 bits")]
    [InlineData("3800", "a negative head of two bytes for -1")]
    [InlineData("580100", "a byte string's head of two bytes")]
    [InlineData("780161", "a text's head of two bytes")]
    [InlineData("9800", "an array's head of two bytes")]
    [InlineData("b800", "a map's head of two bytes")]
    [InlineData("fa3fc00000", "1.5 in 32 bits")]
    [InlineData("fb3ff8000000000000", "1.5 in 64 bits")]
    [InlineData("fb47efffffe0000000", "the largest float in 64 bits")]
    [InlineData("f97e01", "a NaN with a payload")]
    [InlineData("fa7fc00000", "a NaN of 32 bits")]
    [InlineData("5fff", "a string in chunks")]
    [InlineData("9fff", "an array with a break")]
    [InlineData("bfff", "a map with a break")]
    [InlineData("c500", "a tag")]
    [InlineData("f7", "undefined")]
    [InlineData("0000", "bytes behind the item")]
    public void The_check_itself_finds(string hex, string what) =>
        Assert.True(Record.Exception(() => Deterministic.Check(Wire.Hex(hex))) is not null, $"{what} passes");

    public void Dispose() => _fixture.Dispose();

    /// <summary>The body of the reply, which must be the same for every sink.</summary>
    private byte[] Reply(string method, byte[] value)
    {
        var body = Array.Empty<byte>();
        var answer = CborShape.Call(_fixture.Handle, method, [0xA1, 0x65, .. "value"u8, .. value], bytes =>
        {
            body = bytes;
            return Answer.Of(null);
        });
        Assert.Equal(Answer.Of(null), answer);
        return body;
    }

    private static void CollectKeys(TypeModel type, object? value, List<string> keys)
    {
        if (value is null)
            return;

        if (type.Required is ListType list)
        {
            foreach (var item in (System.Collections.IEnumerable)value)
                CollectKeys(list.Item, item, keys);
        }
        else if (type.Required is RecordType named)
        {
            foreach (var member in value.GetType().GetConstructors().First(constructor => constructor.GetParameters().Length > 0).GetParameters())
            {
                keys.Add(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Name!));
                var model = s_library.Records.Single(record => record.Name == named.Name).Members.Single(item => item.Name == member.Name);
                CollectKeys(model.Type, value.GetType().GetProperty(member.Name!)!.GetValue(value), keys);
            }
        }
    }
}
