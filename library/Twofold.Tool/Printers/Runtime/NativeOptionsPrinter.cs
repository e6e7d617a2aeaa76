using Twofold.Model.Abi;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Runtime;

/// <summary>Prints the C struct of the server options as C# has it, and how the runtime reads it.</summary>
internal sealed class NativeOptionsPrinter : IAbiPrinter
{
    public IEnumerable<PrintedFile> Print(string root) =>
    [
        new PrintedFile("library/Twofold/Native/NativeServerOptions.g.cs", CSharp.File("Twofold.Native",
            $$"""
            using Twofold.Protocol;

            /// <summary>The C struct <c>server_options</c>. A field that is 0 or null has its default; times are in milliseconds.</summary>
            public unsafe struct NativeServerOptions
            {
                /// <summary>The size of the caller's struct: that of an older caller is smaller.</summary>
                public nuint Size;

                {{ServerOptions.All.Select(option => $"/// <summary>See <see cref=\"ServerOptions.{option.Name}\"/>.</summary>\npublic {FieldType(option.Kind)} {FieldName(option)};").Paragraphs()}}

                /// <summary>Copies the caller's options, whatever version of the struct it has.</summary>
                /// <exception cref="NativeArgumentException">An option cannot be read.</exception>
                internal static ServerOptions Read(NativeServerOptions* options)
                {
                    if (options is null)
                        throw new NativeArgumentException("options", "expected a struct, found NULL");
                    if (options->Size < (nuint)(sizeof(nuint) + sizeof(byte*)))
                        throw new NativeArgumentException("options.size", "too small; initialize the struct with its _INIT macro");

                    NativeServerOptions known = default;
                    var size = (int)global::System.Math.Min(options->Size, (nuint)sizeof(NativeServerOptions));
                    new global::System.ReadOnlySpan<byte>(options, size).CopyTo(new global::System.Span<byte>(&known, size));

                    {{ServerOptions.All.Where(option => option.Kind is OptionKind.Transport or OptionKind.FileMode).Select(Check).Paragraphs()}}

                    var defaults = new ServerOptions { {{ServerOptions.All.Where(option => option.IsRequired).Select(option => $"{option.Name} = {Value(option)}").Commas()}} };
                    return defaults with
                    {
                        {{ServerOptions.All.Where(option => !option.IsRequired).Select(option => $"{option.Name} = {Value(option)},")}}
                    };
                }

                private static int Number(uint value, int whenZero, uint largest) => value == 0 ? whenZero : (int)global::System.Math.Min(value, largest);

                private static global::System.TimeSpan Time(uint milliseconds, global::System.TimeSpan whenZero, uint largest) =>
                    milliseconds == 0 ? whenZero : global::System.TimeSpan.FromMilliseconds(global::System.Math.Min(milliseconds, largest));
            }
            """)),
    ];

    private static string FieldName(ServerOptionModel option) => option.Name + (option.Kind == OptionKind.Milliseconds ? "Ms" : "");

    private static string FieldType(OptionKind kind) => kind switch
    {
        OptionKind.Text => "byte*",
        OptionKind.Switch => "byte",
        OptionKind.Transport => "Transport",
        _ => "uint",
    };

    private static string Check(ServerOptionModel option)
    {
        var (valid, expected, found) = option.Kind == OptionKind.Transport
            ? ($">= {Transports.All[0].Value} and <= {Transports.All[^1].Value}", Transports.All.Select(transport => $"{transport.Value} ({transport.Name.ToUpperInvariant()})").Commas(), $"{{(int)known.{option.Name}}}")
            : ($"<= {option.Max}", $"a mode up to {OptionText.Octal(option.Max)}", $"0{{(global::System.Convert.ToString(known.{option.Name}, 8))}}");
        return
            $$"""
            if ({{(option.Kind == OptionKind.Transport ? "(int)" : "")}}known.{{option.Name}} is not ({{valid}}))
                throw new NativeArgumentException("options.{{option.CName}}", $"expected {{expected}}, found {{found}}");
            """;
    }

    private static string Value(ServerOptionModel option) => option.Kind switch
    {
        OptionKind.Text when option.IsRequired => $"NativeText.Read(known.{option.Name}, \"options.{option.CName}\")",
        OptionKind.Text => $"NativeText.ReadOptional(known.{option.Name}, \"options.{option.CName}\")",
        OptionKind.Switch => $"known.{option.Name} != 0",
        OptionKind.Transport => $"known.{option.Name}",
        OptionKind.Milliseconds => $"Time(known.{FieldName(option)}, defaults.{option.Name}, {option.Max})",
        _ => $"Number(known.{option.Name}, defaults.{option.Name}, {option.Max})",
    };
}
