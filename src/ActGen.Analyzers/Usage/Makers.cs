using ActGen.Analyzers.Usage.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>How messages call what made numbers.</summary>
internal static class Makers
{
    /// <summary><c>Activations.Softmax</c>, <c>Net.Predict</c>; the first in the source where several may have.</summary>
    public static string NameOf(Content content) => content.Makers.OrderBy(maker => maker.Syntax.SpanStart).FirstOrDefault() switch
    {
        IInvocationOperation { TargetMethod: { } method } => $"{method.ContainingType.Name}.{method.Name}",
        _ => "it by hand",
    };
}
