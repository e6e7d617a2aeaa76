using Twofold.Model.Types;
using Twofold.Printing;
using Twofold.Tool.Printers;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints the program that runs the table natively: a file for each feature, and one that calls them all.</summary>
internal sealed class CProgram(CNames names, IReadOnlyList<Case> cases)
{
    private readonly CSame _same = new(names);
    private readonly CShapes _shapes = new(names);

    /// <summary>The names and the texts of the files.</summary>
    public IEnumerable<(string Name, string Text)> Files()
    {
        var features = cases.GroupBy(item => item.Feature).ToList();
        foreach (var feature in features)
            yield return ($"cases_{feature.Key}.c", Feature(feature.Key, [.. feature]));

        yield return ("same.h", _same.Declarations());
        yield return ("same.c", _same.Definitions());
        yield return ("shapes.h", _shapes.Declarations());
        yield return ("shapes.c", _shapes.Definitions());
        yield return ("main.c", Main(features.Select(feature => feature.Key).ToList()));
    }

    private string Feature(string feature, List<Case> rows)
    {
        var n = names.Prefix;
        var printed = rows.Select((row, index) => Function(row, index + 1)).ToList();
        return
            Source.Code($$"""
            /* Printed from cases/{{feature}}.json; do not edit. */
            #include <{{n}}.h>
            #include <{{n}}_cbor.h>
            #include <math.h>
            #include <string.h>

            #include "check.h"
            #include "codec.h"
            #include "outcome.h"
            #include "same.h"

            void cases_{{feature}}({{n}} *context);

            {{printed.Paragraphs()}}

            void cases_{{feature}}({{n}} *context)
            {
                {{rows.Select((row, index) => row.IsSingle ? $"case_{index + 1}(context);" : $"case_{index + 1}();").Prepend("(void)context;")}}
            }

            """);
    }

    private string Function(Case row, int number)
    {
        try
        {
            return row.IsSingle ? Single(row, number) : Several(row, number);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{row}: {e.Message}", e);
        }
    }

    private string Single(Case row, int number)
    {
        var call = new CCall(names, _same, row.Calls[0], $"{number}", row.ToString(), new Dictionary<string, string>()).Print(Forms.Blocking | Forms.Callback | Forms.Cbor | Forms.Codec);
        var needsOutcome = call.Inside.Any(block => block.Contains("&outcome", StringComparison.Ordinal));
        return
            Source.Code($$"""
            /* {{Comment.Text(row.Name)}} */
            {{call.Outside.Paragraphs()}}

            static void case_{{number}}({{names.Prefix}} *context)
            {
                {{call.Inside.Prepend(needsOutcome ? "outcome outcome;\n(void)context;" : "(void)context;")}}
            }
            """);
    }

    /// <summary>A case of several calls gets its own object, and a new one for each form.</summary>
    private string Several(Case row, int number)
    {
        var forms = new[] { Forms.Blocking, Forms.Callback, Forms.Cbor, Forms.Codec };
        return
            Source.Code($$"""
            /* {{Comment.Text(row.Name)}} */
            {{forms.Select(form => Several(row, $"{number}_{form.ToString().ToLowerInvariant()}", form)).Paragraphs()}}

            static void case_{{number}}(void)
            {
                {{forms.Select(form => $"case_{number}_{form.ToString().ToLowerInvariant()}();")}}
            }
            """);
    }

    /// <summary>Objects that the calls create are released at the end, unless a call releases them.</summary>
    private string Several(Case row, string id, Forms form)
    {
        var n = names.Prefix;
        var objects = row.Calls.Where(call => call.Keep is not null).ToDictionary(call => call.Keep!, call => names.Type(ObjectOf(call)));
        var calls = row.Calls.Select((call, index) => new CCall(names, _same, call, $"{id}_{index + 1}", $"{row}: {index + 1}, {call.Method}", objects).Print(form)).ToList();
        return
            Source.Code($$"""
            {{calls.SelectMany(call => call.Outside).Paragraphs()}}

            static void case_{{id}}(void)
            {
                {{objects.Select(item => $"{item.Value} *{item.Key} = NULL;").Prepend($"{n} *context = NULL;").Concat(form == Forms.Blocking ? [] : ["outcome outcome;"])}}
                CHECK({{CLiterals.Text($"{row}: an object")}}, {{n}}_create_sync(&context) == {{n.ToUpperInvariant()}}_OK);
                {{calls.SelectMany(call => call.Inside)}}
                {{objects.Select(item => $"{item.Value}_release({item.Key});").Append($"{n}_destroy(context);")}}
            }
            """);
    }

    private string ObjectOf(Call call) => ((ObjectType)names.Library.Methods.Single(method => method.WireName == call.Method).Result!).Name;

    private string Main(List<string> features) =>
        Source.Code($$"""
        /* Runs every case of the table. Printed; do not edit. */
        #include <{{names.Prefix}}.h>

        #include "check.h"

        {{features.Select(feature => $"void cases_{feature}({names.Prefix} *context);")}}

        int main(void)
        {
            {{names.Prefix}} *context = NULL;
            if (!CHECK("create", {{names.Prefix}}_create_sync(&context) == {{names.Upper}}_OK))
                return check_summary();

            {{features.Select(feature => $"cases_{feature}(context);")}}
            CHECK("destroy", {{names.Prefix}}_destroy(context) == {{names.Upper}}_OK);
            return check_summary();
        }

        """);
}
