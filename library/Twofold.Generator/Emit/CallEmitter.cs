using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Prints a struct for each method: its arguments, how they are read, and how the method is called.</summary>
internal static class CallEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Methods.Prepend(library.Constructor).Select(method => Call(library, method)).Paragraphs(0);

    /// <summary>What a call is started on: the class, or nothing.</summary>
    public static string TargetOf(LibraryModel library, MethodModel method) =>
        method.IsStatic && method != library.Constructor ? "object" : method.Owner?.FullName ?? Class(library);

    /// <summary>What a call results in.</summary>
    public static string ResultOf(LibraryModel library, MethodModel method) =>
        method == library.Constructor ? Class(library) : method.Result?.Declared ?? "Unit";

    /// <summary>The author's class.</summary>
    public static string Class(LibraryModel library) => $"global::{(library.Namespace.Length == 0 ? "" : library.Namespace + ".")}{library.ClassName}";

    private static string Call(LibraryModel library, MethodModel method)
    {
        var target = TargetOf(library, method);
        var result = ResultOf(library, method);
        var name = $"{method.Stem}Call";
        var parameters = method.Parameters.Select(parameter => $"{parameter.Type.Declared} {CborEmitter.Local(parameter)}").Commas();
        return
            $$"""
            /// <summary>A call of <c>{{method.Owner?.Name ?? library.ClassName}}.{{method.Name}}</c>.</summary>
            internal readonly struct {{name}}({{parameters}}) : ICall<{{target}}, {{result}}>, ICborCall<{{name}}>
            {
                public {{(IsVoid(library, method) && method.Return != ReturnKind.Direct ? "async " : "")}}ValueTask<{{result}}> Invoke({{target}} target, CancellationToken cancel){{Invoke(library, method)}}

                {{CborEmitter.Read(name, method.Parameters, ["reader.End();", $"return new {name}({method.Parameters.Select(CborEmitter.Local).Commas()});"]).Split('\n').Lines(4)}}
            }
            """;
    }

    private static bool IsVoid(LibraryModel library, MethodModel method) => method.Result is null && method != library.Constructor;

    private static string Invoke(LibraryModel library, MethodModel method)
    {
        var arguments = method.Parameters.Select(CborEmitter.Local).Concat(method.TakesCancellation ? ["cancel"] : []).Commas();
        var call = $"{(method.IsStatic ? Class(library) : "target")}.{method.Name}({arguments})";
        return (method.Return, IsVoid(library, method)) switch
        {
            (ReturnKind.ValueTask, false) => $" => {call};",
            (_, false) => $" => new({call});",
            (ReturnKind.Direct, true) => $"\n    {{\n        {call};\n        return default;\n    }}",
            (_, true) => $"\n    {{\n        await {call};\n        return default;\n    }}",
        };
    }
}
