using Microsoft.CodeAnalysis.CSharp;
using Twofold.Model.Json;
using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit;

/// <summary>Embeds the model for the tool. No code refers to it, so the native library does not contain it.</summary>
internal static class ModelEmitter
{
    public static string Emit(LibraryModel library) => Source.Code(
        $$"""
        /// <summary>The library's model, from which the tool prints headers, clients and schemas.</summary>
        internal static class {{ModelJson.HolderClass}}
        {
            internal const string {{ModelJson.HolderField}} = {{SymbolDisplay.FormatLiteral(ModelJson.Write(library), quote: true)}};
        }
        """);
}
