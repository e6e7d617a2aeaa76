using System.Collections.Generic;
using System.Linq;
using Twofold.Model.Types;

namespace Twofold.Model.Library;

/// <summary>Finds the records that types contain.</summary>
public static class Reach
{
    /// <summary>The records that these types contain, in the order of the library's list.</summary>
    public static IEnumerable<RecordModel> Records(LibraryModel library, IEnumerable<TypeModel> types)
    {
        var messages = library.Records.Where(record => record.Role == RecordRole.Message).ToDictionary(record => record.FullName);
        var found = new HashSet<string>();
        var open = new Stack<TypeModel>(types);
        while (open.Count > 0)
        {
            var type = open.Pop();
            foreach (var part in type.Parts)
                open.Push(part);

            if (type is not RecordType record || !found.Add(record.FullName))
                continue;

            foreach (var member in messages[record.FullName].Members)
                open.Push(member.Type);
        }

        return library.Records.Where(record => record.Role == RecordRole.Message && found.Contains(record.FullName));
    }

    /// <summary>The records that callers pass in.</summary>
    public static IEnumerable<RecordModel> Inputs(LibraryModel library) =>
        Records(library, library.Methods.Append(library.Constructor).SelectMany(method => method.Parameters).Select(parameter => parameter.Type));

    /// <summary>The records that results and events contain.</summary>
    public static IEnumerable<RecordModel> Outputs(LibraryModel library) => Records(
        library,
        library.Methods.Select(method => method.Result).OfType<TypeModel>()
            .Concat(library.Events.SelectMany(@event => @event.Parameters).Select(parameter => parameter.Type)));
}
