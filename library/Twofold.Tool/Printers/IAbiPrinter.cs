namespace Twofold.Tool.Printers;

/// <summary>Prints what is the same for every library: copies of Twofold.Model.Abi that this repository keeps.</summary>
internal interface IAbiPrinter
{
    /// <summary>The files, with paths from the root of the repository.</summary>
    /// <param name="root">The root, for files of which only a part is printed.</param>
    IEnumerable<PrintedFile> Print(string root);
}
