using System.Globalization;
using Twofold.Model.Abi;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Runtime;

/// <summary>Prints the server options of the runtime.</summary>
internal sealed class OptionsPrinter : IAbiPrinter
{
    public IEnumerable<PrintedFile> Print(string root) =>
    [
        new PrintedFile("library/Twofold/Protocol/ServerOptions.g.cs", CSharp.File("Twofold.Protocol",
            $$"""
            /// <summary>What a server listens on, and its limits.</summary>
            public sealed record ServerOptions
            {
                {{ServerOptions.All.Select(option => $"{CSharp.Summary(OptionText.Doc(option))}\n{Property(option)}").Paragraphs()}}

                {{CSharp.Summary(Limits.All.Single(limit => limit.Name == "Linger").Doc)}}
                internal global::System.TimeSpan LingerTime { get; init; } = global::System.TimeSpan.FromMilliseconds({{Limits.LingerMs}});
            }
            """)),
        new PrintedFile("library/Twofold/Calls/BudgetDefaults.g.cs", CSharp.File("Twofold.Calls",
            $$"""
            /// <summary>What calls within the process may hold: the same as a server's defaults.</summary>
            internal static class BudgetDefaults
            {
                {{Default(ServerOptions.Named("MaxTotalBytes"))}}

                {{Default(ServerOptions.Named("MaxPendingCalls"))}}
            }
            """)),
        new PrintedFile("library/Twofold/Protocol/HelloFacts.g.cs", CSharp.File("Twofold.Protocol",
            $$"""
            /// <summary>What <c>$hello</c> needs to know.</summary>
            internal static class HelloFacts
            {
                /// <summary>The version of the wire.</summary>
                public const uint ProtocolVersion = {{AbiVersion.Protocol}};

                {{Limit("MaxTokenBytes")}}

                {{Limit("MaxHelloBytes")}}
            }
            """)),
    ];

    private static string Limit(string name)
    {
        var limit = Limits.All.Single(limit => limit.Name == name);
        return $"{CSharp.Summary(limit.Doc)}\npublic const int {limit.Name} = {limit.Value.ToString(CultureInfo.InvariantCulture)};";
    }

    private static string Default(ServerOptionModel option) =>
        $"{CSharp.Summary(OptionText.Doc(option))}\npublic const int {option.Name} = {option.Default.ToString(CultureInfo.InvariantCulture)};";

    private static string Property(ServerOptionModel option)
    {
        var value = option.Default.ToString(CultureInfo.InvariantCulture);
        return option.Kind switch
        {
            OptionKind.Text when option.IsRequired => $"public required string {option.Name} {{ get; init; }}",
            OptionKind.Text => $"public string? {option.Name} {{ get; init; }}",
            OptionKind.Switch => $"public bool {option.Name} {{ get; init; }}",
            OptionKind.Transport => $"public Transport {option.Name} {{ get; init; }}",
            OptionKind.Milliseconds => $"public global::System.TimeSpan {option.Name} {{ get; init; }} = global::System.TimeSpan.FromMilliseconds({value});",
            _ => $"public int {option.Name} {{ get; init; }} = {value};",
        };
    }
}
