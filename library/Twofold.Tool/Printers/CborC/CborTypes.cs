using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the functions for the author's types, each after the functions for the types that it contains.</summary>
internal sealed class CborTypes(CNames names)
{
    private readonly CborHelpers _helpers = new(names);
    private readonly HashSet<string> _printed = [];

    public static string Print(CNames names) => new CborTypes(names).Functions().Paragraphs();

    private IEnumerable<string> Functions()
    {
        var library = names.Library;
        var enums = library.Enums.SelectMany(type => new[] { CborEnums.Read(names, type), CborEnums.Write(names, type) });

        // A record that contains itself is called before it is defined.
        var declarations = library.Records.Where(record => record is { Role: RecordRole.Message, IsRecursive: true }).Select(record => CborRecords.Declarations(names, record));
        var parameters = library.Methods.SelectMany(method => method.Parameters).SelectMany(parameter => NewHelpers(parameter.Type));
        return enums.Concat(declarations).Concat(library.Records.SelectMany(Record)).Concat(parameters);
    }

    private IEnumerable<string> Record(RecordModel record)
    {
        var helpers = record.Members.SelectMany(member => NewHelpers(member.Type));
        return record.Role == RecordRole.Message ? helpers.Concat([CborRecords.Write(names, record), CborRecords.Read(names, record)]) : helpers;
    }

    private IEnumerable<string> NewHelpers(TypeModel type) =>
        type.Accept(_helpers).Where(helper => _printed.Add(helper.Type.Word)).SelectMany(helper => helper.Functions);
}
