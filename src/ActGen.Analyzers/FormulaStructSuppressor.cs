using System.Collections.Immutable;
using ActGen.Frontend.Calculus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers;

/// <summary>Formula structs hold no state and are only ever type arguments: what other analyzers ask of values does not concern them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormulaStructSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Equality = new(
        "ACTS0001", "CA1815", "A formula struct has no fields and is only a type argument: no two values of it are ever compared");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Equality];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
                && context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) is INamedTypeSymbol type
                && type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == FormulaReader.AttributeName))
            {
                context.ReportSuppression(Suppression.Create(Equality, diagnostic));
            }
        }
    }
}
