namespace Twofold.Tool.Printers;

/// <summary>Prints files of this repository that depend only on Twofold.Model.Abi, not on a library.</summary>
internal interface IAbiPrinter
{
    /// <summary>The files, with paths from the root of the repository.</summary>
    /// <param name="root">The root, to read files of which only a part is printed.</param>
    IEnumerable<PrintedFile> Print(string root);
}
