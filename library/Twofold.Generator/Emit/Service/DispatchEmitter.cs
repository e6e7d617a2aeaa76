using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Service;

/// <summary>
/// Finds a method by its wire name: by its length, then by the byte that distinguishes the most names. Only a few names are compared
/// as a whole, no matter how many methods there are.
/// </summary>
internal static class DispatchEmitter
{
    // Comparing up to this many names costs less than another branch.
    private const int FewNames = 3;

    /// <summary>Returns the outcome of the method named <c>method</c>. If there is none, execution continues after this code.</summary>
    public static string Emit(IEnumerable<MethodModel> methods) =>
        Switch("method.Length", methods.GroupBy(method => method.WireName.Length).OrderBy(group => group.Key), length => $"{length}");

    private static string Branch(IReadOnlyList<MethodModel> methods)
    {
        if (methods.Count <= FewNames)
            return methods.Select(Comparison).Lines();

        var position = Enumerable.Range(0, methods[0].WireName.Length)
            .OrderByDescending(index => methods.Select(method => method.WireName[index]).Distinct().Count())
            .First();
        return Switch(
            $"method[{position}]",
            methods.GroupBy(method => method.WireName[position]).OrderBy(group => group.Key),
            letter => $"(byte)'{letter}'");
    }

    private static string Switch<TKey>(string subject, IEnumerable<IGrouping<TKey, MethodModel>> groups, Func<TKey, string> label) => Source.Code(
        $$"""
        switch ({{subject}})
        {
            {{groups.Select(group => Case(label(group.Key), [.. group]))}}
            default:
                break;
        }
        """);

    private static string Case(string label, IReadOnlyList<MethodModel> methods) => Source.Code(
        $$"""
        case {{label}}:
            {{Branch(methods)}}
            break;
        """);

    private static string Comparison(MethodModel method) => Source.Code(
        $$"""
        if (method.SequenceEqual("{{method.WireName}}"u8))
            return {{GeneratedNames.CborCall(method)}}({{(method.IsStatic ? "" : "context, ")}}request, ref sink);
        """);
}
