namespace System.Runtime.CompilerServices;

/// <summary>The compiler needs this attribute for interpolated strings that a method takes apart, on netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
