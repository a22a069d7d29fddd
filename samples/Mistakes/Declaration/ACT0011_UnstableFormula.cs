using ActGen;

namespace Mistakes.ACT0011;

/// <summary>The exponential overflows from 88.73 on, and infinity by infinity is not a number.</summary>
[ActivationFunction]
public readonly partial struct Wrong
{
    /// <summary>x·σ(x), as on paper.</summary>
    /// <param name="x">The input.</param>
    public static float Formula(float x) => x * Functions.Exp(x) / (1 + Functions.Exp(x));
}

/// <summary>The same function for every float.</summary>
[ActivationFunction]
public readonly partial struct Right
{
    /// <summary>x·σ(x).</summary>
    /// <param name="x">The input.</param>
    public static float Formula(float x) => x * Functions.Sigmoid(x);
}
