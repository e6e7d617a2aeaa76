using System.Collections.Immutable;
using FixturesLibrary;
using FsCheck.Fluent;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

internal static unsafe partial class Shapes
{
    /// <summary>Collections that are lists elsewhere, and closed generic records.</summary>
    private static IEnumerable<Shape> Collections() =>
    [
        new Shape<ImmutableArray<string>>
        {
            Name = nameof(Fixtures.KeepImmutable),
            Values = Values.Immutable,
            Plain = (fixtures, value) => fixtures.KeepImmutable(value),
            Native = (handle, value) => NativeShape.Span<ImmutableArray<string>, KeepImmutableReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, NativeString*, nuint, KeepImmutableReplyStruct*, Status>)&FixturesExports.fixtures_keep_immutable_sync),
            Cbor = CborShape.Of<ImmutableArray<string>, ImmutableArrayCbor<string, TextCbor>>("keep_immutable"),
        },
        new Shape<HashSet<int>>
        {
            Name = nameof(Fixtures.KeepSet),
            Values = Values.Set,
            Plain = (fixtures, value) => fixtures.KeepSet(value),
            Native = (handle, value) => NativeShape.Span<HashSet<int>, KeepSetReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, int*, nuint, KeepSetReplyStruct*, Status>)&FixturesExports.fixtures_keep_set_sync),
            Cbor = CborShape.Of<HashSet<int>, HashSetCbor<int, Int32Cbor>>("keep_set"),
        },
        new Shape<IEnumerable<Point>>
        {
            Name = nameof(Fixtures.KeepSequence),
            Values = Values.Sequence,
            Plain = (fixtures, value) => fixtures.KeepSequence(value),
            Native = (handle, value) => NativeShape.Span<IEnumerable<Point>, KeepSequenceReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, nuint, void*, Status>)(delegate* unmanaged<nint, PointStruct*, nuint, KeepSequenceReplyStruct*, Status>)&FixturesExports.fixtures_keep_sequence_sync),
            Cbor = CborShape.Of<IEnumerable<Point>, EnumerableCbor<Point, PointCodec>>("keep_sequence"),
        },
        new Shape<Collections>
        {
            Name = nameof(Fixtures.KeepCollections),
            Values = Values.Collections,
            Plain = (fixtures, value) => fixtures.KeepCollections(value),
            Native = (handle, value) => NativeShape.Record<Collections, CollectionsStruct, Collections, CollectionsStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, CollectionsStruct*, CollectionsStruct*, Status>)&FixturesExports.fixtures_keep_collections_sync),
            Cbor = CborShape.Of<Collections, CollectionsCodec>("keep_collections"),
        },
        new Shape<Page<Point>>
        {
            Name = nameof(Fixtures.KeepPage),
            Values = Values.Page,
            Plain = (fixtures, value) => fixtures.KeepPage(value),
            Native = (handle, value) => NativeShape.Record<Page<Point>, PageOfPointStruct, Page<Point>, PageOfPointStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, PageOfPointStruct*, PageOfPointStruct*, Status>)&FixturesExports.fixtures_keep_page_sync),
            Cbor = CborShape.Of<Page<Point>, PageOfPointCodec>("keep_page"),
        },
        new Shape<Page<string?>?>
        {
            Name = nameof(Fixtures.KeepTextPage),
            Values = Values.TextPage,
            Plain = (fixtures, value) => fixtures.KeepTextPage(value),
            Native = (handle, value) => NativeShape.Record<Page<string?>, PageOfOptionalStringStruct, Page<string?>?, KeepTextPageReplyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, PageOfOptionalStringStruct*, KeepTextPageReplyStruct*, Status>)&FixturesExports.fixtures_keep_text_page_sync),
            Cbor = CborShape.Of<Page<string?>?, OptionalCbor<Page<string?>, PageOfOptionalStringCodec>>("keep_text_page"),
        },
        new Shape<Page<Page<Point>>>
        {
            Name = nameof(Fixtures.KeepPages),
            Values = Values.Pages,
            Plain = (fixtures, value) => fixtures.KeepPages(value),
            Native = (handle, value) => NativeShape.Record<Page<Page<Point>>, PageOfPageOfPointStruct, Page<Page<Point>>, PageOfPageOfPointStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, PageOfPageOfPointStruct*, PageOfPageOfPointStruct*, Status>)&FixturesExports.fixtures_keep_pages_sync),
            Cbor = CborShape.Of<Page<Page<Point>>, PageOfPageOfPointCodec>("keep_pages"),
        },
    ];
}
