using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    private int _calls;

    /// <summary>Takes nothing, returns nothing.</summary>
    [Ffi] public void Touch() => _calls++;

    /// <summary>How often <see cref="Touch"/> and its kin were called.</summary>
    [Ffi] public int CountTouches() => _calls;

    /// <summary>Returns nothing, later.</summary>
    [Ffi]
    public async Task TouchLaterAsync(CancellationToken cancel)
    {
        await Task.Yield();
        cancel.ThrowIfCancellationRequested();
        _calls++;
    }

    /// <summary>Returns nothing, as a ValueTask.</summary>
    [Ffi]
    public ValueTask TouchNowAsync()
    {
        _calls++;
        return ValueTask.CompletedTask;
    }

    /// <summary>Eight parameters of eight kinds.</summary>
    [Ffi]
    public string Join(bool flag, sbyte small, ulong large, double number, string text, byte[] data, Color color, Point point) =>
        FormattableString.Invariant($"{flag} {small} {large} {number} {text} {Convert.ToHexString(data)} {color} {point.X}/{point.Y}");

    /// <summary>Parameters whose names mean something to C#, or to generated code.</summary>
    [Ffi] public int Names(int @event, int @string, int request, int result, int context) => @event + @string + request + result + context;

    /// <summary>A sum, as a Task.</summary>
    [Ffi]
    public async Task<int> AddLaterAsync(int left, int right)
    {
        await Task.Yield();
        return left + right;
    }

    /// <summary>A static method.</summary>
    [Ffi] public static int Twice(int value) => checked(value * 2);

    /// <summary>A static method that completes later.</summary>
    [Ffi]
    public static async Task<string> GreetLaterAsync(string name)
    {
        await Task.Yield();
        return $"hello {name}";
    }

    /// <summary>Gives the record back, later.</summary>
    [Ffi]
    public async Task<Label> LabelLaterAsync(string text)
    {
        await Task.Yield();
        return new Label(text);
    }

    /// <summary>Counts down to 1, as a ValueTask.</summary>
    [Ffi] public ValueTask<int[]> CountDownAsync(int from) => ValueTask.FromResult(Enumerable.Range(0, from).Select(i => from - i).ToArray());

    /// <summary>Halves what is even, later; nothing comes of what is odd.</summary>
    [Ffi]
    public async ValueTask<int?> HalveLaterAsync(int value)
    {
        await Task.Yield();
        return value % 2 == 0 ? value / 2 : null;
    }

    /// <summary>Throws an FfiException, which reaches the caller as an error.</summary>
    [Ffi] public int Fail(string message) => throw new FfiException(message);

    /// <summary>Throws an unhandled exception.</summary>
    [Ffi] public int Crash() => throw new InvalidOperationException("broken");
}
