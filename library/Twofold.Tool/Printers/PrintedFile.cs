namespace Twofold.Tool.Printers;

/// <summary>A file that a printer makes.</summary>
/// <param name="Path">Its path in the folder that is printed to, with slashes.</param>
/// <param name="Text">Its contents.</param>
internal sealed record PrintedFile(string Path, string Text);
