using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>x/(1 + |x|): like tanh with slower tails.</summary>
    [ActivationFunction]
    public readonly partial struct Softsign
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x / (1 + Abs(x));
    }
}
