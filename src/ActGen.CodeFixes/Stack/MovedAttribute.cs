using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Stack;

/// <summary>An attribute that goes to another part of its class, perhaps in another file with other usings.</summary>
internal static class MovedAttribute
{
    /// <summary>Whether its text means the same attribute with the same arguments at another place.</summary>
    /// <param name="model">Of the file that it goes to.</param>
    /// <param name="position">Of an attribute there.</param>
    /// <param name="attribute">As it stands.</param>
    public static bool MeansTheSameAt(SemanticModel model, int position, AttributeSyntax attribute)
    {
        SemanticModel here = model.Compilation.GetSemanticModel(attribute.SyntaxTree);
        AttributeSyntax copy = SyntaxFactory.Attribute(attribute.Name, attribute.ArgumentList).WithoutTrivia();
        if (!model.TryGetSpeculativeSemanticModel(position, copy, out SemanticModel? there)
            || !SymbolEqualityComparer.Default.Equals(here.GetSymbolInfo(attribute).Symbol, there!.GetSymbolInfo(copy).Symbol))
        {
            return false;
        }
        return Expressions(attribute).Zip(Expressions(copy), (one, other) =>
            Equals(here.GetConstantValue(one), there.GetConstantValue(other)) && SymbolEqualityComparer.Default.Equals(here.GetTypeInfo(one).Type, there.GetTypeInfo(other).Type)).All(same => same);
    }

    /// <summary>What is written at the new place: a bracket with the attributes, and the comment that ends its line where the whole bracket goes.</summary>
    /// <param name="stack">The stack that it leaves.</param>
    /// <param name="list">Its bracket.</param>
    /// <param name="moved">The attributes of the bracket that go.</param>
    public static string TextOf(LayerStackEditor stack, AttributeListSyntax list, IReadOnlyList<AttributeSyntax> moved) =>
        moved.Count == list.Attributes.Count ? list.WithoutTrivia().ToString() + stack.CommentBehind(list) : $"[{string.Join(", ", moved.Select(attribute => attribute.ToString()))}]";

    private static IEnumerable<ExpressionSyntax> Expressions(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? [];
}
