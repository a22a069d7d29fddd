using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Calculus;

/// <summary>Collects the problems of one formula struct, with positions relative to its declaration.</summary>
internal sealed class ProblemList(INamedTypeSymbol type)
{
    private readonly SyntaxNode? _home = FormulaReader.HomeDeclaration(type);
    private readonly List<FormulaProblem> _problems = [];

    public bool Any => _problems.Count > 0 || IsToldElsewhere;

    /// <summary>The formula cannot be read, and somebody says why: the C# compiler, or the diagnostic of a formula that this one calls.</summary>
    public bool IsToldElsewhere { get; private set; }

    /// <summary>It is its size that keeps it from being read; what calls it may be small.</summary>
    public bool IsTooLarge { get; private set; }

    public void Add(SyntaxNodeOrToken place, string message) => Add(FormulaProblem.Unsupported, place, message);

    public void AddLanguageVersion(SyntaxToken place, string needed, string actual) => Add(FormulaProblem.LanguageVersion, place, needed, actual);

    private void Add(string id, SyntaxNodeOrToken place, params string[] arguments) => _problems.Add(new FormulaProblem(
        id, [.. arguments], _home is null ? 0 : Math.Max(0, place.SpanStart - _home.SpanStart), place.Span.Length));

    public void AddTooLarge(SyntaxToken token, string reason)
    {
        IsTooLarge = true;
        if (!Any)
            Add(token, "the formula is too large: " + reason);
    }

    /// <summary>The fault is in another formula, whose own diagnostic tells it.</summary>
    public void AddToldElsewhere() => IsToldElsewhere = true;

    /// <summary>What the C# compiler says is enough.</summary>
    public void LeaveToCompiler()
    {
        IsToldElsewhere = true;
        _problems.Clear();
    }

    public EquatableArray<FormulaProblem> ToArray() => _problems.ToEquatableArray();
}
