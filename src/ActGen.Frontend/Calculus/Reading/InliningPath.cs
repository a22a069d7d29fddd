using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Calculus;

/// <summary>The formulas that are being inlined, innermost first.</summary>
internal sealed class InliningPath
{
    private readonly INamedTypeSymbol _top;
    private readonly InliningPath? _rest;
    private readonly Reading _reading;

    public InliningPath(INamedTypeSymbol outermost) => (_top, _reading) = (outermost, new(outermost));

    private InliningPath(INamedTypeSymbol top, InliningPath rest, int depth) => (_top, _rest, _reading, Depth) = (top, rest, rest._reading, depth);

    /// <summary>How deep the reader of the innermost one starts.</summary>
    public int Depth { get; }

    /// <summary>What has been read already: a formula that is called often is read once.</summary>
    public Dictionary<IMethodSymbol, Expression> Known => _reading.Known;

    /// <summary>Formulas that call one another, from one of them back to itself, when the outermost is among them; null otherwise.</summary>
    public IReadOnlyList<INamedTypeSymbol>? Circle =>
        _reading.Circle is { } circle && circle.Contains(_reading.Outermost, SymbolEqualityComparer.Default) ? circle : null;

    /// <summary>Whether calling <paramref name="type"/> closes a circle, which is remembered.</summary>
    public bool Closes(INamedTypeSymbol type)
    {
        var circle = new List<INamedTypeSymbol> { type };
        for (InliningPath? path = this; path is not null; path = path._rest)
        {
            circle.Insert(0, path._top);
            if (!SymbolEqualityComparer.Default.Equals(path._top, type))
                continue;
            _reading.Circle ??= circle;
            return true;
        }
        return false;
    }

    public InliningPath Push(INamedTypeSymbol type, int depthOfReader) => new(type, this, depthOfReader);

    /// <summary>What the readers of one formula and of all that it calls share.</summary>
    private sealed class Reading(INamedTypeSymbol outermost)
    {
        public INamedTypeSymbol Outermost => outermost;

        public Dictionary<IMethodSymbol, Expression> Known { get; } = new(SymbolEqualityComparer.Default);

        public IReadOnlyList<INamedTypeSymbol>? Circle { get; set; }
    }
}
