using System.Collections.Generic;
using System.Linq;

namespace Twofold.Model.Types;

/// <summary>The types that stand for one type of the framework's each, by its name.</summary>
public static class ScalarTypes
{
    // Each class says itself which types it stands for, so that a new one is found without a list here.
    private static readonly Dictionary<string, TypeModel> s_all = typeof(TypeModel).Assembly.GetTypes()
        .Where(type => type.IsSealed && typeof(TypeModel).IsAssignableFrom(type))
        .SelectMany(type => (IReadOnlyDictionary<string, TypeModel>?)type.GetProperty("Scalars")?.GetValue(null) ?? new Dictionary<string, TypeModel>())
        .ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The type that stands for a type of the framework's, such as <c>System.Int32</c>; null if there is none.</summary>
    public static TypeModel? Find(string fullName) => s_all.TryGetValue(fullName, out var type) ? type : null;
}
