using System.Runtime.InteropServices;
using Twofold.Generated.fixtures;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tool;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.Shapes;

/// <summary>Native calls with one mistake each, for every method and parameter, derived from the model: in structs, in lists, behind pointers.</summary>
public sealed unsafe class BadArgumentSpecs : IDisposable
{
    private static readonly LibraryModel s_library = LibraryReader.Parse(TwofoldModel.Json);
    private static int s_fired;

    private readonly Fixture _fixture = new();
    private readonly BadNative _cases = new(s_library);

    public static TheoryData<string> Methods => [.. s_library.Methods.Select(method => method.WireName)];

    public static TheoryData<string> MethodsThatCanBeCalledWrongly =>
        [.. s_library.Methods.Where(method => method.Parameters.Any(parameter => CanBeWrong(parameter.Type))).Select(method => method.WireName)];

    public static TheoryData<string> MethodsWithResults =>
        [.. s_library.Methods.Where(method => method.Result is not null).Select(method => method.WireName)];

    public static TheoryData<string> MethodsOfObjects =>
        [.. s_library.Methods.Where(method => !method.IsStatic).Select(method => method.WireName)];

    [Theory, MemberData(nameof(MethodsThatCanBeCalledWrongly))]
    public void Every_mistake_is_refused_with_its_path_in_both_forms(string name)
    {
        var (method, sync) = Find(name, "_sync");
        var (_, async) = Find(name, "");
        s_fired = 0;
        var count = 0;
        foreach (var (arguments, message) in _cases.Bad(method, Types(method, sync)))
        {
            var refused = new Answer(Status.InvalidArgument, message);
            Assert.Equal(refused, Answer.Refused(sync.Call([.. Handle(method), .. arguments, .. Reply(method)])));
            Assert.Equal(refused, Answer.Refused(async.Call([.. Handle(method), .. arguments, (nint)(delegate* unmanaged<void>)&Fire, (nint)0])));
            count++;
        }

        Assert.True(count > 0 && s_fired == 0, $"{count} mistakes, {s_fired} callbacks");
    }

    // The others do not return until another call is made.
    public static TheoryData<string> MethodsThatEnd =>
        [.. s_library.Methods.Where(method => method.WireName is not ("occupy" or "pass_and_stay")).Select(method => method.WireName)];

    [Theory, MemberData(nameof(MethodsThatEnd))]
    public void The_same_call_without_a_mistake_is_accepted(string name)
    {
        var (method, export) = Find(name, "_sync");
        var reply = Reply(method);

        var status = export.Call([.. Handle(method), .. _cases.Good(method, Types(method, export)), .. reply]);

        Assert.Contains(status, method.Name is "Fail" or "LoneSurrogate" or "EmbeddedNul" or "NoSuchColor" or "LongestDuration" ? [Status.Error] : method.Name == "Crash" ? new[] { Status.Internal } : [Status.Ok]);
        if (CReply.StructOf(new CNames(s_library), method) is { } type)
            NativeExport.Find($"{type}_free").Call(reply);
        else if (method.Result is StringType)
            NativeExport.Find("fixtures_string_free").Call([*(nint*)(nint)reply[0]]);
    }

    [Theory, MemberData(nameof(MethodsWithResults))]
    public void A_NULL_pointer_for_the_reply_is_refused(string name)
    {
        var (method, export) = Find(name, "_sync");
        Assert.Equal(
            new Answer(Status.InvalidArgument, "reply: expected a place for the reply, found NULL"),
            Answer.Refused(export.Call([.. Handle(method), .. _cases.Good(method, Types(method, export)), (nint)0])));
    }

    [Theory, MemberData(nameof(MethodsOfObjects))]
    public void A_NULL_handle_is_refused(string name)
    {
        var (method, export) = Find(name, "_sync");
        Assert.Equal(Status.InvalidHandle, export.Call([(nint)0, .. _cases.Good(method, Types(method, export)), .. Reply(method)]));
    }

    public void Dispose()
    {
        _cases.Dispose();
        _fixture.Dispose();
    }

    /// <summary>Whether some value of the type is invalid. Every number is valid, and so is an optional struct of numbers.</summary>
    private static bool CanBeWrong(TypeModel type) => type switch
    {
        OptionalType { Item: RecordType named } => s_library.Records.Single(record => record.Name == named.Name).Members.Any(member => CanBeWrong(member.Type)),
        EnumType or OptionalType { Item: EnumType } => true,
        _ => !type.IsScalar,
    };

    [UnmanagedCallersOnly]
    private static void Fire() => Interlocked.Increment(ref s_fired);

    private static (MethodModel Method, NativeExport Export) Find(string name, string form) =>
        (s_library.Methods.Single(method => method.WireName == name), NativeExport.Find($"fixtures_{name}{form}"));

    /// <summary>The native types of the method's own parameters.</summary>
    private static Type[] Types(MethodModel method, NativeExport export) => [.. export.Parameters.Skip(method.IsStatic ? 0 : 1)];

    private object[] Handle(MethodModel method)
    {
        if (method.IsStatic)
            return [];
        if (method.Owner is null)
            return [_fixture.Handle];

        var session = _cases.Reply();
        Assert.Equal(Status.Ok, NativeExport.Find("fixtures_open_session_sync").Call([_fixture.Handle, .. _cases.Good(s_library.Methods.Single(open => open.Name == "OpenSession"), [typeof(byte*)]), session]));
        return [*(nint*)session];
    }

    private object[] Reply(MethodModel method) => method.Result is null ? [] : [_cases.Reply()];
}
