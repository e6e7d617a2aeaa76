using FixturesLibrary;
using FsCheck.Fluent;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

internal static unsafe partial class Shapes
{
    /// <summary>Types that are passed as a pointer to a struct.</summary>
    private static IEnumerable<Shape> Records() =>
    [
        new Shape<Scalars>
        {
            Name = nameof(Fixtures.KeepScalars),
            Values = Values.Scalars,
            Plain = (fixtures, value) => fixtures.KeepScalars(value),
            Native = (handle, value) => NativeShape.Record<Scalars, ScalarsStruct, Scalars, ScalarsStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, ScalarsStruct*, ScalarsStruct*, Status>)&FixturesExports.fixtures_keep_scalars_sync),
            Cbor = CborShape.Of<Scalars, ScalarsCodec>("keep_scalars"),
        },
        new Shape<Blob>
        {
            Name = nameof(Fixtures.KeepBlob),
            Values = Values.Blob,
            Plain = (fixtures, value) => fixtures.KeepBlob(value),
            Native = (handle, value) => NativeShape.Record<Blob, BlobStruct, Blob, BlobStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, BlobStruct*, BlobStruct*, Status>)&FixturesExports.fixtures_keep_blob_sync),
            Cbor = CborShape.Of<Blob, BlobCodec>("keep_blob"),
        },
        new Shape<Lists>
        {
            Name = nameof(Fixtures.KeepLists),
            Values = Values.Lists,
            Plain = (fixtures, value) => fixtures.KeepLists(value),
            Native = (handle, value) => NativeShape.Record<Lists, ListsStruct, Lists, ListsStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, ListsStruct*, ListsStruct*, Status>)&FixturesExports.fixtures_keep_lists_sync),
            Cbor = CborShape.Of<Lists, ListsCodec>("keep_lists"),
        },
        new Shape<NumberLists>
        {
            Name = nameof(Fixtures.KeepNumberLists),
            Values = Values.NumberLists,
            Plain = (fixtures, value) => fixtures.KeepNumberLists(value),
            Native = (handle, value) => NativeShape.Record<NumberLists, NumberListsStruct, NumberLists, NumberListsStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, NumberListsStruct*, NumberListsStruct*, Status>)&FixturesExports.fixtures_keep_number_lists_sync),
            Cbor = CborShape.Of<NumberLists, NumberListsCodec>("keep_number_lists"),
        },
        new Shape<Grids>
        {
            Name = nameof(Fixtures.KeepGrids),
            Values = Values.Grids,
            Plain = (fixtures, value) => fixtures.KeepGrids(value),
            Native = (handle, value) => NativeShape.Record<Grids, GridsStruct, Grids, GridsStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, GridsStruct*, GridsStruct*, Status>)&FixturesExports.fixtures_keep_grids_sync),
            Cbor = CborShape.Of<Grids, GridsCodec>("keep_grids"),
        },
        new Shape<Sparse>
        {
            Name = nameof(Fixtures.KeepSparse),
            Values = Values.Sparse,
            Plain = (fixtures, value) => fixtures.KeepSparse(value),
            Native = (handle, value) => NativeShape.Record<Sparse, SparseStruct, Sparse, SparseStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, SparseStruct*, SparseStruct*, Status>)&FixturesExports.fixtures_keep_sparse_sync),
            Cbor = CborShape.Of<Sparse, SparseCodec>("keep_sparse"),
        },
        new Shape<OptionalNumbers>
        {
            Name = nameof(Fixtures.KeepOptionalNumbers),
            Values = Values.OptionalNumbers,
            Plain = (fixtures, value) => fixtures.KeepOptionalNumbers(value),
            Native = (handle, value) => NativeShape.Record<OptionalNumbers, OptionalNumbersStruct, OptionalNumbers, OptionalNumbersStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, OptionalNumbersStruct*, OptionalNumbersStruct*, Status>)&FixturesExports.fixtures_keep_optional_numbers_sync),
            Cbor = CborShape.Of<OptionalNumbers, OptionalNumbersCodec>("keep_optional_numbers"),
        },
        new Shape<OptionalLists>
        {
            Name = nameof(Fixtures.KeepOptionalLists),
            Values = Values.OptionalLists,
            Plain = (fixtures, value) => fixtures.KeepOptionalLists(value),
            Native = (handle, value) => NativeShape.Record<OptionalLists, OptionalListsStruct, OptionalLists, OptionalListsStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, OptionalListsStruct*, OptionalListsStruct*, Status>)&FixturesExports.fixtures_keep_optional_lists_sync),
            Cbor = CborShape.Of<OptionalLists, OptionalListsCodec>("keep_optional_lists"),
        },
        new Shape<Company>
        {
            Name = nameof(Fixtures.KeepCompany),
            Values = Values.Company,
            Plain = (fixtures, value) => fixtures.KeepCompany(value),
            Native = (handle, value) => NativeShape.Record<Company, CompanyStruct, Company, CompanyStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, CompanyStruct*, CompanyStruct*, Status>)&FixturesExports.fixtures_keep_company_sync),
            Cbor = CborShape.Of<Company, CompanyCodec>("keep_company"),
        },
        new Shape<Node>
        {
            Name = nameof(Fixtures.KeepTree),
            Values = Values.Tree,
            Plain = (fixtures, value) => fixtures.KeepTree(value),
            Native = (handle, value) => NativeShape.Record<Node, NodeStruct, Node, NodeStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, NodeStruct*, NodeStruct*, Status>)&FixturesExports.fixtures_keep_tree_sync),
            Cbor = CborShape.Of<Node, NodeCodec>("keep_tree"),
        },
        new Shape<Link>
        {
            Name = nameof(Fixtures.KeepChain),
            Values = Values.Chain,
            Plain = (fixtures, value) => fixtures.KeepChain(value),
            Native = (handle, value) => NativeShape.Record<Link, LinkStruct, Link, LinkStruct>(
                handle, value, (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, LinkStruct*, LinkStruct*, Status>)&FixturesExports.fixtures_keep_chain_sync),
            Cbor = CborShape.Of<Link, LinkCodec>("keep_chain"),
        },
    ];
}
