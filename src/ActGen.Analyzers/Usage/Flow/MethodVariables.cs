using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>What is found out about a method's variables before its flow is followed.</summary>
/// <param name="Captured">Those that lambdas share, and the compiler's temporaries.</param>
/// <param name="Guards">Those that may be kept within bounds.</param>
/// <param name="InPlace">Those whose elements become exponentials.</param>
internal sealed record MethodVariables(CapturedVariables Captured, Guards Guards, InPlaceExponentials InPlace)
{
    public static MethodVariables Of(IOperation body, ControlFlowGraph graph, LibraryCalls library) =>
        new(new CapturedVariables(body, graph), new Guards(body), new InPlaceExponentials(body, method => library.IsExponential(method, out bool isWide) && !isWide));
}
