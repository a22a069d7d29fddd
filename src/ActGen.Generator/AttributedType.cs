using ActGen.Frontend.Calculus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.Generator;

/// <summary>What both generators ask of a declaration with one of our attributes.</summary>
internal static class AttributedType
{
    public static bool IsType(SyntaxNode node, CancellationToken cancellation) => node is TypeDeclarationSyntax;

    /// <summary>The type, at the first of its partial declarations with the attribute only: two files of one name would lose all output.</summary>
    public static INamedTypeSymbol? Of(GeneratorAttributeSyntaxContext context)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type)
            return null;
        INamedTypeSymbol? attribute = context.Attributes[0].AttributeClass;
        SyntaxReference? first = type.GetAttributes()
            .FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))?.ApplicationSyntaxReference;
        return first is null || (first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span)) ? type : null;
    }

    public static FormulaDeclaration? ReadFormula(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Of(context) is { } type ? FormulaReader.Read(type, context.SemanticModel.Compilation, cancellation) : null;
}
