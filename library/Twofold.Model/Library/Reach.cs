using System.Collections.Generic;
using System.Linq;
using Twofold.Model.Types;

namespace Twofold.Model.Library;

/// <summary>Finds what types contain.</summary>
public static class Reach
{
    /// <summary>The records that these types contain, in the order of the library's list.</summary>
    public static IEnumerable<RecordModel> Records(LibraryModel library, IEnumerable<TypeModel> types)
    {
        var found = new HashSet<string>(Types(library, types).OfType<RecordType>().Select(record => record.FullName));
        return library.Records.Where(record => record.Role == RecordRole.Message && found.Contains(record.FullName));
    }

    /// <summary>These types and all that they contain, each once.</summary>
    public static IReadOnlyCollection<TypeModel> Types(LibraryModel library, IEnumerable<TypeModel> types)
    {
        var messages = library.Records.Where(record => record.Role == RecordRole.Message).ToDictionary(record => record.FullName);
        var found = new HashSet<TypeModel>();
        var open = new Stack<TypeModel>(types);
        while (open.Count > 0)
        {
            var type = open.Pop();
            if (!found.Add(type))
                continue;

            foreach (var part in type.Parts)
                open.Push(part);

            if (type is not RecordType record)
                continue;

            foreach (var member in messages[record.FullName].Members)
                open.Push(member.Type);
        }

        return found;
    }

    /// <summary>All types that cross the library's boundary.</summary>
    public static IReadOnlyCollection<TypeModel> All(LibraryModel library) => Types(
        library,
        library.Methods.Append(library.Constructor).SelectMany(method => method.Parameters).Concat(library.Events.SelectMany(@event => @event.Parameters)).Select(parameter => parameter.Type)
            .Concat(library.Methods.Select(method => method.Result).OfType<TypeModel>()));

    /// <summary>The records that callers pass in.</summary>
    public static IEnumerable<RecordModel> Inputs(LibraryModel library) =>
        Records(library, library.Methods.Append(library.Constructor).SelectMany(method => method.Parameters).Select(parameter => parameter.Type));

    /// <summary>The records that results and events contain.</summary>
    public static IEnumerable<RecordModel> Outputs(LibraryModel library) => Records(
        library,
        library.Methods.Select(method => method.Result).OfType<TypeModel>()
            .Concat(library.Events.SelectMany(@event => @event.Parameters).Select(parameter => parameter.Type)));
}
