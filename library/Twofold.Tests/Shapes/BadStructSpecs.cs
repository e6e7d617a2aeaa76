using FixturesLibrary;
using FixturesLibrary.Ffi;
using Twofold.Bindings;
using Twofold.Generator.Model;
using Twofold.Native;

namespace Twofold.Tests.Shapes;

/// <summary>Structs with one mistake each, for every record, derived from its members.</summary>
public sealed unsafe class BadStructSpecs : IDisposable
{
    private static readonly LibraryModel s_library = LibraryReader.Parse(TwofoldModel.Json);

    private readonly Fixture _fixture = new();
    private readonly BadStruct _cases = new(s_library);

    [Fact]
    public void A_mistake_in_a_blob_is_refused_with_its_path() => Check<Blob, BlobStruct, Blob, BlobStruct>(
        (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, BlobStruct*, BlobStruct*, Status>)&FixturesExports.KeepBlobSync, 12);

    [Fact]
    public void A_mistake_in_a_struct_of_lists_is_refused_with_its_path() => Check<Lists, ListsStruct, Lists, ListsStruct>(
        (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, ListsStruct*, ListsStruct*, Status>)&FixturesExports.KeepListsSync, 33);

    [Fact]
    public void A_mistake_in_nested_structs_is_refused_with_its_path() => Check<Company, CompanyStruct, Company, CompanyStruct>(
        (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, CompanyStruct*, CompanyStruct*, Status>)&FixturesExports.KeepCompanySync, 7);

    [Fact]
    public void A_mistake_in_a_tree_is_refused_with_its_path() => Check<Node, NodeStruct, Node, NodeStruct>(
        (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, NodeStruct*, NodeStruct*, Status>)&FixturesExports.KeepTreeSync, 3);

    [Fact]
    public void A_mistake_in_optional_members_is_refused_with_its_path() => Check<Optionals, OptionalsStruct, Optionals?, KeepOptionalsReplyStruct>(
        (delegate* unmanaged<nint, void*, void*, Status>)(delegate* unmanaged<nint, OptionalsStruct*, KeepOptionalsReplyStruct*, Status>)&FixturesExports.KeepOptionalsSync, 8);

    public void Dispose()
    {
        _cases.Dispose();
        _fixture.Dispose();
    }

    private void Check<T, TIn, TResult, TOut>(delegate* unmanaged<nint, void*, void*, Status> keep, int mistakes)
        where TIn : unmanaged, INativeRecord<TIn, T>
        where TOut : unmanaged, INativeRecord<TOut, TResult>
    {
        var record = s_library.Records.Single(record => record.Name == typeof(T).Name);
        var good = (TIn)_cases.Good(typeof(TIn), record);
        TOut reply = default;
        Assert.Equal(Answer.Of(TIn.Read(in good)), NativeShape.Result<TResult, TOut>(keep(_fixture.Handle, &good, &reply), ref reply));

        var count = 0;
        foreach (var (box, message) in _cases.Bad(typeof(TIn), record, "value"))
        {
            var native = (TIn)box;
            Assert.Equal(new Answer(Status.InvalidArgument, message), Answer.Refused(keep(_fixture.Handle, &native, &reply)));
            count++;
        }

        Assert.Equal(mistakes, count);
        Assert.Equal(
            record.Name == nameof(Optionals) ? Status.Ok : Status.InvalidArgument, keep(_fixture.Handle, null, &reply));
        Assert.Equal(Status.InvalidArgument, keep(_fixture.Handle, &good, null));
    }
}
