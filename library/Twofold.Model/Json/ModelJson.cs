using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Model.Json;

/// <summary>Writes the model as JSON, which the tool reads from the compiled assembly.</summary>
public static class ModelJson
{
    /// <summary>The class that holds the JSON in a compiled library.</summary>
    public const string HolderClass = "TwofoldModel";

    /// <summary>The constant in that class.</summary>
    public const string HolderField = "Json";

    /// <summary>The JSON property with the shape of a type: the name of its class.</summary>
    public const string Shape = "$shape";

    /// <summary>Every shape, by the value of <see cref="Shape"/>.</summary>
    public static IReadOnlyDictionary<string, Type> Shapes { get; } =
        typeof(TypeModel).Assembly.GetTypes().Where(type => type.IsSealed && typeof(TypeModel).IsAssignableFrom(type)).ToDictionary(type => type.Name);

    /// <summary>The model as one line of JSON.</summary>
    public static string Write(LibraryModel library)
    {
        var json = new StringBuilder();
        WriteValue(json, library);
        return json.ToString();
    }

    private static void WriteValue(StringBuilder json, object? value)
    {
        switch (value)
        {
            case null:
                json.Append("null");
                break;
            case string text:
                WriteText(json, text);
                break;
            case bool flag:
                json.Append(flag ? "true" : "false");
                break;
            case int number:
                json.Append(number);
                break;
            case Enum member:
                WriteText(json, member.ToString());
                break;
            case IEnumerable items:
                WriteJoined(json, '[', ']', items.Cast<object>(), WriteValue);
                break;
            default:
                WriteJoined(json, '{', '}', PropertiesOf(value), (text, property) =>
                {
                    WriteText(text, property.Name);
                    text.Append(':');
                    WriteValue(text, property.Value);
                });
                break;
        }
    }

    /// <summary>The properties that the constructor of a record sets. The other properties are computed from them.</summary>
    private static IEnumerable<(string Name, object? Value)> PropertiesOf(object record)
    {
        if (record is TypeModel)
            yield return (Shape, record.GetType().Name);

        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
            yield return (property.Name, property.GetValue(record));
    }

    private static void WriteJoined<T>(StringBuilder json, char open, char close, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        json.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                json.Append(',');

            isFirst = false;
            write(json, item);
        }

        json.Append(close);
    }

    private static void WriteText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
                json.Append('\\').Append(letter);
            else if (letter < ' ')
                json.Append("\\u").Append(((int)letter).ToString("x4"));
            else
                json.Append(letter);
        }

        json.Append('"');
    }
}
