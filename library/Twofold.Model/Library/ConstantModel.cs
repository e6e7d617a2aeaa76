using Twofold.Model.Types;

namespace Twofold.Model.Library;

/// <summary>An exported constant.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Type">Its type: a number, bool or string.</param>
/// <param name="Value">Its value as invariant text. Values that are not finite are NaN, Infinity and -Infinity.</param>
public sealed record ConstantModel(string Name, string Doc, TypeModel Type, string Value);
