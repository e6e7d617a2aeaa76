using Twofold.Generator.Model;

namespace Twofold.Generator.Parser;

/// <summary>The model of a class, or what keeps it from being exported.</summary>
internal sealed record ParseResult(LibraryModel? Library, EquatableArray<DiagnosticInfo> Diagnostics);
