using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>What CI runs is what there is to run. That its files are valid is checked by lint.</summary>
public sealed partial class WorkflowSpecs
{
    private static readonly string s_workflow = File.ReadAllText(Repo.At(".github/workflows/ci.yml"));

    [Fact]
    public void Its_matrix_has_every_client_and_every_transport()
    {
        Assert.Equal(Clients.OverSockets.Select(client => client.Name), List("client"));
        Assert.Equal(["unix", "tcp"], List("transport"));
    }

    [Fact]
    public void It_runs_recipes_that_there_are()
    {
        var recipes = Justfile.Recipes();
        var commands = Commands().Matches(s_workflow).Select(command => command.Groups["recipe"].Value).ToList();

        Assert.Equal(["bench", "matrix", "package", "test"], commands.Order());
        Assert.All(commands, command => Assert.Contains(command, recipes));
        Assert.Contains(" .ci/run\n", s_workflow, StringComparison.Ordinal);
    }

    private static string[] List(string name) =>
        Regex.Match(s_workflow, $@"^ +{name}: \[(.*)\]$", RegexOptions.Multiline).Groups[1].Value.Split(", ");

    [GeneratedRegex(@"\./just (?<recipe>[a-z-]+)")]
    private static partial Regex Commands();
}
