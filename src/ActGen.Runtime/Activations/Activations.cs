using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Activations on spans, without a network: <c>Activations.GELU(source, destination)</c>. The same bits as in a network,
/// whatever the length and the position in memory.</summary>
public static partial class Activations
{
    /// <summary>y = f(x), element by element.</summary>
    /// <typeparam name="TFormula">The formula.</typeparam>
    /// <param name="source">x.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <param name="parameters">The formula's parameters in order; those left out take their defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="source"/> or overlaps it at
    /// another position, or there are more parameters than the formula has. Nothing was written.</exception>
    public static void Apply<TFormula>(ReadOnlySpan<float> source, Span<float> destination, params ReadOnlySpan<float> parameters)
        where TFormula : IActivation =>
        FormulaKernel<TFormula>.Run(source, destination, parameters, isDerivative: false);

    /// <summary>f′(x), element by element.</summary>
    /// <typeparam name="TFormula">The formula.</typeparam>
    /// <param name="source">x.</param>
    /// <param name="destination">f′(x), at least as long; may be <paramref name="source"/> itself.</param>
    /// <param name="parameters">The formula's parameters in order; those left out take their defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="source"/> or overlaps it at
    /// another position, or there are more parameters than the formula has. Nothing was written.</exception>
    public static void Derivative<TFormula>(ReadOnlySpan<float> source, Span<float> destination, params ReadOnlySpan<float> parameters)
        where TFormula : IActivation =>
        FormulaKernel<TFormula>.Run(source, destination, parameters, isDerivative: true);

    private static bool IsFast(Precision precision) => precision switch
    {
        Precision.Accurate => false,
        Precision.Fast => true,
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, $"Expected {nameof(Precision.Accurate)} or {nameof(Precision.Fast)}."),
    };
}
