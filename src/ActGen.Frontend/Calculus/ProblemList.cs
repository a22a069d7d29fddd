using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.Frontend.Calculus;

/// <summary>Collects the problems of one formula struct, with positions relative to its declaration.</summary>
internal sealed class ProblemList(INamedTypeSymbol type)
{
    private readonly SyntaxNode? _home = FormulaReader.HomeDeclaration(type);
    private readonly List<FormulaProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(SyntaxToken token, string message) => Add(token.Span, message);

    public void Add(SyntaxNode node, string message) => Add(node.Span, message);

    public EquatableArray<FormulaProblem> ToArray() => _problems.ToEquatableArray();

    private void Add(TextSpan span, string message) => _problems.Add(new FormulaProblem(
        FormulaProblem.Unsupported, [message], _home is null ? 0 : Math.Max(0, span.Start - _home.SpanStart), span.Length));
}

/// <summary>The formulas that are being inlined, innermost first.</summary>
internal sealed class InliningPath(INamedTypeSymbol top, InliningPath? rest = null)
{
    public bool Contains(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(top, type) || (rest?.Contains(type) ?? false);

    public InliningPath Push(INamedTypeSymbol type) => new(type, this);
}
