using System.Diagnostics.CodeAnalysis;

namespace Twofold.E2E.Cases;

/// <summary>A value that a method gives back.</summary>
/// <param name="Method">The method's name on the wire.</param>
/// <param name="Value">The value, as JSON.</param>
internal sealed record KeptValue(string Method, [StringSyntax(StringSyntaxAttribute.Json)] string Value)
{
    public override string ToString() => $"{Method} {(Value.Length > 60 ? Value[..60] + "..." : Value)}";
}

/// <summary>What the library with every shape must answer.</summary>
internal static class FixtureCases
{
    private const string Scalars =
        """
        {
          "flag": true, "int8": -128, "uInt8": 255, "int16": -32768, "uInt16": 65535, "int32": -2147483648, "uInt32": 4294967295,
          "int64": -9223372036854775808, "uInt64": 18446744073709551615, "single": 0.5, "number": 1.7976931348623157E+308
        }
        """;

    private const string Lists =
        """
        {
          "flags": [true, false], "longs": [-9223372036854775808, 9223372036854775807], "floats": [0.5, -2.5], "texts": ["", "b"],
          "blobs": ["h''", "h'00ff'"], "colors": ["red", "none"], "points": [{"x": 0.5, "y": -0.25}], "matrix": [[], [1, 2]],
          "gaps": [null, 5], "holes": [null, ""], "spots": [null, {"x": 1.5, "y": 2.5}]
        }
        """;

    private const string NoLists =
        """
        {
          "flags": [], "longs": [], "floats": [], "texts": [], "blobs": [], "colors": [], "points": [], "matrix": [], "gaps": [],
          "holes": [], "spots": []
        }
        """;

    private const string Optionals =
        """
        {
          "flag": false, "number": 0.1, "text": "", "data": "h''", "color": "darkGreen", "items": [], "spot": {"x": 0.5, "y": 0.5},
          "label": {"text": "l"}
        }
        """;

    private const string NoOptionals =
        """{"flag": null, "number": null, "text": null, "data": null, "color": null, "items": null, "spot": null, "label": null}""";

    /// <summary>Values of every shape, by what the row is called.</summary>
    public static IReadOnlyDictionary<string, KeptValue> Kept { get; } = new[]
    {
        Values("keep_bool", "true", "false"),
        Values("keep_int8", "-128", "127"),
        Values("keep_uint8", "0", "255"),
        Values("keep_int16", "-32768", "32767"),
        Values("keep_uint16", "65535"),
        Values("keep_int32", "-2147483648", "2147483647"),
        Values("keep_uint32", "4294967295"),
        Values("keep_int64", "-9223372036854775808", "9223372036854775807"),
        Values("keep_uint64", "18446744073709551615"),
        Values("keep_float", "0.5", "-1.25"),
        Values("keep_double", "0.1", "5E-324", "1.7976931348623157E+308"),
        Values("keep_scalars", Scalars),
        Values("keep_text", "\"\"", "\"zażółć, 時計, 🕰\"", "\"a\\u0000b\""),
        Values("keep_optional_text", "null", "\"\"", "\"there\""),
        Values("keep_bytes", "\"h''\"", "\"h'00ff'\""),
        Values("keep_memory", "\"h''\"", "\"h'00ff'\""),
        Values("keep_optional_bytes", "null", "\"h''\"", "\"h'00'\""),
        Values("keep_blob", """{"data": "h'01'", "view": "h''", "checksum": null, "seal": "h'02'"}"""),
        Values("keep_color", "\"red\"", "\"darkGreen\"", "\"none\""),
        Values("keep_optional_color", "null", "\"none\""),
        Values("keep_numbers", "[]", "[1, -1]"),
        Values("keep_texts", "[]", "[\"a\", \"\"]"),
        Values("keep_points", "[]", """[{"x": 0.5, "y": 1.5}]"""),
        Values("keep_lists", Lists, NoLists),
        Values("keep_optional_list", "null", "[]", "[\"red\"]"),
        Values("keep_optional_int32", "null", "0"),
        Values("keep_optional_point", "null", """{"x": 0.5, "y": 1.5}"""),
        Values("keep_optionals", "null", Optionals, NoOptionals),
        Values("keep_company", """{"name": "c", "office": {"desks": [{"owner": {"name": "a", "age": 1}}], "main": {"owner": {"name": "b", "age": 255}}}}"""),
        Values("keep_tree", """{"value": 1, "children": [{"value": 2, "children": []}, {"value": 3, "children": []}]}"""),
        Values("keep_chain", """{"value": 1, "next": {"value": 2, "next": null}}"""),
    }.SelectMany(values => values).ToDictionary(kept => kept.ToString());

    /// <summary>Methods of other kinds.</summary>
    public static IReadOnlyDictionary<string, ReplyCase> Replies { get; } = new ReplyCase[]
    {
        new("no result", "touch", "{}", "null"),
        new("no result, later", "touch_later", "{}", "null"),
        new("no result, as a ValueTask", "touch_now", "{}", "null"),
        new("a Task", "add_later", """{"left": 40, "right": 2}""", "42"),
        new("a static method", "twice", """{"value": 21}""", "42"),
        new("a static Task", "greet_later", """{"name": "you"}""", "\"hello you\""),
        new("names that C# keeps to itself", "names", """{"event": 1, "string": 2, "request": 3, "result": 4, "context": 5}""", "15"),
        new("a method that raises an event", "pass", "{}", "1"),
        new("one that awaits between two", "pass_twice", "{}", "2"),
        new("text that holds U+0000", "embedded_nul", "{}", "\"a\\u0000b\""),
        new("eight parameters", "join",
            """
            {
              "flag": true, "small": -1, "large": 18446744073709551615, "number": 0.5, "text": "t", "data": "h'ab'", "color": "red",
              "point": {"x": 1.5, "y": 2.5}
            }
            """,
            "\"True -1 18446744073709551615 0.5 t AB Red 1.5/2.5\""),
    }.ToDictionary(item => item.Name);

    private static IEnumerable<KeptValue> Values(string method, params string[] values) => values.Select(value => new KeptValue(method, value));
}
