using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Native;

/// <summary>
/// An exported function: a try/catch around a body that is not inlined. The first export that a process calls must not have a stack
/// buffer in its own frame, or the process ends.
/// </summary>
/// <param name="Symbol">Its C name, without the prefix of the library.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">What it does.</param>
internal sealed record Export(string Symbol, IReadOnlyList<ExportParameter> Parameters, string Body)
{
    /// <summary>What it returns.</summary>
    public string Returns { get; init; } = "Status";

    /// <summary>How it handles an exception.</summary>
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

/// <summary>How an exported function handles an exception.</summary>
/// <param name="Exception">The name of the exception in the catch clause, or "" if it is not used.</param>
/// <param name="Code">The body of the catch clause.</param>
internal sealed record ExportFailure(string Exception, string Code)
{
    /// <summary>Stores the message as the thread's last error and returns the status.</summary>
    public static ExportFailure Status { get; } = new(" e", "return LastError.Set(e);");

    /// <summary>A function that returns nothing cannot report a failure.</summary>
    public static ExportFailure Ignored { get; } = new("", "// The function returns nothing, so it cannot report a failure.");

    /// <summary>Stores the message as the thread's last error and returns NULL.</summary>
    public static ExportFailure Null { get; } = new(" e", "LastError.Set(e);\nreturn null;");

    /// <summary>Returns a constant.</summary>
    public static ExportFailure Constant(string value) => new("", $"return {value};");
}
