using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the classes as their users read them. The bodies of their methods come after them.</summary>
internal static class CppClasses
{
    public static string Library(CppNames names)
    {
        var library = names.Library;
        var members = library.Constants.Select(constant => CppConstants.Print(names, constant))
            .Append(Declarations(names, library.Constructor, names.Class))
            .Append(Adoption(library.Name, names.Class))
            .Concat(Methods(names, null))
            .Concat(library.Events.Select(@event => Event(names, @event)))
            .Append("/** Runs a server in this process: prints \"listening on ADDRESS\" when it is ready, returns after SIGINT or SIGTERM. */\nvoid serve(const ServerOptions &options);");
        return Class(names.Class, library.Name, library.Doc, "Its destructor ends its calls with Status::Cancelled, and waits for callbacks and listeners on other threads.", members);
    }

    public static string Object(CppNames names, ObjectModel handle)
    {
        var name = names.Type(handle.Name);
        var type = names.C.Handle(handle);
        return Class(
            name, type, handle.Doc, $"It ends with the {names.Class} that it comes from: then its methods throw Status::InvalidHandle.", Methods(names, handle).Prepend(Adoption(type, name)));
    }

    private static string Class(string name, string handle, string doc, string end, IEnumerable<string> members) => Source.Code(
        $$"""
        /**
        {{(doc.Length == 0 ? "" : $" * {Comment.Text(doc)}")}}
         * Can be moved, not copied. Every method can throw Error. {{end}}
         */
        class {{name}} {
        public:
            {{members.Paragraphs()}}

            /** The handle for the functions of C; still owned by this object. NULL after a move. */
            ::{{handle}} *native_handle() const noexcept { return handle_.get(); }

        private:
            std::unique_ptr<::{{handle}}, detail::deleter> handle_;
        };
        """);

    private static string Adoption(string handle, string name) =>
        $"/** Takes over a handle from the functions of C. */\nexplicit {name}(::{handle} *handle) noexcept : handle_{{handle}} {{}}";

    private static IEnumerable<string> Methods(CppNames names, ObjectModel? owner) =>
        names.Library.Methods.Where(method => method.Owner == owner).Select(method => Declarations(names, method, new CppTypes(names).Result(method)));

    private static string Declarations(CppNames names, MethodModel method, string result)
    {
        var modifier = method.IsStatic || method == names.Library.Constructor ? "static " : "";
        var parameters = CppParameters.Of(names, method.Parameters).ToList();
        return Source.Code(
            $$"""
            {{Doc(method)}}
            {{modifier}}{{result}} {{names.Method(method)}}({{parameters.Commas()}});

            /** The same without blocking: the callback runs once, on this thread or on a thread of the library. */
            {{modifier}}void {{names.Async(method)}}({{parameters.Append($"std::function<void(Outcome<{result}>)> callback").Commas()}});

            /** The same as a future. Do not wait for it in a callback. */
            {{modifier}}std::future<{{result}}> {{names.Async(method)}}({{parameters.Commas()}});
            """);
    }

    private static string Event(CppNames names, EventModel @event)
    {
        var doc = $"{@event.Doc} The listener runs on the thread that raises the event, or on a thread of the library.".TrimStart();
        return $"/** {Comment.Text(doc)} */\nSubscription {names.Event(@event)}({CppCalls.ListenerType(names, @event)} listener);";
    }

    private static string Doc(MethodModel method)
    {
        var lines = new[] { Comment.Text(method.Doc) }
            .Concat(method.Parameters.Where(parameter => parameter.Doc.Length > 0).Select(parameter => $"@param {CppNames.Parameter(parameter)} {Comment.Text(parameter.Doc)}"))
            .Concat(method.ResultDoc.Length > 0 ? [$"@return {Comment.Text(method.ResultDoc)}"] : [])
            .Where(line => line.Length > 0)
            .ToList();
        return lines.Count switch
        {
            0 => "/** Blocks until the result is there. */",
            1 => $"/** {lines[0]} */",
            _ => $"/**\n{lines.Select(line => $" * {line}").Lines()}\n */",
        };
    }
}
