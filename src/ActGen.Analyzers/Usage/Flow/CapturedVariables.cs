using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Variables that lambdas and local functions share with the method around them (they may be assigned at any time), and
/// what the compiler's temporaries stand for.</summary>
internal sealed class CapturedVariables
{
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly ILookup<CaptureId, IOperation> _targets;

    public CapturedVariables(IOperation body, ControlFlowGraph graph)
    {
        foreach (IOperation function in body.DescendantsAndSelf().Where(operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            IMethodSymbol own = function is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)function).Symbol;
            foreach (IOperation inner in function.Descendants())
            {
                ISymbol? symbol = inner switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                };
                if (symbol is not null && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, own))
                    _shared.Add(symbol);
            }
        }
        _targets = graph.Blocks
            .SelectMany(block => block.Operations)
            .OfType<IFlowCaptureOperation>()
            .ToLookup(capture => capture.Id, capture => capture.Value);
    }

    public bool Contains(object name) => name is ISymbol symbol && _shared.Contains(symbol);

    /// <summary>What was captured under a temporary's id: one target, or one per branch.</summary>
    public IEnumerable<IOperation> TargetsOf(CaptureId id) => _targets[id];
}
