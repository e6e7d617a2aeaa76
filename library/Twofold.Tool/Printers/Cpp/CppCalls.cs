using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints what the methods of the classes do: lend, call, take.</summary>
internal static class CppCalls
{
    private const string Scope = "detail::";

    public static IEnumerable<string> All(LibraryModel library) =>
        library.Methods.Select(method => Method(library, method))
            .Prepend(Constructor(library))
            .Concat(library.Events.Select(@event => Listen(library, @event)));

    /// <summary>The function that an event takes.</summary>
    public static string ListenerType(LibraryModel library, EventModel @event) =>
        $"std::function<void({CppTypes.Parameters(library, @event.Parameters).Commas()})>";

    private static string Constructor(LibraryModel library)
    {
        var name = CppNames.Class(library);
        return Definitions(
            library,
            library.Constructor,
            name,
            name,
            new Reply($"::{library.Name} *created = nullptr;", "&created", $"return {name}{{created}};", $"::{library.Name} *created", $"{name}{{created}}"));
    }

    private static string Method(LibraryModel library, MethodModel method)
    {
        var owner = method.Owner is null ? CppNames.Class(library) : CppNames.Type(library, method.Owner.Name);
        return Definitions(library, method, owner, CppTypes.Result(library, method), ReplyOf(library, method));
    }

    private static string Definitions(LibraryModel library, MethodModel method, string owner, string result, Reply? reply)
    {
        var function = $"::{library.Name}_{method.WireName}";
        var name = $"{owner}::{CppNames.Method(method)}";
        var parameters = CppTypes.Parameters(library, method.Parameters).ToList();
        var lent = CppLend.Arguments(library, method).ToList();
        var needsLoan = lent.Any(argument => argument.Contains("loan", StringComparison.Ordinal));
        string[] inputs = method.IsStatic || method == library.Constructor ? [.. lent] : ["handle_.get()", .. lent];
        string[] loan = needsLoan ? ["detail::Loan loan;"] : [];
        string[] sync = reply is null
            ? [.. loan, Check(inputs)]
            : [.. loan, reply.Declaration, Check([.. inputs, reply.Argument]), reply.Return];
        string[] delivered = reply is null ? [] : [reply.Parameter];
        string[] handed = [$"::{library.Name}_status status", .. delivered, "const char *error", "void *call"];
        var taken = reply is null ? "{}" : $"{{ return {reply.Taken}; }}";
        var names = method.Parameters.Select(CppNames.Parameter).ToList();
        return
            $$"""
            inline {{result}} {{name}}({{parameters.Commas()}})
            {
                {{sync.Lines(4)}}
            }

            inline void {{name}}_async({{parameters.Append($"std::function<void(Outcome<{result}>)> callback").Commas()}})
            {
                {{loan.Append($"detail::start<{result}>(std::move(callback), [&](void *user_data) {{").Lines(4)}}
                    return {{function}}(
                        {{inputs.Select(input => $"{input},").Append($"[]({handed.Commas()}) noexcept {{").Lines(12)}}
                            detail::finish<{{result}}>(call, status, error, [&] {{taken}});
                        },
                        user_data);
                });
            }

            inline std::future<{{result}}> {{name}}_async({{parameters.Commas()}})
            {
                return detail::future<{{result}}>([&](auto callback) { {{CppNames.Method(method)}}_async({{names.Append("std::move(callback)").Commas()}}); });
            }
            """;

        string Check(string[] arguments) => $"detail::check({function}_sync({Wrapped(arguments)}));";
    }

    /// <summary>Arguments on one line as long as that can be read.</summary>
    private static string Wrapped(string[] arguments) =>
        arguments.Sum(argument => argument.Length) < 90 ? arguments.Commas() : $"\n    {string.Join(",\n    ", arguments)}";

    private static Reply? ReplyOf(LibraryModel library, MethodModel method)
    {
        if (method.ReplyStruct is { } name)
        {
            var member = new ParameterModel("value", "", method.Result!);
            return Struct(library, name, CppTake.Member(library, member, "reply.value.", Scope), CppTake.Member(library, member, "reply->", Scope));
        }

        return method.Result switch
        {
            null => null,
            { Kind: TypeKind.Record } record => Struct(library, record.Name!, "detail::take(reply.value)", "detail::take(*reply)"),
            { Kind: TypeKind.Text } => new Reply("char *reply = nullptr;", "&reply", "return detail::take_text(reply);", "const char *reply", "std::string{reply}"),
            { Kind: TypeKind.Object } handle => Object(library, handle.Name!),
            { } scalar => new Reply(
                $"{C(library, scalar)} reply{{}};", "&reply", $"return {CppTake.Scalar(library, scalar, "reply")};", $"{C(library, scalar)} reply", CppTake.Scalar(library, scalar, "reply")),
        };
    }

    private static Reply Struct(LibraryModel library, string name, string filled, string lent)
    {
        var type = $"::{CTypes.Name(library, name)}";
        return new Reply($"detail::Reply<{type}> reply{{{type}_free}};", "&reply.value", $"return {filled};", $"const {type} *reply", lent);
    }

    private static Reply Object(LibraryModel library, string name)
    {
        var handle = $"::{CTypes.Name(library, name)} *reply";
        var made = $"{CppNames.Type(library, name)}{{reply}}";
        return new Reply($"{handle} = nullptr;", "&reply", $"return {made};", handle, made);
    }

    private static string C(LibraryModel library, TypeModel scalar) =>
        scalar.Kind == TypeKind.Enum ? $"::{CTypes.Name(library, scalar.Name!)}" : CppTypes.Value(library, scalar);

    private static string Listen(LibraryModel library, EventModel @event)
    {
        var payload = @event.Parameters.Count == 0 ? "" : $"const ::{CTypes.Name(library, @event.EventStruct ?? @event.Single!.Name!)} *event, ";
        string[] arguments = @event switch
        {
            { Parameters.Count: 0 } => [],
            { EventStruct: null } => ["detail::take(*event)"],
            _ => [.. @event.Parameters.Select(parameter => CppTake.Member(library, parameter, "event->", Scope))],
        };
        return
            $$"""
            inline Subscription {{CppNames.Class(library)}}::{{CppNames.Event(@event)}}({{ListenerType(library, @event)}} listener)
            {
                const auto kept = detail::listener(std::move(listener));
                std::uint64_t id = 0;
                detail::check(::{{library.Name}}_add_{{@event.WireName}}_listener(
                    handle_.get(),
                    []({{payload}}void *user_data) noexcept {
                        detail::fire<decltype(listener)>({{new[] { Wrapped(["user_data", .. arguments]) }.Lines(12)}});
                    },
                    kept.get(),
                    &id));
                return Subscription{handle_.get(), id, kept};
            }
            """;
    }

    /// <summary>How a result comes back.</summary>
    /// <param name="Declaration">The variable that a blocking call fills.</param>
    /// <param name="Argument">Its address.</param>
    /// <param name="Return">What makes the result of it.</param>
    /// <param name="Parameter">The parameter of C's callback.</param>
    /// <param name="Taken">The result made of that.</param>
    private sealed record Reply(string Declaration, string Argument, string Return, string Parameter, string Taken);
}
