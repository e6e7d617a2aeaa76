using Twofold.Model.Library;

namespace Twofold.Tool.Printers;

/// <summary>Prints the files of one language.</summary>
internal interface IPrinter
{
    /// <summary>The files for a library.</summary>
    IEnumerable<PrintedFile> Print(LibraryModel library);
}
