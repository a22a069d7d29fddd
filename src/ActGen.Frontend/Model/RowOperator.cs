using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;

namespace ActGen.Frontend.Model;

/// <summary>A function of the last axis without parameters: all that the compiler knows of one. The rows are in <see cref="RowOperators"/>.</summary>
/// <param name="Name">Name of the attribute and of the library's kernel.</param>
/// <param name="Keeps">What backward reads: the output or the derivative.</param>
/// <param name="Forward">y in terms of x, for comments.</param>
/// <param name="Backward">dx, for comments.</param>
internal sealed record RowOperator(string Name, Operand Keeps, string Forward, string Backward)
{
    /// <summary>By how much it multiplies the last axis.</summary>
    public int Multiple { get; init; } = 1;

    /// <summary>The argument of the attribute by which it divides the last axis; null for none.</summary>
    public string? Divisor { get; init; }

    /// <summary>What its outputs mean, whatever its inputs do.</summary>
    public ValueKind Makes { get; init; }

    /// <summary>Whether it gives back probabilities, or their logarithms, of such logarithms.</summary>
    public bool KeepsLogProbabilities { get; init; }

    /// <summary>Whether a distribution has elements that are exactly 0, with derivative 0.</summary>
    public bool IsSparse { get; init; }
}
