using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Prints what keeps the objects that methods hand out: a table of handles for each class.</summary>
internal static class ObjectEmitter
{
    /// <summary>The table of a class's handles.</summary>
    public static string TableOf(string objectName) => $"{objectName}Handles.Table";

    public static string Emit(LibraryModel library) =>
        library.Objects.Select(handle => Table(library, handle)).Append(Keeper(library)).Paragraphs(0);

    private static string Table(LibraryModel library, ObjectModel handle) =>
        $$"""
        /// <summary>The handles of <see cref="{{handle.FullName}}"/>.</summary>
        internal static class {{handle.Name}}Handles
        {
            public static HandleTable<OwnedObject<{{handle.FullName}}>> Table { get; } = new("{{library.Name}}_{{handle.CName}}");
        }
        """;

    private static string Keeper(LibraryModel library) =>
        $$"""
        /// <summary>Gives objects their handles when they leave as CBOR within the process.</summary>
        internal sealed class {{library.ClassName}}Objects(Context context) : IObjectKeeper
        {
            public ulong Keep(object target) => target switch
            {
                {{library.Objects.Select(handle => $"{handle.FullName} it => (ulong){TableOf(handle.Name)}.Add(new OwnedObject<{handle.FullName}>(context, it)),").Append("_ => throw new FfiException($\"{target.GetType().Name} is not exported\"),").Lines(8)}}
            };

            public object? Find(ulong handle)
            {
                {{library.Objects.Select((handle, index) => $"if ({TableOf(handle.Name)}.Find((nint)handle) is {{ }} found{index} && found{index}.Context == context)\n    return found{index}.Target;").Append("return null;").Lines(8)}}
            }
        }
        """;
}
