using FsCheck;
using FsCheck.Fluent;

namespace Twofold.Tests.Shapes;

/// <summary>A method that returns its argument, three ways to call it, and the argument's codec.</summary>
internal abstract class Shape
{
    /// <summary>The C# method's name.</summary>
    public required string Name { get; init; }

    /// <summary>The method's name on the wire.</summary>
    public abstract string WireName { get; }

    /// <summary>Calls the method with random values and checks that all ways agree.</summary>
    public abstract void Check(nint handle, int count);

    /// <summary>Checks what holds for every random value and its encoding.</summary>
    public abstract void CheckEncodings(int count, Action<object?, byte[]> check);

    /// <summary>The value in the bytes in canonical notation, or null and the error.</summary>
    public abstract (string? Value, string? Error) Read(byte[] bytes);

    /// <summary>Checks that shrinking ends for every value.</summary>
    public abstract void CheckShrinking();
}

/// <inheritdoc/>
internal sealed class Shape<T> : Shape
{
    /// <summary>Random values.</summary>
    public required Gen<T> Values { get; init; }

    /// <summary>The C# method itself.</summary>
    public required Func<FixturesLibrary.Fixtures, T, T> Plain { get; init; }

    /// <summary>The native ABI.</summary>
    public required Func<nint, T, Answer> Native { get; init; }

    /// <summary>The CBOR ABI, and the type's codec.</summary>
    public required CborShape<T> Cbor { get; init; }

    /// <inheritdoc/>
    public override void Check(nint handle, int count) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count), Prop.ForAll(Arb.From(Values, Smaller.Of), value => Agree(handle, value)));

    /// <inheritdoc/>
    public override string WireName => Cbor.Method;

    /// <inheritdoc/>
    public override void CheckEncodings(int count, Action<object?, byte[]> check) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count),
        Prop.ForAll(Arb.From(Values, Smaller.Of), value => check(value, Cbor.Encode(value))));

    /// <inheritdoc/>
    public override (string? Value, string? Error) Read(byte[] bytes)
    {
        var decoded = Cbor.Decode(bytes);
        return decoded.Error is null ? (Canonical.Of(decoded.Value), null) : (null, decoded.Error);
    }

    /// <inheritdoc/>
    public override void CheckShrinking()
    {
        foreach (var sample in Values.Sample(20))
        {
            var steps = 0;
            for (var value = sample; Smaller.Of(value).Take(1).ToList() is [var smaller]; value = smaller)
                Assert.True(++steps < 10_000, $"{Canonical.Of(sample)} does not end");
        }
    }

    private void Agree(nint handle, T value)
    {
        var expected = Answer.Of(Plain(new FixturesLibrary.Fixtures(), value));
        Assert.Equal(expected, Cbor.Call(handle, value));
        Assert.Equal(expected.Text.Contains("\\0", StringComparison.Ordinal) ? Shapes.NulError : expected, Native(handle, value));
    }
}
