using Twofold.Handles;

namespace Twofold.Tests.Handles;

public sealed class HandleSpecs
{
    private readonly HandleTable<string> _table = new("my_timer");

    [Fact]
    public void A_handle_finds_its_object_until_it_is_removed()
    {
        var handle = _table.Add("one");
        Assert.NotEqual(0, handle);
        Assert.Equal("one", _table.Get(handle));
        Assert.Equal("one", _table.Remove(handle));
        AssertInvalid(handle, "the my_timer handle was destroyed, or is of another kind");
    }

    [Fact]
    public void The_error_about_a_NULL_handle_says_NULL() => AssertInvalid(0, "the my_timer handle is NULL");

    [Fact]
    public void A_reused_slot_gets_a_new_handle()
    {
        var first = _table.Add("one");
        _table.Remove(first);
        var second = _table.Add("two");
        Assert.NotEqual(first, second);
        AssertInvalid(first, "the my_timer handle was destroyed, or is of another kind");
        Assert.Equal("two", _table.Get(second));
    }

    [Fact]
    public void A_handle_of_another_type_is_recognized()
    {
        var servers = new HandleTable<string>("my_timer_server");
        var handles = Enumerable.Range(0, 100).Select(i => (Timer: _table.Add($"timer {i}"), Server: servers.Add($"server {i}"))).ToList();
        foreach (var (timer, server) in handles)
        {
            AssertInvalid(server, "the my_timer handle was destroyed, or is of another kind");
            var exception = Assert.Throws<InvalidHandleException>(() => servers.Get(timer));
            Assert.Equal("the my_timer_server handle was destroyed, or is of another kind", exception.Message);
        }
    }

    [Fact]
    public void Numbers_that_were_never_handles_are_rejected()
    {
        var handle = _table.Add("one");
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 100_000; i++)
        {
            var number = i < 64 ? handle ^ (nint)(1L << i) : (nint)random.NextInt64(long.MinValue, long.MaxValue);
            if (number != handle)
                Assert.True(IsInvalid(number), $"seed {seed}: {number:x}");
        }

        Assert.True(IsInvalid(-1));
    }

    [Fact]
    public void A_hundred_thousand_handles_are_unique_even_after_removal()
    {
        var seen = new HashSet<nint>();
        var alive = new Queue<nint>();
        for (var i = 0; i < 100_000; i++)
        {
            var handle = _table.Add("x");
            Assert.True(seen.Add(handle));
            alive.Enqueue(handle);
            if (i % 3 > 0)
                _table.Remove(alive.Dequeue());
        }

        Assert.All(alive, handle => Assert.Equal("x", _table.Get(handle)));
    }

    [Fact]
    public void Only_one_of_many_threads_removes_a_handle()
    {
        for (var round = 0; round < 500; round++)
        {
            var handle = _table.Add("x");
            var removed = 0;
            Parallel.For(0, 4, _ =>
            {
                try
                {
                    _table.Remove(handle);
                    Interlocked.Increment(ref removed);
                }
                catch (InvalidHandleException)
                {
                    // Another thread was first.
                }
            });
            Assert.Equal(1, removed);
        }
    }

    [Fact]
    public void Get_never_returns_the_object_of_another_handle_while_slots_are_reused()
    {
        var table = new HandleTable<object>("my_timer");
        var current = new Tuple<nint, object>(0, "");
        var isOver = false;
        var reader = Support.Deadline.Start(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                var (handle, target) = Volatile.Read(ref current);
                try
                {
                    Assert.Same(target, table.Get(handle));
                }
                catch (InvalidHandleException)
                {
                    // Another thread removed it in the meantime.
                }
            }
        });
        for (var i = 0; i < 200_000; i++)
        {
            var target = new object();
            var handle = table.Add(target);
            Volatile.Write(ref current, Tuple.Create(handle, target));
            table.Remove(handle);
        }

        Volatile.Write(ref isOver, true);
        reader.Wait();
    }

    private bool IsInvalid(nint handle)
    {
        try
        {
            _table.Get(handle);
            return false;
        }
        catch (InvalidHandleException)
        {
            return true;
        }
    }

    private void AssertInvalid(nint handle, string message)
    {
        Assert.Equal(message, Assert.Throws<InvalidHandleException>(() => _table.Get(handle)).Message);
        Assert.Equal(message, Assert.Throws<InvalidHandleException>(() => _table.Remove(handle)).Message);
    }
}
