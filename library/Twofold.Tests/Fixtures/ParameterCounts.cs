using System.Globalization;
using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Carries two parameters.</summary>
    [Ffi] public event Action<int, string>? OnTwo;

    /// <summary>Carries three parameters.</summary>
    [Ffi] public event Action<int, string, bool>? OnThree;

    /// <summary>Carries four parameters.</summary>
    [Ffi] public event Action<int, string, bool, double>? OnFour;

    /// <summary>Carries five parameters.</summary>
    [Ffi] public event Action<int, string, bool, double, Color>? OnFive;

    /// <summary>Carries six parameters.</summary>
    [Ffi] public event Action<int, string, bool, double, Color, byte[]>? OnSix;

    /// <summary>Carries seven parameters.</summary>
    [Ffi] public event Action<int, string, bool, double, Color, byte[], int[]?>? OnSeven;

    /// <summary>No parameter.</summary>
    [Ffi] public string Write0() => "";

    /// <summary>One parameter.</summary>
    [Ffi] public string Write1(int a) => Write(a);

    /// <summary>Two parameters.</summary>
    [Ffi] public string Write2(int a, string b) => Write(a, b);

    /// <summary>Three parameters.</summary>
    [Ffi] public string Write3(int a, string b, bool c) => Write(a, b, c);

    /// <summary>Four parameters.</summary>
    [Ffi] public string Write4(int a, string b, bool c, double d) => Write(a, b, c, d);

    /// <summary>Five parameters.</summary>
    [Ffi] public string Write5(int a, string b, bool c, double d, Color e) => Write(a, b, c, d, e);

    /// <summary>Six parameters.</summary>
    [Ffi] public string Write6(int a, string b, bool c, double d, Color e, byte[] f) => Write(a, b, c, d, e, Convert.ToHexString(f));

    /// <summary>Seven parameters.</summary>
    [Ffi]
    public string Write7(int a, string b, bool c, double d, Color e, byte[] f, int[]? g) =>
        Write(a, b, c, d, e, Convert.ToHexString(f), g is null ? "null" : string.Join('+', g));

    /// <summary>Eight parameters.</summary>
    [Ffi]
    public string Write8(int a, string b, bool c, double d, Color e, byte[] f, int[]? g, Label h) =>
        Write(a, b, c, d, e, Convert.ToHexString(f), g is null ? "null" : string.Join('+', g), h.Text);

    /// <summary>Raises the events of two to seven parameters.</summary>
    [Ffi]
    public void RaiseCounts()
    {
        OnTwo?.Invoke(2, "two");
        OnThree?.Invoke(3, "three", true);
        OnFour?.Invoke(4, "four", true, 0.5);
        OnFive?.Invoke(5, "five", false, -0.5, Color.None);
        OnSix?.Invoke(6, "six", true, 1e300, Color.Red, [6]);
        OnSeven?.Invoke(7, "seven", false, double.NaN, Color.DarkGreen, [], null);
    }

    private static string Write(params object[] values) =>
        string.Join(' ', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
