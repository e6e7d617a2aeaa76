namespace Twofold;

/// <summary>
/// Exports a public member: a method, a static method, an event or a constant. A static method that returns the
/// class itself is its constructor. On another class: a method of the library may return it, as a handle of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Event | AttributeTargets.Field, Inherited = false)]
public sealed class FfiAttribute : Attribute;
