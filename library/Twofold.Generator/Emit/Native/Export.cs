using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Native;

/// <summary>
/// One exported function: a thin try/catch over a body that is not inlined. An export whose own frame has a stack buffer ends the
/// process when it is the first to be called.
/// </summary>
/// <param name="Symbol">Its C name behind the library's prefix.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">What it does.</param>
internal sealed record Export(string Symbol, IReadOnlyList<ExportParameter> Parameters, string Body)
{
    /// <summary>What it returns.</summary>
    public string Returns { get; init; } = "Status";

    /// <summary>What it does with an exception.</summary>
    public ExportFailure Failure { get; init; } = ExportFailure.Status;

    public string Print(LibraryModel library)
    {
        var symbol = $"{library.Name}_{Symbol}";
        var name = GeneratedNames.Export(symbol);
        var parameters = Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}").Commas();
        return Source.Code(
            $$"""
            [UnmanagedCallersOnly(EntryPoint = "{{symbol}}")]
            internal static {{Returns}} {{name}}({{parameters}})
            {
                try
                {
                    {{(Returns == "void" ? "" : "return ")}}{{name}}_unguarded({{Parameters.Select(parameter => parameter.Name).Commas()}});
                }
                catch (Exception{{Failure.Exception}})
                {
                    {{Failure.Code}}
                }
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static {{Returns}} {{name}}_unguarded({{parameters}})
            {
                {{Body}}
            }
            """);
    }
}

/// <summary>What an exported function does with an exception.</summary>
/// <param name="Exception">How the catch clause calls it, or "" if it does not look at it.</param>
/// <param name="Code">The body of the catch clause.</param>
internal sealed record ExportFailure(string Exception, string Code)
{
    /// <summary>Keeps the message for the thread and returns the status.</summary>
    public static ExportFailure Status { get; } = new(" e", "return LastError.Set(e);");

    /// <summary>A function that returns nothing cannot report a failure.</summary>
    public static ExportFailure Ignored { get; } = new("", "// The function returns nothing, so it cannot report a failure.");

    /// <summary>Keeps the message for the thread and returns NULL.</summary>
    public static ExportFailure Null { get; } = new(" e", "LastError.Set(e);\nreturn null;");

    /// <summary>Returns a constant.</summary>
    public static ExportFailure Constant(string value) => new("", $"return {value};");
}
