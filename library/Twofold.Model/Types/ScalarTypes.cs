using System.Collections.Generic;
using System.Linq;

namespace Twofold.Model.Types;

/// <summary>The types that represent a single framework type, by the name of that type.</summary>
public static class ScalarTypes
{
    // Each class lists the types that it represents, so a new class needs no entry here.
    private static readonly Dictionary<string, TypeModel> s_all = typeof(TypeModel).Assembly.GetTypes()
        .Where(type => type.IsSealed && typeof(TypeModel).IsAssignableFrom(type))
        .SelectMany(type => (IReadOnlyDictionary<string, TypeModel>?)type.GetProperty("Scalars")?.GetValue(null) ?? new Dictionary<string, TypeModel>())
        .ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The type that represents a framework type such as <c>System.Int32</c>; null if there is none.</summary>
    public static TypeModel? Find(string fullName) => s_all.TryGetValue(fullName, out var type) ? type : null;
}
