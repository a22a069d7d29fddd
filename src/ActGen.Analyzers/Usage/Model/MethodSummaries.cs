using System.Collections.Concurrent;
using ActGen.Analyzers.Usage.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>What the project's own methods do, each looked at when a caller that matters is. Methods that call themselves, however
/// indirectly, and chains of more than four stay unknown.</summary>
internal sealed class MethodSummaries(UsageModel model)
{
    private const int Deepest = 4;

    private readonly ConcurrentDictionary<IMethodSymbol, MethodSummary?> _known = new(SymbolEqualityComparer.Default);
    private readonly ThreadLocal<Chain> _chain = new(() => new Chain());

    /// <summary>The summary of a method; null where the call may run another one, or where it says nothing about buffers and numbers.</summary>
    public MethodSummary? Of(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (!IsSummarized(definition))
            return null;
        if (_known.TryGetValue(definition, out MethodSummary? known))
            return known;
        Chain chain = _chain.Value!;
        if (chain.Open.Count >= Deepest || chain.Open.Contains(definition, SymbolEqualityComparer.Default))
        {
            chain.IsCut = true;
            return null;
        }
        bool wasCut = chain.IsCut;
        chain.IsCut = false;
        chain.Open.Push(definition);
        try
        {
            MethodSummary? summary = Summarize(definition);
            // What is cut off depends on who asks: that is remembered only for callers that rules ask about.
            if (!chain.IsCut || chain.Open.Count == 1)
                _known.TryAdd(definition, summary);
            return summary;
        }
        finally
        {
            chain.Open.Pop();
            chain.IsCut |= wasCut;
        }
    }

    /// <summary>Whether a method is the project's own, is the one that a call of it runs, and may tell about numbers.</summary>
    public static bool IsSummarized(IMethodSymbol method) => MethodBodies.IsOwn(method)
        && (method.ReturnType.IsBuffer() || method.ReturnType.IsReal() || method.Parameters.Any(parameter => parameter.Type.IsBuffer()));

    private MethodSummary? Summarize(IMethodSymbol method)
    {
        if (model.Bodies.Of(method) is not { } body)
            return null;
        var graph = ControlFlowGraph.Create(body);
        return new MethodFlow(model, MethodVariables.Of(body, graph, model.Library), default).Summarize(graph, method);
    }

    /// <summary>The methods that are being looked at.</summary>
    private sealed class Chain
    {
        public Stack<IMethodSymbol> Open { get; } = new();

        public bool IsCut { get; set; }
    }
}
