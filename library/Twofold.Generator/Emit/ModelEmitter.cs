using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Embeds the model for Twofold.Bindings. Nothing refers to it, so the native library does not contain it.</summary>
internal static class ModelEmitter
{
    public static string Emit(LibraryModel library) =>
        $$"""
        /// <summary>The library's model, which Twofold.Bindings prints headers and schemas from.</summary>
        internal static class {{ModelJson.HolderClass}}
        {
            internal const string {{ModelJson.HolderField}} = {{Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(ModelJson.Write(library), quote: true)}};
        }
        """;
}
