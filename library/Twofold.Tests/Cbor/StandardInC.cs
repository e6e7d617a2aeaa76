extern alias tool;
using MyTimerLibrary;
using tool::Twofold.Printing;
using Twofold.Cbor;
using Twofold.Generated.my_timer;
using Twofold.Tests.Support;
using Twofold.Tool;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.Cbor;

/// <summary>Prints the tables of these specs in C, with the reader's error messages, so that both codecs use one source.</summary>
internal static class StandardInC
{
    public static string Print() => Source.Code(
        $$"""
        /* The tables of library/Twofold.Tests/Cbor, with the error messages of the reader in C#. Printed by ./just snapshots; do not edit. */
        #ifndef STANDARD_H
        #define STANDARD_H

        /* The examples of RFC 8949, appendix A: encoded, and in diagnostic notation. */
        static const struct {
            const char *hex, *meaning;
        } EXAMPLES[] = {
            {{AppendixA.Items.Select(item => Row(item.Hex, item.Meaning))}}
        };

        /* The malformed items of appendix F.1: encoded, the kind of error, and the error message. */
        static const struct {
            const char *hex, *fault, *error;
        } MALFORMED[] = {
            {{AppendixF.All().Select(row => Row(row.Data.Item1, row.Data.Item2, ErrorOf(row.Data.Item1)))}}
        };

        /* Documents that are not a valid my_timer_complex_request, with the error message. */
        static const struct {
            const char *what, *hex, *error;
        } REFUSED[] = {
            {{RefusedRequests.All.Select(request => Row(request.What, request.Hex, RequestErrorOf(request.Hex)))}}
        };

        /* Unusual encodings of a my_timer_complex_request, and the encoding that our writer produces. */
        static const struct {
            const char *what, *hex, *again;
        } ACCEPTED[] = {
            {{AcceptedRequests.All.Select(request => Row(request.What, request.Hex, request.Again))}}
        };

        /* Numbers by the type that reads them: the encoding that our writer produces, or NULL and the error message. */
        static const struct {
            const char *type, *hex, *again, *error;
        } NUMBERS[] = {
            {{NumberReads.All.Select(NumberRow)}}
        };

        #endif

        """);

    private static string ErrorOf(string hex)
    {
        var reader = new CborReader(Wire.Hex(hex));
        reader.Skip();
        reader.End();
        return reader.Error;
    }

    private static string RequestErrorOf(string hex)
    {
        var reader = new CborReader(Wire.Hex(hex));
        ComplexRequestCodec.Read(ref reader);
        reader.End();
        return reader.Error;
    }

    private static string NumberRow(NumberRead read)
    {
        var (again, error) = NumberReads.Read(read.Type, read.Hex);
        return again is null
            ? $"{{{Literal(read.Type)}, {Literal(read.Hex)}, NULL, {Literal(error)}}},"
            : Row(read.Type, read.Hex, again, "");
    }

    private static string Literal(string text) => CLiterals.Text(text);

    private static string Row(params string[] texts) => $"{{{texts.Select(Literal).Commas()}}},";
}
