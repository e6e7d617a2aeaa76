using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Service;

/// <summary>Prints the tables of handles, one for each class whose objects methods return.</summary>
internal static class ObjectEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Objects.Select(type => Table(library, type)).Append(Keeper(library)).Paragraphs();

    private static string Table(LibraryModel library, ObjectModel type) => Source.Code(
        $$"""
        /// <summary>The handles of <see cref="{{type.FullName}}"/>.</summary>
        internal static class {{type.Name}}Handles
        {
            public static HandleTable<OwnedObject<{{type.FullName}}>> Table { get; } = new("{{library.Name}}_{{type.CName}}");
        }
        """);

    private static string Keeper(LibraryModel library) => Source.Code(
        $$"""
        /// <summary>Gives objects their handles when they leave as CBOR within the process.</summary>
        internal sealed class {{library.ClassName}}Objects(Context context) : IObjectKeeper
        {
            public ulong Keep(object target) => target switch
            {
                {{library.Objects.Select(type => $"{type.FullName} it => (ulong){GeneratedNames.HandleTable(type.Name)}.Add(new OwnedObject<{type.FullName}>(context, it)),")}}
                _ => throw new FfiException($"{target.GetType().Name} is not exported"),
            };

            public object? Find(ulong handle)
            {
                {{library.Objects.Select((type, index) => $"if ({GeneratedNames.HandleTable(type.Name)}.Find((nint)handle) is {{ }} found{index} && found{index}.Context == context)\n    return found{index}.Target;")}}
                return null;
            }
        }
        """);
}
