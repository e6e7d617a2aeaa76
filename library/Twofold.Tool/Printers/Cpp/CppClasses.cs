using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the classes: what a reader looks for. What their methods do stands behind them.</summary>
internal static class CppClasses
{
    public static string Library(LibraryModel library)
    {
        var name = CppNames.Class(library);
        var members = library.Constants.Select(constant => Constant(library, constant))
            .Append(Constructor(library, name))
            .Append(Adoption(library.Name, name))
            .Concat(Methods(library, null))
            .Concat(library.Events.Select(@event => Event(library, @event)))
            .Append("/** Makes the process a server: prints \"listening on ADDRESS\" when ready, returns after SIGINT or SIGTERM. */\nvoid serve(const ServerOptions &options);");
        return Class(name, library.Name, library.Doc, "Its end ends its calls with Status::Cancelled, and waits for callbacks and listeners on other threads.", members);
    }

    public static string Object(LibraryModel library, ObjectModel handle)
    {
        var name = CppNames.Type(library, handle.Name);
        var type = $"{library.Name}_{handle.CName}";
        return Class(name, type, handle.Doc, $"It ends with the {CppNames.Class(library)} that it comes from: then its methods throw Status::InvalidHandle.", Methods(library, handle).Prepend(Adoption(type, name)));
    }

    private static string Class(string name, string handle, string doc, string end, IEnumerable<string> members) =>
        $$"""
        /**
         * {{CTypes.Comment(doc)}}
         * Can be moved, not copied. Every method may throw Error. {{end}}
         */
        class {{name}} {
        public:
            {{members.Paragraphs(4)}}

            /** What the functions of C take; still owned by this object. NULL after a move. */
            ::{{handle}} *native_handle() const noexcept { return handle_.get(); }

        private:
            std::unique_ptr<::{{handle}}, detail::End> handle_;
        };
        """;

    private static string Adoption(string handle, string name) =>
        $"/** Takes over a handle that C functions have made. */\nexplicit {name}(::{handle} *handle) noexcept : handle_{{handle}} {{}}";

    private static string Constructor(LibraryModel library, string name) => Declarations(library, library.Constructor, name);

    private static IEnumerable<string> Methods(LibraryModel library, ObjectModel? owner) =>
        library.Methods.Where(method => method.Owner == owner).Select(method => Declarations(library, method, CppTypes.Result(library, method)));

    private static string Declarations(LibraryModel library, MethodModel method, string result)
    {
        var name = CppNames.Method(method);
        var modifier = method.IsStatic || method == library.Constructor ? "static " : "";
        var parameters = CppTypes.Parameters(library, method.Parameters).ToList();
        return
            $$"""
            {{Doc(method)}}
            {{modifier}}{{result}} {{name}}({{parameters.Commas()}});

            /** The same without waiting: the callback runs once, on this thread or one of the library's. */
            {{modifier}}void {{name}}_async({{parameters.Append($"std::function<void(Outcome<{result}>)> callback").Commas()}});

            /** The same as a future, which must not be waited for in a callback. */
            {{modifier}}std::future<{{result}}> {{name}}_async({{parameters.Commas()}});
            """;
    }

    private static string Event(LibraryModel library, EventModel @event) =>
        $"/** {CTypes.Comment(@event.Doc)} The listener runs on the thread that raises the event, or one of the library's. */\n"
        + $"Subscription {CppNames.Event(@event)}({CppCalls.ListenerType(library, @event)} listener);";

    private static string Constant(LibraryModel library, ConstantModel constant)
    {
        var name = CppNames.Constant(constant);
        var macro = $"{library.Name.ToUpperInvariant()}_{Naming.UpperSnake(constant.Name)}";
        var (type, value) = constant.Kind switch
        {
            TypeKind.Text => ("std::string_view", $"{{{macro}, sizeof {macro} - 1}}"),
            TypeKind.Float32 or TypeKind.Float64 => Float(constant, macro),
            TypeKind.Bool => ("bool", $" = {macro}"),
            _ => ($"std::{constant.Kind.ToString().ToLowerInvariant()}_t", $" = {macro}"),
        };
        return $"/** {CTypes.Comment(constant.Doc)} */\nstatic constexpr {type} {name}{value};";
    }

    /// <summary>What is not finite has no literal, and C's expressions for it are not constant in C++.</summary>
    private static (string Type, string Value) Float(ConstantModel constant, string macro)
    {
        var type = constant.Kind == TypeKind.Float32 ? "float" : "double";
        return (type, constant.Value switch
        {
            "NaN" => $" = std::numeric_limits<{type}>::quiet_NaN()",
            "Infinity" => $" = std::numeric_limits<{type}>::infinity()",
            "-Infinity" => $" = -std::numeric_limits<{type}>::infinity()",
            _ => $" = {macro}",
        });
    }

    private static string Doc(MethodModel method)
    {
        var lines = new[] { CTypes.Comment(method.Doc) }
            .Concat(method.Parameters.Where(parameter => parameter.Doc.Length > 0).Select(parameter => $"@param {CppNames.Parameter(parameter)} {CTypes.Comment(parameter.Doc)}"))
            .Concat(method.ResultDoc.Length > 0 ? [$"@return {CTypes.Comment(method.ResultDoc)}"] : [])
            .Where(line => line.Length > 0)
            .ToList();
        return lines.Count switch
        {
            0 => "/** Waits for the result. */",
            1 => $"/** {lines[0]} */",
            _ => $"/**\n{lines.Select(line => $" * {line}").Lines(0)}\n */",
        };
    }
}
