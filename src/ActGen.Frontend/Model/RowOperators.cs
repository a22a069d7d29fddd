using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;

namespace ActGen.Frontend.Model;

/// <summary>The functions of the last axis. A new one needs a row here, its signal in <c>Propagation</c>, its attribute, its kernel in the runtime's <c>Layers</c> and its definition among the proofs.</summary>
internal static class RowOperators
{
    private static readonly RowOperator[] All =
    [
        new("Softmax", Operand.Output, "y = exp(x − max x)/Σ exp(x − max x)", "dx = y·(∂L/∂y − Σ y·∂L/∂y)") { Makes = ValueKind.Probabilities, KeepsLogProbabilities = true },
        new("Softmin", Operand.Output, "y = exp(min x − x)/Σ exp(min x − x)", "dx = −y·(∂L/∂y − Σ y·∂L/∂y)") { Makes = ValueKind.Probabilities },
        new("LogSoftmax", Operand.Output, "y = x − max x − ln Σ exp(x − max x)", "dx = ∂L/∂y − exp(y)·Σ ∂L/∂y") { Makes = ValueKind.LogProbabilities, KeepsLogProbabilities = true },
        new("Sparsemax", Operand.Output, "y = max(x − τ, 0), Σ y = 1", "dx = [y > 0]·(∂L/∂y − mean of ∂L/∂y where y > 0)") { Makes = ValueKind.Probabilities, IsSparse = true },
        new("CReLU", Operand.Output, "y = [max(x, 0), max(−x, 0)]", "dx = [x > 0]·∂L/∂y₁ − [x < 0]·∂L/∂y₂") { Multiple = 2, Makes = ValueKind.NonNegative },
        new("Maxout", Operand.Derivative, "y = max of x₁, x₂, …", "dxᵢ = ∂L/∂y·[xᵢ is the first of the largest]") { Divisor = "pieces" },
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(one => one.Name);

    /// <summary>The operator of that name; null when there is none.</summary>
    public static RowOperator? Named(string name) => Array.Find(All, one => one.Name == name);
}
