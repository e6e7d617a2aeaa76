using Twofold;

namespace FixturesLibrary;

/// <summary>Eight parameters.</summary>
public delegate void Everything(bool flag, sbyte small, ulong large, double number, string text, byte[] data, Color? color, Point point);

public sealed partial class Fixtures
{
    /// <summary>Carries nothing.</summary>
    [Ffi] public event Action? OnTick;

    /// <summary>Carries a number.</summary>
    [Ffi] public event Action<int>? OnCount;

    /// <summary>Carries a record.</summary>
    [Ffi] public event Action<Label>? OnLabel;

    /// <summary>Carries eight things.</summary>
    [Ffi] public event Everything? OnEverything;

    /// <summary>Raises each event once.</summary>
    [Ffi]
    public void RaiseAll()
    {
        OnTick?.Invoke();
        OnCount?.Invoke(7);
        OnLabel?.Invoke(new Label("seven"));
        OnEverything?.Invoke(true, -8, ulong.MaxValue, 0.5, "text", [1, 2], Color.DarkGreen, new Point(1, 2));
    }
}
