using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Gaussian error linear unit, x·Φ(x) (Hendrycks &amp; Gimpel 2016).</summary>
    [ActivationFunction, FormulaOption<GELUTanh>("Approximate")]
    public readonly partial struct GELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x * NormalCdf(x);
    }
}
