using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Twofold.Tests.Cost;

/// <summary>
/// Counts the work in loops of the framework, in addition to the branches of <see cref="Fuzz.Instrumenter.BranchCounter"/>: the
/// number of items that are copied, compared, checked or converted.
/// </summary>
internal sealed class WorkCounter : CSharpSyntaxRewriter
{
    private static readonly string[] s_onReceiver = ["CopyTo", "ToArray", "SequenceEqual", "IndexOf", "IndexOfAnyInRange"];
    private static readonly string[] s_onFirstArgument = ["IsValid", "FromUtf16", "ToUtf16", "GetString", "GetBytes"];

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (visited.Expression is not MemberAccessExpressionSyntax member)
            return visited;

        var name = member.Name.Identifier.ValueText;
        if (s_onReceiver.Contains(name))
            return visited.WithExpression(member.WithExpression(Counted(member.Expression)));
        if (!s_onFirstArgument.Contains(name) || visited.ArgumentList.Arguments is not [var first, ..])
            return visited;

        return visited.ReplaceNode(first.Expression, Counted(first.Expression));
    }

    /// <summary>Turns a LibraryImport into a DllImport, which needs no generated code. No workload calls one.</summary>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.PartialKeyword) || node.Body is not null || node.ExpressionBody is not null)
            return base.VisitMethodDeclaration(node);

        var imported = node.ReplaceTokens(
            node.DescendantTokens().Where(token => token.ValueText == "LibraryImport"), (token, _) => Identifier("DllImport").WithTriviaFrom(token));
        return imported.WithModifiers(TokenList(imported.Modifiers.Select(modifier =>
            modifier.IsKind(SyntaxKind.PartialKeyword) ? Token(SyntaxKind.ExternKeyword).WithTriviaFrom(modifier) : modifier)));
    }

    private static ExpressionSyntax Counted(ExpressionSyntax expression) =>
        ParseExpression($"global::Twofold.Fuzz.Coverage.Through({expression.ToFullString()})");
}
