using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Which records types consist of, so that nothing is printed that nobody needs.</summary>
internal static class CppUses
{
    /// <summary>The records that go in.</summary>
    public static IEnumerable<RecordModel> Lent(LibraryModel library) =>
        Of(library, library.Methods.Append(library.Constructor).SelectMany(method => method.Parameters).Select(parameter => parameter.Type));

    /// <summary>The records that come out.</summary>
    public static IEnumerable<RecordModel> Taken(LibraryModel library) => Of(
        library,
        library.Methods.Select(method => method.Result).OfType<TypeModel>()
            .Concat(library.Events.SelectMany(@event => @event.Parameters).Select(parameter => parameter.Type)));

    /// <summary>Whether a record contains itself, if only through another.</summary>
    public static bool IsCyclic(LibraryModel library, RecordModel record) =>
        Of(library, record.Members.Select(member => member.Type)).Contains(record);

    /// <summary>The records that these types consist of, in the order of their declaration.</summary>
    public static IEnumerable<RecordModel> Of(LibraryModel library, IEnumerable<TypeModel> types)
    {
        var names = new HashSet<string>();
        foreach (var type in types)
            Collect(library, type, names);

        return library.Records.Where(record => names.Contains(record.Name));
    }

    private static void Collect(LibraryModel library, TypeModel type, HashSet<string> names)
    {
        if (type.Item is { } item)
            Collect(library, item, names);

        if (type.Kind != TypeKind.Record || !names.Add(type.Name!))
            return;

        foreach (var member in library.Records.Single(record => record.Name == type.Name).Members)
            Collect(library, member.Type, names);
    }
}
