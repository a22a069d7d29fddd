using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What is found out about a method's variables before its flow is followed.</summary>
/// <param name="Captured">Those that lambdas share, and the compiler's temporaries.</param>
/// <param name="Guards">Those that may be kept within bounds.</param>
internal sealed record MethodVariables(CapturedVariables Captured, Guards Guards)
{
    public static MethodVariables Of(IOperation body, ControlFlowGraph graph) => new(new CapturedVariables(body, graph), new Guards(body));
}
