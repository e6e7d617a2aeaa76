using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Cddl;

/// <summary>
/// Names the rules of a schema. Rules of methods and events are wire names with a suffix after a hyphen, which wire names never have.
/// Other rules keep the author's spelling, with an underscore if the name is taken.
/// </summary>
internal sealed class CddlNames
{
    /// <summary>The standard prelude (RFC 8610, appendix D), and the rules that every schema has.</summary>
    private static readonly string[] s_reserved =
        ("any uint nint int bstr bytes tstr text tdate time number biguint bignint bigint integer unsigned decfrac bigfloat eb64url eb64legacy "
            + "eb16 uri b64url b64legacy regexp float16 float32 float64 float false true bool nil null undefined int8 uint8 int16 uint16 int32 "
            + "uint32 int64 uint64 status").Split(' ');

    private readonly Dictionary<string, string> _types;
    private readonly Dictionary<string, string> _constants;

    public CddlNames(LibraryModel library)
    {
        var scope = new NameScope(s_reserved);
        var types = library.Objects.Select(handle => handle.Name)
            .Concat(library.Records.Where(record => record.Role == RecordRole.Message).Select(record => record.Name))
            .Concat(library.Enums.Select(type => type.Name));
        _types = types.ToDictionary(name => name, scope.Claim);
        _constants = library.Constants.ToDictionary(constant => constant.Name, constant => scope.Claim(Names.UpperSnake(constant.Name)));
    }

    /// <summary>The rule of a record, an enum or an object.</summary>
    public string Type(string name) => _types[name];

    /// <summary>The rule of a constant.</summary>
    public string Constant(ConstantModel constant) => _constants[constant.Name];
}
