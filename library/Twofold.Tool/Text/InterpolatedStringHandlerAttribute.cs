#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>The compiler needs this type for <see cref="Twofold.Printing.SourceWriter"/> on netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
#endif
