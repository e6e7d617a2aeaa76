using Twofold.Tests.CaseTable;
using Twofold.Tool;
using Twofold.Tool.Printers.C;

const string Usage = """
    Prints the C program that runs a table of cases.

      CaseTable ASSEMBLY CASES DIRECTORY

      ASSEMBLY   the managed assembly of the library that the cases are about
      CASES      the folder of the table: a JSON file for each feature
      DIRECTORY  where the C files go; what else is there is removed
    """;

if (args is not [var assembly, var folder, var directory])
{
    Console.Error.WriteLine(Usage);
    return 2;
}

try
{
    var files = new CProgram(new CNames(LibraryReader.Read(assembly)), CaseReader.ReadFolder(folder)).Files().ToDictionary(file => file.Name, file => file.Text);
    Directory.CreateDirectory(directory);
    foreach (var stale in Directory.GetFiles(directory, "*.[ch]").Where(path => !files.ContainsKey(Path.GetFileName(path))))
        File.Delete(stale);
    foreach (var (name, text) in files)
    {
        // Unchanged files keep their time stamp, so that they are not compiled again.
        var path = Path.Combine(directory, name);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
            File.WriteAllText(path, text);
    }

    return 0;
}
catch (Exception e) when (e is IOException or InvalidDataException or ToolException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
