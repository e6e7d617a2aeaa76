using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the bodies of the methods: convert the arguments, call, convert the result.</summary>
internal static class CppCalls
{
    private const string Scope = "detail::";

    public static IEnumerable<string> All(CppNames names) =>
        names.Library.Methods.Select(method => Method(names, method))
            .Prepend(Definitions(names, names.Library.Constructor, names.Class, CppResult.OfConstructor(names)))
            .Concat(names.Library.Events.Select(@event => Listen(names, @event)));

    /// <summary>The function that an event takes.</summary>
    public static string ListenerType(CppNames names, EventModel @event) =>
        $"std::function<void({CppParameters.Of(names, @event.Parameters).Commas()})>";

    private static string Method(CppNames names, MethodModel method) =>
        Definitions(names, method, new CppTypes(names).Result(method), CppResult.Of(names, method));

    private static string Definitions(CppNames names, MethodModel method, string result, CppResult? reply)
    {
        var function = $"::{names.C.Method(method)}";
        var owner = names.Owner(method);
        var parameters = CppParameters.Of(names, method.Parameters).ToList();
        var arguments = CppToNative.Arguments(names, method).ToList();
        var hasHandle = !method.IsStatic && method != names.Library.Constructor;
        string[] inputs = [.. hasHandle ? new[] { "this->native_handle()" } : [], .. arguments.Select(argument => argument.Code)];
        string[] filled = reply is null ? inputs : [.. inputs, reply.Argument];
        string[] delivered = reply is null ? [] : [reply.Parameter];
        string[] callback = [$"::{names.C.Status} status", .. delivered, "const char *error", "void *call"];
        var arena = arguments.Any(argument => argument.UsesArena) ? "detail::call_arena arena;" : "";
        var given = method.Parameters.Select(CppNames.Parameter).Append("std::move(callback)");
        return Source.Code(
            $$"""
            inline {{result}} {{owner}}::{{names.Method(method)}}({{parameters.Commas()}})
            {
                {{arena}}
                {{reply?.Declaration}}
                detail::check({{function}}_sync({{Wrapped(filled)}}));
                {{(reply is null ? "" : $"return {reply.Return};")}}
            }

            inline void {{owner}}::{{names.Async(method)}}({{parameters.Append($"std::function<void(Outcome<{result}>)> callback").Commas()}})
            {
                {{arena}}
                detail::start<{{result}}>(std::move(callback), [&](void *user_data) {
                    return {{function}}(
                        {{inputs.Select(input => $"{input},")}}
                        []({{callback.Commas()}}) noexcept {
                            detail::finish<{{result}}>(call, status, error, [&] {{(reply is null ? "{}" : $"{{ return {reply.Delivered}; }}")}});
                        },
                        user_data);
                });
            }

            inline std::future<{{result}}> {{owner}}::{{names.Async(method)}}({{parameters.Commas()}})
            {
                return detail::future<{{result}}>([&](auto callback) { {{(hasHandle ? "this->" : "")}}{{names.Async(method)}}({{given.Commas()}}); });
            }
            """);
    }

    /// <summary>Arguments on one line, unless the line becomes too long.</summary>
    private static string Wrapped(string[] arguments) =>
        arguments.Sum(argument => argument.Length) < 90 ? arguments.Commas() : $"\n    {string.Join(",\n    ", arguments)}";

    private static string Listen(CppNames names, EventModel @event)
    {
        var payload = @event.PayloadStruct is { } type ? $"const ::{names.C.Type(type)} *event, " : "";
        string[] arguments = @event switch
        {
            { PayloadStruct: null } => [],
            { EventStruct: null } => ["detail::from_native(*event)"],
            _ => [.. @event.Parameters.Select(parameter => CppFromNative.Member(names, parameter, "event->", Scope))],
        };
        return Source.Code(
            $$"""
            inline Subscription {{names.Class}}::{{names.Event(@event)}}({{ListenerType(names, @event)}} listener)
            {
                const auto kept = detail::make_listener(std::move(listener));
                std::uint64_t id = 0;
                detail::check(::{{names.C.Prefix}}_add_{{@event.WireName}}_listener(
                    handle_.get(),
                    []({{payload}}void *user_data) noexcept {
                        detail::fire<decltype(listener)>({{Wrapped(["user_data", .. arguments])}});
                    },
                    kept.get(),
                    &id));
                return Subscription{handle_.get(), id, kept};
            }
            """);
    }
}
