using ActGen;
using static ActGen.Functions;

namespace CustomActivation;

/// <summary>Gumbel linear unit: x times the probability that a Gumbel variable lies below x, as GELU is x times that of a normal one.
/// The largest of many signals has that distribution (Gumbel 1935); its left side falls off doubly exponentially.</summary>
[ActivationFunction]
public readonly partial struct Gulu
{
    /// <summary>f(x).</summary>
    /// <param name="x">The input.</param>
    public static float Formula(float x) => x * Exp(-Exp(-x));
}
