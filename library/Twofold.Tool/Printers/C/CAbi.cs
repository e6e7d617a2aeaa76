using Twofold.Model.Abi;
using Twofold.Model.Naming;
using Twofold.Printing;

namespace Twofold.Tool.Printers.C;

/// <summary>Prints the enums and the options that every library has.</summary>
internal static class CAbi
{
    /// <summary>The statuses.</summary>
    public static string Statuses(CNames names) => Source.Code(
        $$"""
        /** How a call ended: the same numbers on the wire. */
        typedef int32_t {{names.Status}};
        enum {
            {{Enumerators(Model.Abi.Statuses.All.Select(status => ($"{names.Upper}_{status.UpperName}", status.Value, status.Doc)))}}
        };
        """);

    /// <summary>The log levels.</summary>
    public static string LogLevels(CNames names) => Source.Code(
        $$"""
        /** The severity of a log line; each level includes the levels before it. */
        typedef int32_t {{names.Prefix}}_log_level;
        enum {
            {{Enumerators(Model.Abi.LogLevels.All.Select(level => ($"{names.Upper}_LOG_{Names.UpperSnake(level.Name)}", level.Value, level.Doc)))}}
        };
        """);

    /// <summary>The transports.</summary>
    public static string Transports(CNames names) => Source.Code(
        $$"""
        /** How a server moves bytes between sockets and the library. */
        typedef enum {{names.Prefix}}_transport {
            {{Enumerators(Model.Abi.Transports.All.Select(transport => (Transport(names, transport), transport.Value, transport.Doc)))}}
        } {{names.Prefix}}_transport;
        """);

    /// <summary>The struct of the server options, and its initial value.</summary>
    public static string ServerOptions(CNames names)
    {
        var type = $"{names.Prefix}_server_options";
        var fields = Model.Abi.ServerOptions.All
            .Select(option => new Documented($"{OptionType(names, option.Kind).Declare(option.CName)};", OptionText.Doc(option)))
            .Prepend(new Documented("size_t size;", $"sizeof({type}), which {names.Upper}_SERVER_OPTIONS_INIT sets."));
        var values = Model.Abi.ServerOptions.All.Select(option => InitialValue(names, option.Kind)).Prepend($"sizeof({type})");
        return Source.Code(
            $$"""
            /** What a server listens on, and its limits. A field that is 0 or NULL has its default. */
            typedef struct {{type}} {
                {{Columns.Align(fields)}}
            } {{type}};

            /** The initial value of the options: all defaults. Set the address. */
            #define {{names.Upper}}_SERVER_OPTIONS_INIT {{{values.Commas()}}}
            """);
    }

    /// <summary>The enumerator of a transport.</summary>
    public static string Transport(CNames names, TransportModel transport) => $"{names.Upper}_TRANSPORT_{Names.UpperSnake(transport.Name)}";

    private static IEnumerable<string> Enumerators(IEnumerable<(string Name, int Value, string Doc)> members)
    {
        var all = members.ToList();
        return Columns.Align(all.Select((member, index) => new Documented($"{member.Name} = {member.Value}{(index + 1 < all.Count ? "," : "")}", member.Doc)));
    }

    private static Spelling OptionType(CNames names, OptionKind kind) => kind switch
    {
        OptionKind.Text => Spelling.PointerTo("const char"),
        OptionKind.Switch => Spelling.Value("bool"),
        OptionKind.Transport => Spelling.Value($"{names.Prefix}_transport"),
        _ => Spelling.Value("uint32_t"),
    };

    private static string InitialValue(CNames names, OptionKind kind) => kind switch
    {
        OptionKind.Text => "NULL",
        OptionKind.Switch => "false",
        OptionKind.Transport => Transport(names, Model.Abi.Transports.All[0]),
        _ => "0",
    };
}
