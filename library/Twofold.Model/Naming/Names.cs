using System.Text;

namespace Twofold.Model.Naming;

/// <summary>Turns a C# name into the spellings of the other languages.</summary>
public static class Names
{
    /// <summary><c>EchoHTTPRequest2</c> becomes <c>echo_http_request2</c>.</summary>
    public static string Snake(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && IsWordStart(name, i))
                result.Append('_');

            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }

    /// <summary><c>MaxDelayMs</c> becomes <c>MAX_DELAY_MS</c>.</summary>
    public static string UpperSnake(string name) => Snake(name).ToUpperInvariant();

    /// <summary><c>DelayMs</c> becomes <c>delayMs</c>, <c>HTTPCode</c> becomes <c>httpCode</c>.</summary>
    public static string Camel(string name)
    {
        var words = Snake(name).Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        var result = new StringBuilder(name.Length);
        foreach (var word in words)
            result.Append(result.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1));

        return result.ToString();
    }

    /// <summary>A name in C. A name that C, C++ or a system header reserves gets an underscore; the wire name does not change.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? name + "_" : name;

    /// <summary>A method's name without <c>Async</c>.</summary>
    public static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    private static bool IsWordStart(string name, int index) =>
        name[index - 1] != '_'
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
