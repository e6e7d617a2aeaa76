using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Twofold.Fuzz.Instrumenter;

/// <summary>
/// Puts <c>Coverage.Hit(n)</c> where code goes one way or another: blocks, branches without braces, sections and arms of a
/// switch, the conditions of <c>?:</c>, <c>&amp;&amp;</c> and <c>||</c>, and comparisons with a number.
/// </summary>
internal sealed class BranchCounter : CSharpSyntaxRewriter
{
    private const int DistancesOf64Bits = 65;
    private const string Coverage = "global::Twofold.Fuzz.Coverage";

    /// <summary>How many counters there are.</summary>
    public int Count { get; private set; }

    // What must be a constant has no branches.
    public override SyntaxNode VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        return visited.WithStatements(visited.Statements.Insert(0, Hit()));
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return visited.WithStatement(InBlock(visited.Statement));
    }

    public override SyntaxNode? VisitElseClause(ElseClauseSyntax node)
    {
        var visited = (ElseClauseSyntax)base.VisitElseClause(node)!;
        return visited.WithStatement(InBlock(visited.Statement));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(InBlock(visited.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithStatement(InBlock(visited.Statement));
    }

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
    {
        var visited = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
        return visited.WithStatements(visited.Statements.Insert(0, Hit()));
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        // Behind the pattern, where whatever it declares is known.
        var visited = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        var condition = visited.WhenClause is { } when ? $"({when.Condition.ToFullString()}) && {Coverage}.Hit({Count++})" : $"{Coverage}.Hit({Count++})";
        return visited.WithWhenClause(WhenClause(ParseExpression(condition)).NormalizeWhitespace().WithLeadingTrivia(Space).WithTrailingTrivia(Space));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return visited.WithCondition(Branch(visited.Condition));
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        return visited.Kind() switch
        {
            SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => visited.WithLeft(Branch(visited.Left)),
            SyntaxKind.EqualsExpression when IsNumber(visited.Right) => IsNear(visited),
            _ => visited,
        };
    }

    // 0 compares with much that is no number.
    private static bool IsNumber(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.NumericLiteralExpression) && literal.Token.ValueText != "0";

    private StatementSyntax Hit() => ParseStatement($" {Coverage}.Hit({Count++}); ");

    private StatementSyntax InBlock(StatementSyntax statement) =>
        statement is BlockSyntax or IfStatementSyntax ? statement : Block(Hit(), statement);

    /// <summary>A comparison that counts how many bits are still wrong, so that a number can be found bit by bit.</summary>
    private ExpressionSyntax IsNear(BinaryExpressionSyntax comparison)
    {
        var counter = Count;
        Count += DistancesOf64Bits;
        return ParseExpression($"{Coverage}.IsNear({counter}, {comparison.Left}, {comparison.Right}) ");
    }

    /// <summary>A condition that counts how it came out. One that assigns variables has to stay as the compiler can see it.</summary>
    private ExpressionSyntax Branch(ExpressionSyntax condition)
    {
        var assigns = condition.DescendantNodesAndSelf().Any(
            node => node is VariableDesignationSyntax || (node is ArgumentSyntax argument && argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword)));
        if (assigns)
            return condition;

        var counter = Count;
        Count += 2;
        return ParseExpression($"{Coverage}.Branch({counter}, {condition}) ");
    }
}
