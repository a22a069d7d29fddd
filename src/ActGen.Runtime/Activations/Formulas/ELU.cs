using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Exponential linear unit: x where x is positive, elsewhere α(eˣ − 1) (Clevert et al. 2015).</summary>
    [ActivationFunction]
    public readonly partial struct ELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="alpha">α: minus the limit at −∞.</param>
        public static float Formula(float x, float alpha = 1f) => x > 0 ? x : alpha * Expm1(x);
    }
}
