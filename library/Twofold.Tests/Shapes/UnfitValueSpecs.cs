using FixturesLibrary;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

/// <summary>Values that C# allows and an ABI cannot carry, and values of the caller that contain themselves.</summary>
public sealed unsafe class UnfitValueSpecs : IDisposable
{
    private readonly Fixture _fixture = new();

    private static Func<byte[], Answer> Text => body =>
    {
        var reader = new CborReader(body);
        return Answer.Of(reader.ReadText());
    };

    [Fact]
    public void A_lone_surrogate_is_an_error_on_both_ABIs()
    {
        Assert.Equal(
            new Answer(Status.Error, "the reply has a text with a lone surrogate, which UTF-8 cannot carry"),
            NativeText(&FixturesExports.fixtures_lone_surrogate_sync));
        Assert.Equal(
            new Answer(Status.Error, "the text of the reply has a lone surrogate, which UTF-8 cannot carry"),
            CborShape.Call(_fixture.Handle, "lone_surrogate", [0xA0], Text));
    }

    [Fact]
    public void A_text_with_a_NUL_is_an_error_natively_and_whole_in_CBOR()
    {
        Assert.Equal(Shapes.NulError, NativeText(&FixturesExports.fixtures_embedded_nul_sync));
        Assert.Equal(Answer.Of("a\0b"), CborShape.Call(_fixture.Handle, "embedded_nul", [0xA0], Text));
    }

    [Fact]
    public void A_number_that_is_not_a_member_of_its_enum_is_an_error_on_both_ABIs()
    {
        var color = 0;
        delegate* unmanaged<nint, int*, Status> noSuchColor = &FixturesExports.fixtures_no_such_color_sync;
        var refused = new Answer(Status.Error, "99 is not a member of Color");
        Assert.Equal(refused, Answer.Refused(noSuchColor(_fixture.Handle, &color)));
        Assert.Equal(0, color);
        Assert.Equal(refused, CborShape.Call(_fixture.Handle, "no_such_color", [0xA0], Text));
    }

    [Fact]
    public void A_tree_that_contains_itself_is_an_error()
    {
        NodeStruct node = new() { value = 1 };
        node.children = new NativeSpan<NodeStruct>(&node, 1);
        var reply = new NodeStruct { value = 5 };
        delegate* unmanaged<nint, NodeStruct*, NodeStruct*, Status> keep = &FixturesExports.fixtures_keep_tree_sync;
        AssertTooDeep(keep(_fixture.Handle, &node, &reply));
        Assert.True(reply.value == 0 && reply.children.Items is null);
    }

    [Fact]
    public void A_chain_that_contains_itself_is_an_error()
    {
        LinkStruct link = new() { value = 1 };
        link.next.Pointer = &link;
        LinkStruct reply;
        delegate* unmanaged<nint, LinkStruct*, LinkStruct*, Status> keep = &FixturesExports.fixtures_keep_chain_sync;
        AssertTooDeep(keep(_fixture.Handle, &link, &reply));
    }

    [Fact]
    public void A_native_chain_of_a_thousand_links_comes_back_whole()
    {
        var links = stackalloc LinkStruct[1000];
        for (var i = 0; i < 1000; i++)
        {
            links[i].value = i;
            links[i].next.Pointer = i < 999 ? &links[i + 1] : null;
        }

        LinkStruct reply;
        delegate* unmanaged<nint, LinkStruct*, LinkStruct*, Status> keep = &FixturesExports.fixtures_keep_chain_sync;
        Assert.Equal(Status.Ok, keep(_fixture.Handle, links, &reply));
        var length = 0;
        for (var link = &reply; link is not null; link = link->next.Pointer)
            Assert.Equal(length++, link->value);

        Assert.Equal(1000, length);
        RecordNative<Link, LinkStruct>.Free(ref reply);
    }

    [Fact]
    public void A_mistake_thousands_of_levels_down_is_an_error_that_names_the_beginning_of_its_path()
    {
        const int Depth = 3000;
        var nodes = stackalloc NodeStruct[Depth];
        for (var i = 0; i < Depth; i++)
            nodes[i].children = i < Depth - 1 ? new NativeSpan<NodeStruct>(&nodes[i + 1], 1) : new NativeSpan<NodeStruct>(null, 5);

        NodeStruct reply;
        delegate* unmanaged<nint, NodeStruct*, NodeStruct*, Status> keep = &FixturesExports.fixtures_keep_tree_sync;
        var answer = Answer.Refused(keep(_fixture.Handle, nodes, &reply));
        Assert.Equal(Status.InvalidArgument, answer.Status);
        Assert.StartsWith("value.children[0].children[0].", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("...: NULL, though its count is 5", answer.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(63), InlineData(64)]
    public void CBOR_nests_64_deep_and_no_deeper(int links)
    {
        var chain = new Link(0, null);
        for (var i = 1; i < links; i++)
            chain = new Link(i, chain);

        // The map of the request adds one level.
        var answer = CborShape.Of<Link, LinkCodec>("keep_chain").Call(_fixture.Handle, chain);
        if (links < 64)
        {
            Assert.Equal(Answer.Of(chain), answer);
            return;
        }

        Assert.Equal(Status.InvalidArgument, answer.Status);
        Assert.Equal($"value{string.Concat(Enumerable.Repeat(".next", 63))}: nesting over 64 levels", answer.Text);
    }

    public void Dispose() => _fixture.Dispose();

    private static void AssertTooDeep(Status status)
    {
        Assert.Equal(Status.InvalidArgument, status);
        Assert.EndsWith(": a record contains itself too many levels deep", Answer.Refused(status).Text, StringComparison.Ordinal);
    }

    private Answer NativeText(delegate* unmanaged<nint, byte**, Status> export)
    {
        byte* text = null;
        var status = export(_fixture.Handle, &text);
        Assert.True(text is null, "a failure returns no text");
        return Answer.Refused(status);
    }
}
