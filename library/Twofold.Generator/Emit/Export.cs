using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>One exported function.</summary>
/// <param name="Symbol">Its C name behind the library's prefix.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Parameters">Its parameters, as C# declares them.</param>
/// <param name="Body">What it does.</param>
/// <param name="Returns">What it returns.</param>
/// <param name="OnError">What it does with an exception <c>e</c>.</param>
internal sealed record Export(
    string Symbol,
    string Name,
    IReadOnlyList<string> Parameters,
    string Body,
    string Returns = "Status",
    string OnError = "return LastError.Set(e);")
{
    public string Print(LibraryModel library)
    {
        var parameters = Parameters.Commas();
        var arguments = Parameters.Select(LastWord).Commas();
        return
            $$"""
            [UnmanagedCallersOnly(EntryPoint = "{{library.Name}}_{{Symbol}}")]
            internal static {{Returns}} {{Name}}({{parameters}})
            {
                try
                {
                    {{(Returns == "void" ? "" : "return ")}}{{Name}}Unguarded({{arguments}});
                }
                catch (Exception{{(OnError.Contains("(e)") ? " e" : "")}})
                {
                    {{OnError.Split('\n').Lines(8)}}
                }
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static {{Returns}} {{Name}}Unguarded({{parameters}})
            {
                {{Body.Split('\n').Lines(4)}}
            }
            """;
    }

    private static string LastWord(string parameter) => parameter.Substring(parameter.LastIndexOf(' ') + 1);
}
