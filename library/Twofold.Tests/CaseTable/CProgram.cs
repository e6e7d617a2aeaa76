using Twofold.Bindings;
using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints the program that runs the table natively: a file for each feature, and one that calls them all.</summary>
internal sealed class CProgram(LibraryModel library, IReadOnlyList<Case> cases)
{
    private readonly CSame _same = new(library);
    private readonly CShapes _shapes = new(library);

    /// <summary>The names and the texts of the files.</summary>
    public IEnumerable<(string Name, string Text)> Files()
    {
        var features = cases.GroupBy(item => item.Feature).ToList();
        foreach (var feature in features)
            yield return ($"cases_{feature.Key}.c", Feature(feature.Key, [.. feature]));

        yield return ("same.h", _same.Header());
        yield return ("same.c", _same.Source());
        yield return ("shapes.h", _shapes.Header());
        yield return ("shapes.c", _shapes.Source());
        yield return ("main.c", Main(features.Select(feature => feature.Key).ToList()));
    }

    private string Feature(string feature, List<Case> rows)
    {
        var n = library.Name;
        var printed = rows.Select((row, index) => Function(row, index + 1)).ToList();
        return
            $$"""
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

            {{printed.Paragraphs(0)}}

            void cases_{{feature}}({{n}} *context)
            {
                {{rows.Select((row, index) => row.IsSingle ? $"case_{index + 1}(context);" : $"case_{index + 1}();").Prepend("(void)context;").Lines(4)}}
            }

            """;
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
        var call = new CCall(library, _same, row.Calls[0], $"{number}", row.ToString(), new Dictionary<string, string>()).Print(Forms.Blocking | Forms.Callback | Forms.Cbor | Forms.Codec);
        var needsOutcome = call.Inside.Any(block => block.Contains("&outcome", StringComparison.Ordinal));
        return
            $$"""
            /* {{CTypes.Comment(row.Name)}} */
            {{call.Outside.Paragraphs(0)}}

            static void case_{{number}}({{library.Name}} *context)
            {
                {{call.Inside.Prepend(needsOutcome ? "outcome outcome;\n(void)context;" : "(void)context;").Lines(4)}}
            }
            """;
    }

    /// <summary>Several calls have an object to themselves, in each form another.</summary>
    private string Several(Case row, int number)
    {
        var forms = new[] { Forms.Blocking, Forms.Callback, Forms.Cbor, Forms.Codec };
        return
            $$"""
            /* {{CTypes.Comment(row.Name)}} */
            {{forms.Select(form => Several(row, $"{number}_{form.ToString().ToLowerInvariant()}", form)).Paragraphs(0)}}

            static void case_{{number}}(void)
            {
                {{forms.Select(form => $"case_{number}_{form.ToString().ToLowerInvariant()}();").Lines(4)}}
            }
            """;
    }

    /// <summary>What the calls make of the object is released at the end, unless one of them does so.</summary>
    private string Several(Case row, string id, Forms form)
    {
        var n = library.Name;
        var objects = row.Calls.Where(call => call.Keep is not null).ToDictionary(call => call.Keep!, call => CTypes.Name(library, ObjectOf(call)));
        var calls = row.Calls.Select((call, index) => new CCall(library, _same, call, $"{id}_{index + 1}", $"{row}: {index + 1}, {call.Method}", objects).Print(form)).ToList();
        return
            $$"""
            {{calls.SelectMany(call => call.Outside).Paragraphs(0)}}

            static void case_{{id}}(void)
            {
                {{objects.Select(item => $"{item.Value} *{item.Key} = NULL;").Prepend($"{n} *context = NULL;").Concat(form == Forms.Blocking ? [] : ["outcome outcome;"]).Lines(4)}}
                CHECK({{CConstant.Literal(TypeKind.Text, $"{row}: an object")}}, {{n}}_create_sync(&context) == {{n.ToUpperInvariant()}}_OK);
                {{calls.SelectMany(call => call.Inside).Lines(4)}}
                {{objects.Select(item => $"{item.Value}_release({item.Key});").Append($"{n}_destroy(context);").Lines(4)}}
            }
            """;
    }

    private string ObjectOf(Call call) => library.Methods.Single(method => method.WireName == call.Method).Result!.Name!;

    private string Main(List<string> features) =>
        $$"""
        /* Runs every case of the table. Printed; do not edit. */
        #include <{{library.Name}}.h>

        #include "check.h"

        {{features.Select(feature => $"void cases_{feature}({library.Name} *context);").Lines(0)}}

        int main(void)
        {
            {{library.Name}} *context = NULL;
            if (!CHECK("create", {{library.Name}}_create_sync(&context) == {{library.Name.ToUpperInvariant()}}_OK))
                return check_summary();

            {{features.Select(feature => $"cases_{feature}(context);").Lines(4)}}
            CHECK("destroy", {{library.Name}}_destroy(context) == {{library.Name.ToUpperInvariant()}}_OK);
            return check_summary();
        }

        """;
}
