using Twofold.Model.Types;

namespace Twofold.Model.Library;

/// <summary>An exported constant.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Type">Its type: a number, bool or string.</param>
/// <param name="Value">Its value as invariant text; not a finite number: NaN, Infinity or -Infinity.</param>
public sealed record ConstantModel(string Name, string Doc, TypeModel Type, string Value);
