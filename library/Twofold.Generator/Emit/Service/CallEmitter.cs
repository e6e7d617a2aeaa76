using Twofold.Generator.Emit.Cbor;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Service;

/// <summary>Prints a struct for each method that holds its arguments, reads them, and calls the method.</summary>
internal static class CallEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Methods.Prepend(library.Constructor).Select(method => Call(library, method)).Paragraphs();

    /// <summary>The target of a call: the class, or nothing for a static method.</summary>
    public static string TargetOf(LibraryModel library, MethodModel method) =>
        method.IsStatic && method != library.Constructor ? "object" : method.Owner?.FullName ?? GeneratedNames.Class(library);

    /// <summary>The result type of a call.</summary>
    public static string ResultOf(LibraryModel library, MethodModel method) =>
        method == library.Constructor ? GeneratedNames.Class(library) : method.Result?.CSharp ?? "Unit";

    private static string Call(LibraryModel library, MethodModel method)
    {
        var target = TargetOf(library, method);
        var result = ResultOf(library, method);
        var name = GeneratedNames.Call(method);
        return Source.Code(
            $$"""
            /// <summary>A call of <c>{{method.Owner?.Name ?? library.ClassName}}.{{method.Name}}</c>.</summary>
            internal readonly struct {{name}}({{method.Parameters.Select(parameter => $"{parameter.Type.CSharp} {GeneratedNames.Local(parameter)}"):commas}}) : ICall<{{target}}, {{result}}>, ICborCall<{{name}}>
            {
                public static bool ReturnsObject => {{(ReturnsObject(library, method) ? "true" : "false")}};

                public {{(IsAwaited(library, method) ? "async " : "")}}ValueTask<{{result}}> Invoke({{target}} target, CancellationToken cancel){{Invoke(library, method)}}

                public long Weigh() => {{SizeEmitter.Arguments(method)}};

                public static int LargestRecord => {{SizeEmitter.LargestRecord(library, method)}};

                public static int LargestItem => {{SizeEmitter.LargestItem(library, method)}};

                {{MapEmitter.Read(name, method.Parameters, $"reader.End();\nreturn new {name}({method.Parameters.Select(GeneratedNames.Local).Commas()});")}}
            }
            """);
    }

    private static bool ReturnsObject(LibraryModel library, MethodModel method) => method == library.Constructor || method.Result?.Required is ObjectType;

    private static bool IsVoid(LibraryModel library, MethodModel method) => method.Result is null && method != library.Constructor;

    private static bool IsAwaited(LibraryModel library, MethodModel method) => IsVoid(library, method) && method.Return != ReturnKind.Direct;

    private static string Invoke(LibraryModel library, MethodModel method)
    {
        var arguments = method.Parameters.Select(GeneratedNames.Local).Concat(method.TakesCancellation ? ["cancel"] : []).Commas();
        var call = $"{(method.IsStatic ? GeneratedNames.Class(library) : "target")}.{GeneratedNames.Identifier(method.Name)}({arguments})";
        return (method.Return, IsVoid(library, method)) switch
        {
            (ReturnKind.ValueTask, false) => $" => {call};",
            (_, false) => $" => new({call});",
            (ReturnKind.Direct, true) => $"\n{{\n    {call};\n    return default;\n}}",
            (_, true) => $"\n{{\n    await {call};\n    return default;\n}}",
        };
    }
}
