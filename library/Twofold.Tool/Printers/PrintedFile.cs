namespace Twofold.Tool.Printers;

/// <summary>A file that a printer produces.</summary>
/// <param name="Path">Its path relative to the output folder, with slashes.</param>
/// <param name="Text">Its contents.</param>
internal sealed record PrintedFile(string Path, string Text);
