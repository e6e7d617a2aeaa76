namespace System.Runtime.CompilerServices;

/// <summary>The compiler needs this type for records on netstandard2.0.</summary>
internal static class IsExternalInit;
