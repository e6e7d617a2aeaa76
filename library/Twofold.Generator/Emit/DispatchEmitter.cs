using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>
/// Finds a method by its wire name: by the name's length, then by the letters that tell most names apart. However many methods there
/// are, few names are compared as a whole.
/// </summary>
internal static class DispatchEmitter
{
    // Comparing so many costs less than another branch.
    private const int FewNames = 3;

    /// <summary>Returns the method's outcome if there is one of the name in <c>method</c>, else goes on behind.</summary>
    public static string Emit(IEnumerable<MethodModel> methods) =>
        Switch("method.Length", methods.GroupBy(method => method.WireName.Length).OrderBy(group => group.Key), length => $"{length}");

    private static string Branch(IReadOnlyList<MethodModel> methods)
    {
        if (methods.Count <= FewNames)
            return methods.Select(Comparison).Lines(0);

        var position = Enumerable.Range(0, methods[0].WireName.Length)
            .OrderByDescending(index => methods.Select(method => method.WireName[index]).Distinct().Count())
            .First();
        return Switch(
            $"method[{position}]",
            methods.GroupBy(method => method.WireName[position]).OrderBy(group => group.Key),
            letter => $"(byte)'{letter}'");
    }

    private static string Switch<TKey>(string subject, IEnumerable<IGrouping<TKey, MethodModel>> groups, Func<TKey, string> label) =>
        $$"""
        switch ({{subject}})
        {
            {{groups.Select(group => Case(label(group.Key), [.. group])).Append("default:\n    break;").Lines(4)}}
        }
        """;

    private static string Case(string label, IReadOnlyList<MethodModel> methods) =>
        $$"""
        case {{label}}:
            {{new[] { Branch(methods) }.Lines(4)}}
            break;
        """;

    private static string Comparison(MethodModel method) =>
        $$"""
        if (method.SequenceEqual("{{method.WireName}}"u8))
            return {{method.Stem}}({{(method.IsStatic ? "" : "context, ")}}request, ref sink);
        """;
}
