using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>eˣ: a positive output such as a rate.</summary>
    [ActivationFunction]
    public readonly partial struct Exponential
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Exp(x);
    }
}
