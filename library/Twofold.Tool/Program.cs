using Twofold.Bindings;

const string Usage = """
    Prints what other languages need from a compiled Twofold library.

      Twofold.Bindings include  ASSEMBLY DIRECTORY            writes headers, C++ wrapper and schema
      Twofold.Bindings check    ASSEMBLY DIRECTORY            fails if they are not what the assembly says
      Twofold.Bindings install  ASSEMBLY NATIVE PREFIX        lays out {lib,include,share} under the prefix
      Twofold.Bindings package  ASSEMBLY NATIVE LICENSE DIRECTORY
                                                              packs that tree as a tar.gz with a checksum beside it

      ASSEMBLY   the library's managed assembly (.dll)
      NATIVE     the native library that was published from it
      LICENSE    the text that goes into the package
    """;

try
{
    return args switch
    {
        ["include", var assembly, var directory] => Commands.Include(LibraryReader.Read(assembly), directory),
        ["check", var assembly, var directory] => Commands.Check(LibraryReader.Read(assembly), directory),
        ["install", var assembly, var native, var prefix] => Commands.Install(LibraryReader.Read(assembly), native, prefix),
        ["package", var assembly, var native, var license, var directory] => Commands.Package(LibraryReader.Read(assembly), native, license, directory),
        ["--help" or "-h"] => Print(Console.Out, 0),
        _ => Print(Console.Error, 2),
    };
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or BindingsException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}

static int Print(TextWriter writer, int exitCode)
{
    writer.WriteLine(Usage);
    return exitCode;
}
