using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Names the generated functions of the codec for C. Authors cannot use names with <c>_cbor_</c> after the prefix.</summary>
internal static class CborNames
{
    /// <summary>The function that writes an author's type.</summary>
    public static string Encode(CNames names, string type) => $"{names.Type(type)}_encode";

    /// <summary>The function that reads it.</summary>
    public static string Decode(CNames names, string type) => $"{names.Type(type)}_decode";

    /// <summary>The table of an enum's members.</summary>
    public static string Choices(CNames names, EnumModel type) => $"{names.Prefix}_cbor_{Names.Snake(type.Name)}_enum_choices";

    /// <summary>The function for an unnamed type such as a list: <paramref name="verb"/> is write or read.</summary>
    public static string Helper(CNames names, string verb, TypeModel type) => $"{names.Prefix}_cbor_{verb}_{type.Word}";

    /// <summary>A parameter of a generated function, with a name that none of the author's parameters has.</summary>
    public static string Beside(IEnumerable<ParameterModel> parameters, string name)
    {
        var taken = parameters.SelectMany(CParameters.NamesOf).ToHashSet();
        while (taken.Contains(name))
            name += "_";

        return name;
    }
}
