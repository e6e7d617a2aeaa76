using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>CI runs only recipes that exist. actionlint validates its files, in <c>scripts/lint</c>.</summary>
[Trait("tier", "lint")]
public sealed partial class WorkflowSpecs
{
    private static readonly string s_workflow = File.ReadAllText(Repo.At(".github/workflows/ci.yml"));

    [Fact]
    public void Its_matrix_has_every_client_and_every_transport()
    {
        Assert.Contains("clients=$(./just clients | tail -n 1)", s_workflow, StringComparison.Ordinal);
        Assert.Contains("client: ${{ fromJSON(needs.clients.outputs.clients) }}\n", s_workflow, StringComparison.Ordinal);
        Assert.Contains("transport: [unix, tcp]\n", s_workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_recipes_that_exist()
    {
        var recipes = Justfile.Recipes();
        var commands = Commands().Matches(s_workflow).Select(command => command.Groups["recipe"].Value).ToList();

        Assert.Equal(["bench", "clients", "matrix", "nightly", "package", "test"], commands.Order());
        Assert.All(commands, command => Assert.Contains(command, recipes));
        Assert.Contains(" .ci/run\n", s_workflow, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\./just (?<recipe>[a-z-]+)")]
    private static partial Regex Commands();
}
