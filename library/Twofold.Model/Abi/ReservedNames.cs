using System.Collections.Generic;
using System.Linq;

namespace Twofold.Model.Abi;

/// <summary>Names that generated C code reserves, without the prefix of the library.</summary>
public static class ReservedNames
{
    /// <summary>Names with this beginning belong to the codec or to code generated for it.</summary>
    public const string CodecPrefix = "cbor_";

    /// <summary>Parameters that generated C functions have in addition to the author's.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["handle", "reply", "created", "callback", "user_data"];

    /// <summary>The functions, types and macros that every library has, without its prefix.</summary>
    public static IReadOnlyList<string> Functions { get; } =
    [
        "abi_version", "status_name", "last_error", "string_free", "destroy", "call_cbor", "cbor_callback", "cbor_listener",
        "add_listener_cbor", "remove_listener", "listener_lost", "server", "server_options", "server_start", "server_address",
        "server_stop", "serve", "status", "api", "h", "cbor_h", "server_options_init", "transport", "set_log", "log_level", "log_callback",
        .. Transports.All.Select(transport => $"transport_{transport.Flag}"),
        .. LogLevels.All.Select(level => $"log_{level.Name.ToLowerInvariant()}"),
        .. Statuses.All.Select(status => Naming.Names.Snake(status.Name)),
    ];

    /// <summary>The names of the C codec for frames, without the prefix of the library.</summary>
    public static IReadOnlyList<string> Frames { get; } =
    [
        "frame_max_method", "frame_max_payload", "frame_reply_head", "frame_event", "frame_put_u32", "frame_get_u32", "frame_begin_request",
        "frame_begin_reply", "frame_end", "frame_write_event",
        "frame_read_event", "frame_parse_reply", "frame_state", "frame_partial", "frame_complete", "frame_method_too_long",
        "frame_payload_too_large", "frame_request", "frame_parse_request", "frame_parse_request_within", "frame_status_name",
        .. ControlMethods.All.Select(method => $"frame_{method.Name}"),
    ];

    /// <summary>All of these names, without the prefix of the library.</summary>
    public static IEnumerable<string> Symbols => Functions.Concat(Frames);
}
