using Twofold.Attacks;
using Twofold.Tool;
using Twofold.Tool.Commands;
using Twofold.Tool.Packaging;
using Twofold.Tool.Printers;

const string Usage = """
    Prints headers, schemas and package files from a compiled Twofold library, and tries what a server withstands.

      twofold headers  ASSEMBLY DIRECTORY [--check]        write the C headers, the C++ wrapper and the schema
      twofold host     ASSEMBLY DIRECTORY [--check]        write the table of a host program's options, for C
      twofold install  ASSEMBLY NATIVE PREFIX              write {lib,include,share} under the prefix
      twofold package  ASSEMBLY NATIVE LICENSE DIRECTORY   pack that tree as a tar.gz with a checksum beside it
      twofold abi      REPOSITORY [--check]                write the parts of Twofold's own source that state its ABI
      twofold attack   ADDRESS [OPTION]...                 attack a server of yours; see twofold attack --help

      --check    change nothing; fail if a file is not up to date

      ASSEMBLY   the library's managed assembly (.dll)
      NATIVE     the native library that was published from it
      LICENSE    the text that goes into the package
    """;

try
{
    Action<string, IEnumerable<PrintedFile>> output = args.Contains("--check") ? Output.Check : Output.Write;
    switch (args.Where(argument => argument != "--check").ToArray())
    {
        case ["headers", var assembly, var directory]:
            output(directory, PrinterRegistry.Headers.Print(LibraryReader.Read(assembly)));
            return 0;
        case ["host", var assembly, var directory]:
            output(directory, PrinterRegistry.Host.Print(LibraryReader.Read(assembly)));
            return 0;
        case ["abi", var repository]:
            output(repository, PrinterRegistry.Abi.SelectMany(printer => printer.Print(repository)));
            return 0;
        case ["install", var assembly, var native, var prefix]:
            InstallTree.Write(LibraryReader.Read(assembly), native, prefix);
            return 0;
        case ["package", var assembly, var native, var license, var directory]:
            Console.WriteLine(Package.Write(LibraryReader.Read(assembly), native, license, directory));
            return 0;
        case ["attack", "--help" or "-h"]:
            Console.WriteLine(AttackOptions.Usage);
            return 0;
        case ["attack", .. var arguments]:
            return await AttackCommand.RunAsync(arguments);
        case ["--help" or "-h"]:
            Console.WriteLine(Usage);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or ToolException or AttackException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
