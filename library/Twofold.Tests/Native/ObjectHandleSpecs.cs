using System.Runtime.InteropServices;
using System.Text;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Native;
using Twofold.Tests.Support;

namespace Twofold.Tests.Native;

/// <summary>Objects that methods return have a separate handle type in C. The exports are called as C calls them.</summary>
public sealed unsafe class ObjectHandleSpecs : IDisposable
{
    private readonly nint _fixtures = Create();

    public void Dispose()
    {
        Destroy(_fixtures);
    }

    [Fact]
    public void An_object_has_methods_and_a_release_of_its_own()
    {
        var session = Open("session");
        Assert.Equal((Status.Ok, 5), Add(session, 5));
        Assert.Equal((Status.Ok, 12), Add(session, 7));
        Assert.Equal(1, CountSessions());
        Assert.Equal(Status.Ok, Release(session));
        Assert.Equal(0, CountSessions());
    }

    [Fact]
    public void A_released_handle_is_rejected()
    {
        var session = Open("session");
        Release(session);
        Assert.Equal(Status.InvalidHandle, Add(session, 1).Status);
        Assert.Equal(Status.InvalidHandle, Release(session));
        Assert.Equal("the fixtures_session handle was destroyed, or is of another kind", LastMessage());
    }

    [Fact]
    public void A_handle_of_one_type_is_rejected_as_another()
    {
        Assert.Equal(Status.InvalidHandle, Add(_fixtures, 1).Status);
        Assert.Equal(Status.InvalidHandle, Destroy(Open("session")));
        Assert.Equal(Status.InvalidHandle, Release(0));
    }

    [Fact]
    public void An_object_ends_with_the_object_that_it_comes_from_and_can_still_be_released()
    {
        var fixtures = Create();
        var session = Open("session", fixtures);
        Destroy(fixtures);
        Assert.Equal(Status.InvalidHandle, Add(session, 1).Status);
        Assert.Equal(Status.Ok, Release(session));
    }

    [Fact]
    public void As_CBOR_an_object_is_its_handle()
    {
        var request = Wire.Encode(Wire.Map(("name", "session")));
        var body = new ByteBuffer();
        var callbackData = GCHandle.Alloc(body);
        try
        {
            delegate* unmanaged<nint, byte*, nuint, delegate* unmanaged<Status, byte*, nuint, void*, void>, void*, Status> open = &FixturesExports.fixtures_open_session_cbor;
            fixed (byte* bytes = request)
                Assert.Equal(Status.Ok, open(_fixtures, bytes, (nuint)request.Length, &Keep, (void*)GCHandle.ToIntPtr(callbackData)));
        }
        finally
        {
            callbackData.Free();
        }

        var session = (nint)new System.Formats.Cbor.CborReader(body.Memory).ReadUInt64();
        Assert.Equal((Status.Ok, 3), Add(session, 3));
        Assert.Equal(Status.Ok, Release(session));
    }

    [UnmanagedCallersOnly]
    private static void Keep(Status status, byte* body, nuint size, void* userData) =>
        ((ByteBuffer)GCHandle.FromIntPtr((nint)userData).Target!).Append(new ReadOnlySpan<byte>(body, (int)size));

    private static nint Create()
    {
        delegate* unmanaged<nint*, Status> create = &FixturesExports.fixtures_create_sync;
        nint fixtures;
        Assert.Equal(Status.Ok, create(&fixtures));
        return fixtures;
    }

    private static Status Destroy(nint fixtures)
    {
        delegate* unmanaged<nint, Status> destroy = &FixturesExports.fixtures_destroy;
        return destroy(fixtures);
    }

    private nint Open(string name, nint fixtures = 0)
    {
        delegate* unmanaged<nint, byte*, nint*, Status> open = &FixturesExports.fixtures_open_session_sync;
        nint session;
        fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0'))
            Assert.Equal(Status.Ok, open(fixtures == 0 ? _fixtures : fixtures, text, &session));

        return session;
    }

    private static (Status Status, long Sum) Add(nint session, long number)
    {
        delegate* unmanaged<nint, long, long*, Status> add = &FixturesExports.fixtures_session_add_sync;
        long sum;
        var status = add(session, number, &sum);
        return (status, sum);
    }

    private static Status Release(nint session)
    {
        delegate* unmanaged<nint, Status> release = &FixturesExports.fixtures_session_release;
        return release(session);
    }

    private int CountSessions()
    {
        delegate* unmanaged<nint, int*, Status> count = &FixturesExports.fixtures_count_sessions_sync;
        int sessions;
        Assert.Equal(Status.Ok, count(_fixtures, &sessions));
        return sessions;
    }

    private static string LastMessage() => new((sbyte*)LastError.Get());
}
