using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Calculus;

/// <summary>Collects the problems of one formula struct, with positions relative to its declaration.</summary>
internal sealed class ProblemList(INamedTypeSymbol type)
{
    private readonly SyntaxNode? _home = FormulaReader.HomeDeclaration(type);
    private readonly List<FormulaProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(SyntaxToken token, string message) => _problems.Add(new FormulaProblem(
        FormulaProblem.Unsupported, [message], _home is null ? 0 : Math.Max(0, token.SpanStart - _home.SpanStart), token.Span.Length));

    public EquatableArray<FormulaProblem> ToArray() => _problems.ToEquatableArray();
}

/// <summary>The formulas that are being inlined, innermost first.</summary>
internal sealed class InliningPath(INamedTypeSymbol top, InliningPath? rest = null, int depth = 0)
{
    /// <summary>How deep the reader of the innermost one starts.</summary>
    public int Depth => depth;

    /// <summary>What has been read already: a formula that is called often is read once.</summary>
    public Dictionary<IMethodSymbol, Expression> Known { get; } = rest?.Known ?? new(SymbolEqualityComparer.Default);

    public bool Contains(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(top, type) || (rest?.Contains(type) ?? false);

    public InliningPath Push(INamedTypeSymbol type, int depthOfReader) => new(type, this, depthOfReader);
}
