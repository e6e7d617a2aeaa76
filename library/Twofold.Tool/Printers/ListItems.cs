using Twofold.Model.Types;

namespace Twofold.Tool.Printers;

/// <summary>The item types of the lists in a type, the innermost first.</summary>
internal static class ListItems
{
    public static IEnumerable<TypeModel> Of(TypeModel type)
    {
        var items = type.Parts.SelectMany(Of);
        return type is ListType list ? items.Append(list.Item) : items;
    }
}
