using Twofold.Model.Abi;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the parts of the C codec's frames that Twofold.Model.Abi defines: limits, statuses and control methods.</summary>
internal static class CborFrames
{
    /// <summary>The macros that the functions for frames use.</summary>
    public static string Macros(CNames names) => Source.Code(
        $$"""
        /* ---- frames: [u32 size][method][u32 size][CBOR] and [i32 status][u32 size][body], big-endian ---- */

        /** Longest method name in a request, in bytes. */
        #define {{names.Upper}}_FRAME_MAX_METHOD {{Default("MaxMethodBytes")}}u
        /** Largest payload of a request and largest body of a reply, in bytes. */
        #define {{names.Upper}}_FRAME_MAX_PAYLOAD {{Default("MaxPayloadBytes")}}u
        /** Size of the header of a reply, in bytes. */
        #define {{names.Upper}}_FRAME_REPLY_HEAD 8u
        /** Status of a frame that is not a reply: an event, sent only on connections that have subscribed to it. */
        #define {{names.Upper}}_FRAME_EVENT ({{Statuses.Event}})
        """);

    /// <summary>The functions that write a control method's request, and the names of the statuses.</summary>
    public static string Functions(CNames names)
    {
        var n = names.Prefix;
        return ControlMethods.All.Select(method => ControlMethod(n, method)).Append(Source.Code(
            $$"""
            /** The name of a status, for programs that do not link the library; "UNKNOWN" if there is no such status. */
            static inline const char *{{n}}_frame_status_name(int32_t status)
            {
                switch (status) {
                {{Statuses.All.Select(status => $"case {status.Value}: return \"{status.UpperName}\";")}}
                default: return "UNKNOWN";
                }
            }
            """)).Paragraphs();
    }

    private static string ControlMethod(string n, ControlMethodModel method)
    {
        var argument = method.Argument?.Kind switch
        {
            ControlArgumentKind.EventName or ControlArgumentKind.OptionalText => $", const char *{method.Argument.Key}",
            ControlArgumentKind.Handle => $", uint64_t {method.Argument.Key}",
            _ => "",
        };
        var write = method.Argument?.Kind == ControlArgumentKind.Handle ? "write_uint" : "write_text";
        var member = method.Argument is null
            ? ""
            : $"{n}_cbor_write_key(writer, \"{method.Argument.Key}\");\n{n}_cbor_{write}(writer, {method.Argument.Key});";
        var (count, note) = (method.Argument is null ? "0" : "1", "");
        if (method.Argument?.Kind == ControlArgumentKind.OptionalText)
        {
            (count, note) = ($"{method.Argument.Key} != NULL ? 1 : 0", $" {method.Argument.Key} may be NULL.");
            member = Source.Code(
                $$"""
                if ({{method.Argument.Key}} != NULL) {
                    {{member}}
                }
                """);
        }

        return Source.Code(
            $$"""
            /** Writes a frame that calls {{method.WireName}}: {{Words.Uncapitalized(method.Doc)}}{{note}} */
            static inline void {{n}}_frame_{{method.Name}}({{n}}_cbor_writer *writer{{argument}})
            {
                {{n}}_frame_begin_request(writer, "{{method.WireName}}");
                {{n}}_cbor_write_map(writer, {{count}});
                {{member}}
                {{n}}_frame_end(writer);
            }
            """);
    }

    private static long Default(string option) => ServerOptions.Named(option).Default;
}
