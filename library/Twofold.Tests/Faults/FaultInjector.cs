using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Twofold.Tests.Faults;

/// <summary>
/// Puts a call of <see cref="Injection.Hit"/> before everything in a source file that allocates. It is found by what it means and
/// not by a list of places, so that new code is covered too.
/// </summary>
internal sealed class FaultInjector(SemanticModel model, string file, List<string> places) : CSharpSyntaxRewriter
{
    private const string Injections = "global::Twofold.Tests.Faults.Injection";

    // Methods of the framework that return text, an array or a task without making one.
    private static readonly HashSet<string> s_free =
        ["Read", "Exchange", "CompareExchange", "Empty", "Dequeue", "Pop", "GetData", "Intern", "GetSwitch", "Find", "Wait", "GetResult", "EndsWith"];

    // Methods of the framework that grow something, whatever they return.
    private static readonly HashSet<string> s_growing =
    [
        "Add", "Enqueue", "Push", "TryAdd", "GetOrAdd", "AddOrUpdate", "SetCount", "EnsureCapacity", "Resize", "UnsafeQueueUserWorkItem", "Alloc", "AllocZeroed",
        "ContinueWith", "WhenAll", "AsTask", "UnsafeOnCompleted", "Delay", "AppendLiteral", "AppendFormatted", "ToStringAndClear",
    ];

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) =>
        Guarded(node, base.VisitObjectCreationExpression(node)!);

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        var visited = (ImplicitObjectCreationExpressionSyntax)base.VisitImplicitObjectCreationExpression(node)!;
        return Type(node) is not { IsReferenceType: true } type
            ? visited
            : Guarded(node, ParseExpression($"new {Name(type)}{visited.ArgumentList.ToFullString()}{visited.Initializer?.ToFullString()}"));
    }

    public override SyntaxNode? VisitArrayCreationExpression(ArrayCreationExpressionSyntax node) =>
        Guarded(node, base.VisitArrayCreationExpression(node)!);

    public override SyntaxNode? VisitImplicitArrayCreationExpression(ImplicitArrayCreationExpressionSyntax node) =>
        Guarded(node, base.VisitImplicitArrayCreationExpression(node)!);

    public override SyntaxNode? VisitCollectionExpression(CollectionExpressionSyntax node)
    {
        var visited = base.VisitCollectionExpression(node)!;
        return model.GetTypeInfo(node).ConvertedType is not { IsReferenceType: true } type || (node.Elements.Count == 0 && type is IArrayTypeSymbol)
            ? visited
            : Guarded(node, ParseExpression($"({Name(type)}){visited.ToFullString()}"), type);
    }

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node)
    {
        var visited = base.VisitInterpolatedStringExpression(node)!;
        var info = model.GetTypeInfo(node);
        return info.ConvertedType?.SpecialType == SpecialType.System_String ? Guarded(node, visited) : visited;
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = base.VisitBinaryExpression(node)!;
        return node.IsKind(SyntaxKind.AddExpression) && Type(node)?.SpecialType == SpecialType.System_String ? Guarded(node, visited) : visited;
    }

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        // Those of a dictionary for several threads are copies.
        var visited = base.VisitMemberAccessExpression(node)!;
        return model.GetSymbolInfo(node).Symbol is IPropertySymbol { Name: "Keys" or "Values", ContainingType.Name: "ConcurrentDictionary" } ? Guarded(node, visited) : visited;
    }

    public override SyntaxNode? VisitAwaitExpression(AwaitExpressionSyntax node)
    {
        // The first await of a method that has to wait moves its state to the heap.
        var visited = (AwaitExpressionSyntax)base.VisitAwaitExpression(node)!;
        return visited.WithExpression(Conditional(node, visited.Expression).WithLeadingTrivia(Space));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method)
            return visited;

        if (method.ContainingType.Name == "NativeMemory")
            visited = visited.WithExpression(ParseExpression($"{Injections}.{method.Name}"));
        if (!Allocates(node, method) || IsStatement(node) || method.ReturnsByRef || method.ReturnsByRefReadonly)
            return visited;
        if (!method.ReturnsVoid && !IsBodyOfNothing(node) && !IsWithinConditionalAccess(node))
            return Guarded(node, visited, method.ReturnType);

        // What returns nothing fails while an argument is evaluated.
        var index = node.ArgumentList.Arguments.IndexOf(argument => argument.RefKindKeyword.RawKind == 0 && Type(argument.Expression) is not null);
        if (index < 0)
            return visited;

        var argument = visited.ArgumentList.Arguments[index].Expression;
        return visited.ReplaceNode(argument, ParseExpression($"{Injections}.Through({Place(node)}, {argument.ToFullString()})"));
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        var allocates = node.Expression switch
        {
            InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol is IMethodSymbol method && Allocates(call, method),
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } => model.GetSymbolInfo(element).Symbol is IPropertySymbol { ContainingType: var type } && IsCollection(type),
            _ => false,
        };
        if (!allocates)
            return visited;

        var full = node.Expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when Grows(model.GetSymbolInfo(call).Symbol) => call.Expression,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } when Grows(model.GetSymbolInfo(element).Symbol) => element.Expression,
            _ => null,
        };
        var condition = full is null ? "" : $"if ({full}.Count >= {full}.Capacity) ";
        return ParseStatement($"{{ {condition}{Injections}.Hit({Place(node)}); {visited.ToFullString()} }}\n");
    }

    /// <summary>Whether it is a method that takes no memory while there is room, as there is where it was made before.</summary>
    private static bool Grows(ISymbol? symbol) =>
        symbol is { ContainingType.Name: "List" or "Queue" or "Stack" or "HashSet" or "Dictionary", Name: "Add" or "Enqueue" or "Push" or "this[]" };

    /// <summary>Turns a LibraryImport into a DllImport, which needs no generated code.</summary>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.PartialKeyword) || node.Body is not null || node.ExpressionBody is not null)
            return base.VisitMethodDeclaration(node);

        var imported = node.ReplaceTokens(
            node.DescendantTokens().Where(token => token.ValueText == "LibraryImport"), (token, _) => Identifier("DllImport").WithTriviaFrom(token));
        return imported.WithModifiers(TokenList(imported.Modifiers.Select(modifier =>
            modifier.IsKind(SyntaxKind.PartialKeyword) ? Token(SyntaxKind.ExternKeyword).WithTriviaFrom(modifier) : modifier)));
    }

    // Attributes and defaults of parameters are constants.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    private static bool IsStatement(InvocationExpressionSyntax node) => node.Parent is ExpressionStatementSyntax;

    /// <summary>Whether the call is all that a method without a result, or such a lambda, does.</summary>
    private bool IsBodyOfNothing(InvocationExpressionSyntax node) => node.Parent switch
    {
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => model.GetDeclaredSymbol(method) is { ReturnsVoid: true },
        LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true },
        _ => false,
    };

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);

    private static string Name(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Whether the call is what follows a <c>?.</c>, which is not an expression by itself.</summary>
    private static bool IsWithinConditionalAccess(InvocationExpressionSyntax node)
    {
        ExpressionSyntax head = node;
        while (true)
        {
            switch (head)
            {
                case InvocationExpressionSyntax call:
                    head = call.Expression;
                    break;
                case MemberAccessExpressionSyntax member:
                    head = member.Expression;
                    break;
                default:
                    return head is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax;
            }
        }
    }

    private ITypeSymbol? Type(ExpressionSyntax node) => model.GetTypeInfo(node).Type;

    private bool Allocates(InvocationExpressionSyntax node, IMethodSymbol method)
    {
        if (node.ArgumentList.Arguments.Any(argument => IsNewDelegate(argument.Expression)))
            return true;
        if (method.ContainingAssembly.Equals(model.Compilation.Assembly, SymbolEqualityComparer.Default) || s_free.Contains(method.Name))
            return false;
        if (method.Name == "Add" && !IsCollection(method.ContainingType))
            return false;

        return s_growing.Contains(method.Name) || method.ReturnType is IArrayTypeSymbol or { SpecialType: SpecialType.System_String };
    }

    /// <summary>Whether it is a lambda that captures something, or a method of an object.</summary>
    private bool IsNewDelegate(ExpressionSyntax argument) => model.GetOperation(argument) switch
    {
        IAnonymousFunctionOperation when argument is LambdaExpressionSyntax lambda => !lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        IMethodReferenceOperation method => !method.Method.IsStatic,
        IDelegateCreationOperation { Target: IMethodReferenceOperation method } => !method.Method.IsStatic,
        _ => false,
    };

    private SyntaxNode Guarded(ExpressionSyntax node, SyntaxNode visited) => Guarded(node, visited, Type(node));

    private SyntaxNode Guarded(ExpressionSyntax node, SyntaxNode visited, ITypeSymbol? type) =>
        type is null || (type.IsValueType && node is not InvocationExpressionSyntax) || model.GetConstantValue(node).HasValue ? visited : Conditional(node, visited);

    private ExpressionSyntax Conditional(SyntaxNode node, SyntaxNode visited) =>
        ParseExpression($"({Injections}.Hit({Place(node)}) ? {visited.ToFullString()} : default!)");

    private int Place(SyntaxNode node)
    {
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        places.Add($"{file}:{line}: {(text.Length > 100 ? $"{text[..100]}..." : text)}");
        return places.Count - 1;
    }
}
