using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Scaled exponential linear unit: activations stay near mean 0 and variance 1 (Klambauer et al. 2017).</summary>
    [ActivationFunction]
    public readonly partial struct SELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => 1.0507009873554804934f * (x > 0 ? x : 1.6732632423543772848f * Expm1(x));
    }
}
