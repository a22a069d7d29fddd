using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Continuously differentiable exponential linear unit: x where x is positive, elsewhere α(e^(x/α) − 1) (Barron 2017).</summary>
    [ActivationFunction]
    public readonly partial struct CELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="alpha">α: minus the limit at −∞, positive.</param>
        public static float Formula(float x, float alpha = 1f) => x > 0 ? x : alpha * Expm1(x / alpha);
    }
}
