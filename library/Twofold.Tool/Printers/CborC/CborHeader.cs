using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the header of the CBOR ABI, with the codec for C in it.</summary>
internal static class CborHeader
{
    public static string Print(LibraryModel library)
    {
        var n = library.Name;
        var upper = n.ToUpperInvariant();
        var callback = $"const uint8_t *request, size_t size, {n}_cbor_callback callback, void *user_data";
        return
            $$"""
            /*
             * {{n}} {{library.Version}} as CBOR: the same methods, for bytes that cross to another process or machine.
             * Printed by Twofold.Bindings from the library itself; do not edit.
             *
             * The first part needs the library. The others are header-only, which is all that a client over a socket needs: a
             * writer and a reader, and behind them what writes and reads the structs of {{n}}.h.
             */
            #ifndef {{upper}}_CBOR_H
            #define {{upper}}_CBOR_H

            #include "{{n}}.h"

            #ifdef __cplusplus
            extern "C" {
            #endif

            /** Gets CBOR if the status is OK, else UTF-8 text of that size; valid during the call. */
            typedef void (*{{n}}_cbor_callback)({{n}}_status status, const uint8_t *body, size_t size, void *user_data);

            /*
             * A request is one CBOR map whose keys are the parameters' names; the shapes are in {{n}}.cddl.
             * Returns OK: the callback fires, exactly once. Anything else: it never fires, and {{n}}_last_error() says why.
             */

            {{library.Methods.Select(method => $"/** {CTypes.Comment(method.Doc)} */\n{CTypes.Api(library)} {n}_status {n}_{method.WireName}_cbor({(method.IsStatic ? "" : $"{CTypes.HandleOf(library, method)} *handle, ")}{callback});").Paragraphs(0)}}

            /** Any of these by its name on the wire, which need not end with a NUL. */
            {{CTypes.Api(library)}} {{n}}_status {{n}}_call_cbor({{n}} *handle, const char *method, size_t method_size, {{callback}});

            /** Gets an event's payload; valid during the call. */
            typedef void (*{{n}}_cbor_listener)(const uint8_t *payload, size_t size, void *user_data);

            /** Adds a listener by the event's name: {{library.Events.Select(@event => @event.WireName).Commas()}}. */
            {{CTypes.Api(library)}} {{n}}_status {{n}}_add_listener_cbor({{n}} *handle, const char *event, {{n}}_cbor_listener listener, void *user_data, uint64_t *listener_id);

            #ifdef __cplusplus
            }
            #endif

            {{CborCodec.Print(library)}}

            /*
             * ---- the structs of {{n}}.h as CBOR ----
             *
             * The same struct goes to a call in process or into a request. What is read into one points into the reader's memory
             * and ends with that: it is never given to a _free of {{n}}.h. What could not be read is zeros.
             */

            {{CborTypes.Print(library)}}

            /* ---- calls and events ---- */

            {{CborCalls.Print(library)}}

            #endif

            """;
    }
}
