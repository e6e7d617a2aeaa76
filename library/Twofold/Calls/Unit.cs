namespace Twofold.Calls;

/// <summary>The result of a method that returns nothing.</summary>
public readonly struct Unit;
